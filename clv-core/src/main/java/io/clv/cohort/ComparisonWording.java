package io.clv.cohort;

import io.clv.ledger.PeriodTable;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A comparison of two periods in words that a manager reads. */
final class ComparisonWording {

    private static final int PERCENT = 100;

    private final PeriodComparison comparison;
    private final PeriodTable table;
    private final long seed;
    private final ComparisonFold fold;
    private final StringBuilder text = new StringBuilder();

    ComparisonWording(PeriodComparison comparison, PeriodTable table, long seed, ComparisonFold fold) {
        this.comparison = comparison;
        this.table = table;
        this.seed = seed;
        this.fold = fold;
    }

    String text(@Nullable RegularRule regular, @Nullable ControlGroups control) {
        PeriodFigures before = comparison.before();
        PeriodFigures after = comparison.after();
        boolean scaled = comparison.lengthRatio() != 1;
        Wording.line(
                text,
                after + " against " + before + ", observed through " + table.observedThrough()
                        + (scaled
                                ? ": figures of the first are multiplied by "
                                        + Wording.decimal(comparison.lengthRatio(), 3) + ", the ratio of their lengths"
                                : ""));
        for (Change change : comparison.changes()) {
            Wording.line(text, change(change));
        }
        if (regular != null) {
            Wording.line(
                    text,
                    "a regular made " + regular + "; judged are " + newcomers(before) + " of the first period and "
                            + newcomers(after) + " of the second, who were observed that long");
        }
        costs(before, after);
        if (control != null) {
            effects(control);
        }
        noise(scaled);
        newcomersOfLog(before, after);
        if (control == null) {
            Wording.line(
                    text,
                    "this is an association: whatever else differs between the periods is in it too, and only a control"
                            + " group could tell it apart");
        }
        return text.toString();
    }

    private static String newcomers(PeriodFigures figures) {
        return Wording.count(figures.newCustomersObserved()) + " of "
                + Wording.count(figures.newCustomers(), "newcomer");
    }

    private String change(Change change) {
        String level = change.difference().level().toString();
        String values = change.measure().label() + " " + value(change.measure(), change.before()) + " -> "
                + value(change.measure(), change.after());
        String by;
        if (change.measure() == PeriodMeasure.REGULARS) {
            by = points(change.after() - change.before()) + " points (" + level + ": "
                    + points(change.difference().low()) + " to "
                    + points(change.difference().high()) + ")";
        } else if (change.relative().isPresent() && change.relativeInterval().isPresent()) {
            by = relative(
                    change.relative().getAsDouble(), change.relativeInterval().get());
        } else {
            by = difference(change.measure(), change.after() - change.before()) + " (" + level + ": "
                    + difference(change.measure(), change.difference().low()) + " to "
                    + difference(change.measure(), change.difference().high()) + ")";
        }
        return values + ": " + by + ", " + verdict(change.isMoreThanNoise(), change.pValue());
    }

    private static String relative(double value, Interval interval) {
        return Wording.change(value) + " (" + interval.level() + ": " + Wording.change(interval.low()) + " to "
                + Wording.change(interval.high()) + ")";
    }

    private static String points(double share) {
        return Wording.sign(share) + Wording.decimal(share * PERCENT, 1);
    }

    private static String verdict(boolean moreThanNoise, double pValue) {
        return (moreThanNoise ? "more than noise" : "no more than noise") + " (p "
                + (pValue < 1e-4 ? "below 0.0001" : Wording.decimal(pValue, 4)) + ")";
    }

    private String value(PeriodMeasure measure, double value) {
        return switch (measure) {
            case SALES -> money(value);
            case REGULARS -> Wording.percent(value);
            default -> value == Math.rint(value) ? Wording.count((long) value) : Wording.decimal(value, 1);
        };
    }

    private String money(double value) {
        return Money.ofRounded(value, table.currency()).toString();
    }

    private void costs(PeriodFigures before, PeriodFigures after) {
        cost("cost of acquisition", before.acquisitionCost(), after.acquisitionCost());
        each("a new customer", before.acquisitionCostPerNewCustomer(), after.acquisitionCostPerNewCustomer());
        cost("cost of service", before.serviceCost(), after.serviceCost());
        each("an active customer", before.serviceCostPerActiveCustomer(), after.serviceCostPerActiveCustomer());
        each("a purchase", before.serviceCostPerPurchase(), after.serviceCostPerPurchase());
    }

    private void cost(String name, Optional<Money> before, Optional<Money> after) {
        if (before.isPresent() && after.isPresent()) {
            Wording.line(text, name + " " + before.get() + " -> " + after.get() + ", as given");
        }
    }

    private void each(String whom, OptionalDouble before, OptionalDouble after) {
        if (before.isPresent() && after.isPresent()) {
            double from = before.getAsDouble();
            String by = from > 0 ? ": " + Wording.change(after.getAsDouble() / from - 1) : "";
            Wording.line(text, "  for " + whom + " " + money(from) + " -> " + money(after.getAsDouble()) + by);
        }
    }

    private void effects(ControlGroups control) {
        String treated = control.treatedLabel();
        String untreated = control.controlLabel();
        for (Effect effect : comparison.effects()) {
            double factor = effect.treatedAfter() / effect.treatedBefore() - 1;
            double without = effect.controlAfter() / effect.controlBefore() - 1;
            Wording.line(
                    text,
                    effect.measure().label() + " of '" + treated + "' " + Wording.change(factor) + ", of '" + untreated
                            + "' " + Wording.change(without) + ": the change caused "
                            + relative(effect.relative(), effect.interval()) + ", or "
                            + difference(effect.measure(), effect.amount()) + ", "
                            + verdict(effect.isMoreThanNoise(), effect.pValue()));
        }
        Wording.line(
                text,
                "caused holds if without the change '" + treated + "' would have gone by the same factor as '"
                        + untreated + "' and nothing else befell only one of them, which the log cannot show");
    }

    private String difference(PeriodMeasure measure, double amount) {
        return measure == PeriodMeasure.SALES ? money(amount) : Wording.sign(amount) + Wording.decimal(amount, 1);
    }

    private void noise(boolean scaled) {
        String test = scaled
                ? "by the normal limit of sums over customers"
                : "by swapping the two periods of each customer at random ("
                        + fold.flipsOfSales().description(seed) + " for sales)";
        String ofRegulars =
                comparison.change(PeriodMeasure.REGULARS).isPresent() ? "; of regulars by Fisher's exact test" : "";
        Wording.line(
                text,
                "noise is customers acting each by himself; p, the chance of so large a change from noise alone, is found "
                        + test + ofRegulars);
        Wording.line(text, "each p is of its line alone: where nothing changes, one line of 20 has a p below 0.05");
    }

    private void newcomersOfLog(PeriodFigures before, PeriodFigures after) {
        LocalDate begin = table.grid().startOf(table.firstPeriod());
        Wording.line(
                text,
                "a new customer has no earlier purchase in the log, which begins on " + begin + ", "
                        + lead(begin, before.from()) + " the first period and " + lead(begin, after.from())
                        + " the second: who bought before that is taken for new");
    }

    private static String lead(LocalDate begin, LocalDate from) {
        long days = ChronoUnit.DAYS.between(begin, from);
        return days >= 0 ? Wording.count(days, "day") + " before" : Wording.count(-days, "day") + " into";
    }
}
