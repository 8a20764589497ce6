package io.clv.examples.cli;

import io.clv.cohort.CohortPayback;
import io.clv.cohort.CohortTable;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The margin of cohorts and what they cost to acquire. */
final class PaybackOptions {

    @Option(
            names = "--margin",
            paramLabel = "30%",
            description = "gross margin, for the margin that customers have brought (default: revenue alone)")
    private @Nullable String margin;

    @Option(
            names = "--cac",
            paramLabel = "COST|COHORT=COST,...",
            split = ",",
            description = "what a customer cost to acquire, of each cohort by its label or of all alike: adds when each"
                    + " cohort had paid it back")
    private List<String> costs = List.of();

    boolean hasMargin() {
        return margin != null;
    }

    /** The gross margin; not a number without one. */
    double margin() {
        return margin == null ? Double.NaN : ratio(margin).value();
    }

    /** Refuses the options where no cohort is made. */
    void requireNone(String why) {
        Refused.unlessNull("--margin", margin, why);
        Refused.unless(costs.isEmpty(), "--cac", why);
    }

    /** Refuses what cannot be before anything is read. */
    void check() {
        if (margin != null) {
            ratio(margin);
        }
        Refused.unless(costs.isEmpty() || margin != null, "--cac", "is paid back by margin: give --margin too");
    }

    private static Ratio ratio(String text) {
        Ratio ratio;
        try {
            ratio = Ratio.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--margin: " + e.getMessage());
        }
        Refused.unless(
                ratio.value() >= 0 && ratio.value() <= 1, "--margin", "must be between 0% and 100%, but was " + ratio);
        return ratio;
    }

    /** When the cohorts had paid back; nothing if no cost was given. */
    @Nullable
    CohortPayback of(CohortTable cohorts) {
        if (costs.isEmpty() || margin == null) {
            return null;
        }
        Ratio ratio = ratio(margin);
        try {
            if (costs.size() == 1 && costs.get(0).indexOf('=') < 0) {
                return cohorts.payback(ratio, money(costs.get(0), cohorts));
            }
            Map<String, Money> byLabel = new LinkedHashMap<>();
            for (String cost : costs) {
                int at = cost.lastIndexOf('=');
                Refused.unless(at > 0, "--cac", "must be one cost, or COHORT=COST for each, but was '" + cost + "'");
                byLabel.put(cost.substring(0, at).strip(), money(cost.substring(at + 1), cohorts));
            }
            return cohorts.payback(ratio, byLabel);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--cac: " + e.getMessage());
        }
    }

    private static Money money(String text, CohortTable cohorts) {
        return Money.parse(cohorts.currency() + " " + text.strip());
    }
}
