package io.clv.examples.cli;

import io.clv.cohort.PeriodComparison;
import io.clv.ledger.Groups;
import io.clv.ledger.PeriodTable;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Two periods to be compared, and how. */
final class ComparisonOptions {

    private static final Pattern REGULAR = Pattern.compile("(\\d{1,6})\\s+(?:with)?in\\s+(.+)");

    @Option(
            names = "--compare",
            paramLabel = "D1..D2,D3..D4",
            split = ",",
            description = "compare two periods instead, as in 2024-03-01..2024-05-31,2025-03-01..2025-05-31: sales,"
                    + " purchases, customers, and whether what changed is more than noise")
    private List<String> periods = List.of();

    @Option(names = "--any-season", description = "compare periods of different season or length all the same")
    private boolean anySeason;

    @Option(
            names = "--regular",
            paramLabel = "'N in SPAN'",
            description = "who is a regular, as in '3 in 90 days': so many purchases within so long of the first")
    private @Nullable String regular;

    @Option(
            names = "--acquisition-cost",
            paramLabel = "COST,COST",
            split = ",",
            description = "what was spent on acquisition in each of the two periods")
    private List<String> acquisitionCosts = List.of();

    @Option(
            names = "--service-cost",
            paramLabel = "COST,COST",
            split = ",",
            description = "what was spent on service in each of the two periods")
    private List<String> serviceCosts = List.of();

    @Option(
            names = "--control",
            paramLabel = "TREATED,CONTROL",
            split = ",",
            description = "two values of --by: who had the change and who had not, to tell its effect apart")
    private List<String> control = List.of();

    @Option(names = "--level", paramLabel = "95%", description = "of intervals and of what is more than noise")
    private @Nullable String level;

    @Option(names = "--seed", paramLabel = "S", description = "seed of the test's random draws (default: 1)")
    private @Nullable Long seed;

    boolean isAsked() {
        return !periods.isEmpty();
    }

    /** Refuses what is of use beside --compare only, where cohorts are made. */
    void requireNone() {
        String why = "is of use beside --compare only";
        Refused.unless(!anySeason, "--any-season", why);
        Refused.unlessNull("--regular", regular, why);
        Refused.unless(acquisitionCosts.isEmpty(), "--acquisition-cost", why);
        Refused.unless(serviceCosts.isEmpty(), "--service-cost", why);
        Refused.unless(control.isEmpty(), "--control", why);
        Refused.unlessNull("--level", level, why);
        Refused.unlessNull("--seed", seed, why);
    }

    /** Refuses what cannot be before anything is read. */
    void check(boolean grouped) {
        requireTwo("--compare", periods, "two periods, as in 2024-03-01..2024-05-31,2025-03-01..2025-05-31");
        period(0);
        period(1);
        if (!acquisitionCosts.isEmpty()) {
            requireTwo("--acquisition-cost", acquisitionCosts, "two costs, one for each period");
        }
        if (!serviceCosts.isEmpty()) {
            requireTwo("--service-cost", serviceCosts, "two costs, one for each period");
        }
        if (!control.isEmpty()) {
            requireTwo("--control", control, "two values of the column of --by");
        }
        Refused.unless(control.isEmpty() || grouped, "--control", "names values of a column: give --by too");
        Refused.unless(!grouped || !control.isEmpty(), "--by", "does nothing beside --compare without --control");
    }

    private static void requireTwo(String option, List<String> values, String what) {
        Refused.unless(values.size() == 2, option, "must be " + what + ", but was '" + String.join(",", values) + "'");
    }

    private LocalDate[] period(int which) {
        String text = periods.get(which).strip();
        int at = text.indexOf("..");
        try {
            if (at > 0) {
                return new LocalDate[] {LocalDate.parse(text.substring(0, at)), LocalDate.parse(text.substring(at + 2))
                };
            }
        } catch (DateTimeException e) {
            // Said below, as for any other form.
        }
        throw new UsageException(
                "--compare: period must be its first and last date, as in 2024-03-01..2024-05-31, but was '" + text
                        + "'");
    }

    PeriodComparison of(PeriodTable days, @Nullable Groups groups) {
        PeriodComparison.Builder builder = PeriodComparison.builder(days);
        LocalDate[] before = period(0);
        LocalDate[] after = period(1);
        accepted("--compare", () -> builder.before(before[0], before[1]).after(after[0], after[1]));
        if (anySeason) {
            builder.anySeason();
        }
        regular(builder);
        if (!acquisitionCosts.isEmpty()) {
            accepted(
                    "--acquisition-cost",
                    () -> builder.acquisitionCost(
                            money(acquisitionCosts.get(0), days), money(acquisitionCosts.get(1), days)));
        }
        if (!serviceCosts.isEmpty()) {
            accepted(
                    "--service-cost",
                    () -> builder.serviceCost(money(serviceCosts.get(0), days), money(serviceCosts.get(1), days)));
        }
        if (groups != null) {
            accepted(
                    "--control",
                    () -> builder.control(
                            groups, control.get(0).strip(), control.get(1).strip()));
        }
        if (level != null) {
            String text = level;
            accepted("--level", () -> builder.level(Ratio.parse(text)));
        }
        if (seed != null) {
            builder.seed(seed);
        }
        try {
            return builder.compare();
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "--compare: " + String.valueOf(e.getMessage()).replace("anySeason()", "--any-season"));
        } catch (ArithmeticException e) {
            throw new DataException(e.getMessage());
        }
    }

    private void regular(PeriodComparison.Builder builder) {
        if (regular == null) {
            return;
        }
        Matcher matcher = REGULAR.matcher(regular.strip());
        Refused.unless(matcher.matches(), "--regular", "must be as in '3 in 90 days', but was '" + regular + "'");
        accepted("--regular", () -> builder.regular(Integer.parseInt(matcher.group(1)), Span.parse(matcher.group(2))));
    }

    private static Money money(String text, PeriodTable table) {
        return Money.parse(table.currency() + " " + text.strip());
    }

    private static void accepted(String option, Runnable setting) {
        try {
            setting.run();
        } catch (IllegalArgumentException e) {
            throw new UsageException(option + ": " + e.getMessage());
        }
    }
}
