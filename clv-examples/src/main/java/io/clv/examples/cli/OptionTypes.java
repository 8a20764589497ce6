package io.clv.examples.cli;

import io.clv.btyd.Prior;
import io.clv.btyd.RenewalMoment;
import io.clv.ledger.AfterEnd;
import io.clv.ledger.RefundPolicy;
import io.clv.lifecycle.Milestones;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.segment.Rfm;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of options are read, each with a message that names its rule. */
final class OptionTypes {

    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "day", ChronoUnit.DAYS,
            "days", ChronoUnit.DAYS,
            "week", ChronoUnit.WEEKS,
            "weeks", ChronoUnit.WEEKS,
            "month", ChronoUnit.MONTHS,
            "months", ChronoUnit.MONTHS,
            "year", ChronoUnit.YEARS,
            "years", ChronoUnit.YEARS);

    private OptionTypes() {}

    static void register(CommandLine command) {
        command.registerConverter(Currency.class, refusing(Money::currency));
        command.registerConverter(LocalDate.class, refusing(OptionTypes::date));
        command.registerConverter(ZoneId.class, refusing(OptionTypes::zone));
        command.registerConverter(Character.class, refusing(OptionTypes::delimiter));
        command.registerConverter(ChronoUnit.class, refusing(OptionTypes::unit));
        command.registerConverter(RefundPolicy.class, refusing(text -> constant(RefundPolicy.values(), text)));
        command.registerConverter(AfterEnd.class, refusing(text -> constant(AfterEnd.values(), text)));
        command.registerConverter(CohortPeriod.class, refusing(text -> constant(CohortPeriod.values(), text)));
        command.registerConverter(CohortView.class, refusing(text -> constant(CohortView.values(), text)));
        command.registerConverter(Prior.class, refusing(Prior::parse));
        command.registerConverter(OutputFormat.class, refusing(text -> constant(OutputFormat.values(), text)));
        command.registerConverter(RenewalMoment.class, refusing(text -> constant(RenewalMoment.values(), text)));
        command.registerConverter(EvaluationPart.class, refusing(text -> constant(EvaluationPart.values(), text)));
        command.registerConverter(Ratio.class, refusing(Ratio::parse));
        command.registerConverter(
                IntervalOptions.Kind.class, refusing(text -> constant(IntervalOptions.Kind.values(), text)));
        command.registerConverter(
                SegmentCommand.Worth.class, refusing(text -> constant(SegmentCommand.Worth.values(), text)));
        command.registerConverter(
                Milestones.LeapDay.class, refusing(text -> constant(Milestones.LeapDay.values(), text)));
        command.registerConverter(Rfm.Monetary.class, refusing(text -> constant(Rfm.Monetary.values(), text)));
        command.registerConverter(
                ForecastOptions.Basis.class, refusing(text -> constant(ForecastOptions.Basis.values(), text)));
        command.registerConverter(
                ReportCommand.Language.class, refusing(text -> constant(ReportCommand.Language.values(), text)));
        command.registerConverter(RowLimit.class, refusing(RowLimit::parse));
    }

    private static <T> ITypeConverter<T> refusing(Function<String, T> parser) {
        return text -> {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a date as in 1997-09-30, but was '" + text + "'", e);
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a zone as in Europe/Paris, but was '" + text + "'", e);
        }
    }

    private static Character delimiter(String text) {
        if (text.equals("tab") || text.equals("\\t")) {
            return '\t';
        }
        if (text.length() != 1) {
            throw new IllegalArgumentException("must be one character or 'tab', but was '" + text + "'");
        }
        return text.charAt(0);
    }

    private static ChronoUnit unit(String text) {
        ChronoUnit unit = UNITS.get(text.toLowerCase(Locale.ROOT));
        if (unit == null) {
            throw new IllegalArgumentException("must be one of days, weeks, months, years, but was '" + text + "'");
        }
        return unit;
    }

    /** The constant whose name the text is, in lower case with hyphens. */
    private static <E extends Enum<E>> E constant(E[] constants, String text) {
        Map<String, E> names = new TreeMap<>();
        for (E constant : constants) {
            names.put(Words.constant(constant), constant);
        }
        E found = names.get(text.toLowerCase(Locale.ROOT));
        if (found == null) {
            throw new IllegalArgumentException(
                    "must be one of " + String.join(", ", names.keySet()) + ", but was '" + text + "'");
        }
        return found;
    }
}
