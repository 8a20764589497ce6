package io.clv.ltv;

import com.google.common.base.Ascii;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An input found by name, and the text of its value. A name may carry the unit that the text then lacks:
 * "churn-per-month" with "3%" is churn with "3% per month", "lifespan-years" with "3" is lifespan with "3 years".
 */
record NamedText(Input<?> input, String text) {

    private static final List<ChronoUnit> UNITS =
            List.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS, ChronoUnit.YEARS);

    /** The value that the text stands for. */
    Object value(Currency currency) {
        Object value = input.parse(text, currency);
        if (value == null) {
            throw new IllegalArgumentException(input + " cannot be read from '" + text + "'");
        }
        return value;
    }

    /** Finds the input; {@code whose} begins the message of a failed look-up. */
    static NamedText find(String whose, Collection<Input<?>> inputs, String name, String text) {
        for (Input<?> input : inputs) {
            if (input.name().equals(name)) {
                return new NamedText(input, text);
            }
            for (ChronoUnit unit : UNITS) {
                if (name.equals(input.name() + "-per-" + Wording.singular(unit))) {
                    return new NamedText(input, text.strip() + " per " + Wording.singular(unit));
                }
                if (name.equals(input.name() + "-" + Ascii.toLowerCase(unit.name()))) {
                    return new NamedText(input, text.strip() + " " + Ascii.toLowerCase(unit.name()));
                }
            }
        }
        List<String> names = inputs.stream().map(Input::name).toList();
        throw new IllegalArgumentException(whose + " no input '" + name + "'" + NearMiss.hint(name, names)
                + " inputs are " + names.stream().collect(Collectors.joining(", ")));
    }
}
