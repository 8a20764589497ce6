package io.clv.report;

import io.clv.ledger.Groups;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.segment.Concentration;
import io.clv.segment.CustomerAmounts;
import io.clv.segment.ValueTiers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Who holds how much of a base's value. */
final class Worth {

    /** The best 5%, the next 15%, the next 30% and the rest. */
    private static final ValueTiers USUAL = ValueTiers.byQuantile(
                    Ratio.percent(50), Ratio.percent(80), Ratio.percent(95))
            .named("D", "C", "B", "A");

    private static final int STEPS = 100;

    private static final int BINS = 30;

    /** Of a thousand customers this many at either end may be so far off that bins as wide as theirs show nothing. */
    private static final int FAR_OFF = 10;

    private final CustomerValues values;

    Worth(CustomerValues values) {
        this.values = values;
    }

    List<TierRow> tiers(Optional<ValueTiers> given) {
        Groups groups = given.orElse(USUAL).groups(CustomerAmounts.of(values));
        int tiers = groups.labels().size();
        Sums sums = Sums.of(values, tiers, groups::code);
        double total = values.totalAmount();
        List<TierRow> rows = new ArrayList<>();
        for (int tier = 0; tier < tiers; tier++) {
            rows.add(new TierRow(
                    groups.labels().get(tier),
                    sums.customers(tier),
                    (double) sums.customers(tier) / values.size(),
                    sums.value(tier),
                    sums.mean(tier),
                    sums.least(tier),
                    total > 0 ? OptionalDouble.of(sums.amount(tier) / total) : OptionalDouble.empty()));
        }
        Collections.reverse(rows);
        return rows;
    }

    Optional<Concentration> concentration() {
        return values.totalAmount() > 0 ? Optional.of(Concentration.of(CustomerAmounts.of(values))) : Optional.empty();
    }

    /** The curve of the best customers seen from its other end, which knows losses too. */
    static List<LorenzPoint> lorenz(Concentration concentration) {
        List<LorenzPoint> points = new ArrayList<>();
        List<Concentration.Point> best = concentration.whale(STEPS);
        for (int step = 0; step <= STEPS; step++) {
            points.add(new LorenzPoint(
                    (double) step / STEPS,
                    best.get(STEPS - step).value().complement().value()));
        }
        return points;
    }

    static List<Sentence> notes(Concentration concentration) {
        List<Sentence> notes = new ArrayList<>();
        notes.add(Sentence.of("concentration.top-fifth", concentration.top(Ratio.percent(20))));
        notes.add(Sentence.of("concentration.four-fifths", concentration.holding(Ratio.percent(80))));
        concentration.gini().ifPresent(gini -> notes.add(Sentence.of("concentration.gini", gini)));
        if (concentration.losing() > 0) {
            notes.add(Sentence.of("concentration.losing", concentration.losing(), concentration.lost()));
        }
        return notes;
    }

    /** Bins of a round width, open at an end where a few customers are far off. */
    List<ValueBin> bins() {
        double[] ascending = new double[values.size()];
        Arrays.setAll(ascending, values::amount);
        Arrays.sort(ascending);
        double scale = Math.pow(10, values.currency().getDefaultFractionDigits());
        int far = values.size() * FAR_OFF / 1000;
        double low = ascending[far] * scale;
        double high = ascending[ascending.length - 1 - far] * scale;
        long width = roundWidth((high - low) / BINS);
        long first = (long) Math.floor(low / width);
        int bins = (int) ((long) Math.floor(high / width) - first) + 1;
        Sums sums = Sums.of(values, bins, row ->
                (int) Math.max(0, Math.min(bins - 1, Math.floor(values.amount(row) * scale / width) - first)));
        List<ValueBin> rows = new ArrayList<>();
        for (int bin = 0; bin < bins; bin++) {
            boolean openBelow = bin == 0 && ascending[0] * scale < (double) first * width;
            boolean openAbove =
                    bin == bins - 1 && ascending[ascending.length - 1] * scale >= (double) (first + bins) * width;
            rows.add(new ValueBin(
                    openBelow ? Optional.empty() : Optional.of(edge(first + bin, width)),
                    openAbove ? Optional.empty() : Optional.of(edge(first + bin + 1, width)),
                    sums.customers(bin),
                    sums.value(bin)));
        }
        return rows;
    }

    private Money edge(long index, long width) {
        return Money.ofMinor(Math.multiplyExact(index, width), values.currency());
    }

    /** 1, 2 or 5 with noughts, not below what is asked for. */
    private static long roundWidth(double least) {
        long power = 1;
        while (power * 10.0 <= least) {
            power *= 10;
        }
        for (int factor : new int[] {1, 2, 5}) {
            if (factor * (double) power >= least) {
                return factor * power;
            }
        }
        return Math.multiplyExact(10, power);
    }
}
