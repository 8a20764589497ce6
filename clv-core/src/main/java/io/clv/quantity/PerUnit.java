package io.clv.quantity;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two halves of a text such as "3% per month", "3%/month" or "4 a year". */
record PerUnit(String amount, ChronoUnit unit) {

    private static final Pattern FORM =
            Pattern.compile("(.+?)(?:\\s*/\\s*|\\s+per\\s+|\\s+a\\s+)(.+)", Pattern.CASE_INSENSITIVE);

    static PerUnit parse(String name, String example, String text) {
        return find(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        name + " must name its unit, as in '" + example + "', but was '" + text.strip() + "'"));
    }

    /** Empty where the text names no unit. */
    static Optional<PerUnit> find(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new PerUnit(matcher.group(1), TimeUnits.parse(matcher.group(2))))
                : Optional.empty();
    }
}
