package io.clv.segment;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ltv.ChurnCounts;
import io.clv.ltv.ChurnRule;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.CustomerValues.Column;
import io.clv.ltv.Input;
import io.clv.numerics.CompensatedSum;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds up what segments are asked for; the sums of all stand after those of the groups. */
final class SegmentSums {

    private final Groups groups;
    private final CustomerAmounts amounts;
    private final CustomerBase base;
    private final Optional<CustomerValues> values;
    private final CustomerTable customers;
    private final int all;
    private final int[] count;
    private final List<String> notes = new ArrayList<>();

    SegmentSums(Groups groups, CustomerAmounts amounts, CustomerBase base, Optional<CustomerValues> values) {
        this.groups = groups;
        this.amounts = amounts;
        this.base = base;
        this.values = values;
        customers = amounts.customers();
        amounts.requireRows("groups", groups.size());
        if (!base.customers().equals(customers)) {
            throw new IllegalArgumentException(
                    "the base must be of the customers that are worth the amounts, but was of " + base.customers());
        }
        all = groups.labels().size();
        count = new int[all + 1];
        for (int code = 0; code < all; code++) {
            count[code] = groups.count(code);
        }
        count[all] = groups.size();
    }

    Segments segments() {
        double[] value = sums(amounts::amount);
        long[] brought = brought();
        List<Optional<Ratio>> margins = margins(brought);
        List<Optional<ChurnCounts>> churn = churn();
        List<Optional<Ratio>> gone = gone();
        List<Segment> rows = new ArrayList<>();
        for (int code = 0; code <= all; code++) {
            int size = count[code];
            rows.add(new Segment(
                    code == all ? "all" : groups.labels().get(code),
                    size,
                    size == 0 ? Ratio.ZERO : Ratio.of((double) size / count[all]),
                    amounts.money(value[code]),
                    size == 0 ? Optional.empty() : Optional.of(amounts.money(value[code] / size)),
                    value[all] > 0 ? Optional.of(Ratio.of(value[code] / value[all])) : Optional.empty(),
                    Money.ofMinor(brought[code], customers.currency()),
                    margins.get(code),
                    churn.get(code),
                    gone.get(code)));
        }
        if (!(value[all] > 0)) {
            notes.add("there are no shares of a value of " + amounts.total());
        }
        return new Segments(amounts.what(), rows.subList(0, all), rows.get(all), notes);
    }

    private interface Figure {
        double of(int row);
    }

    private double[] sums(Figure figure) {
        CompensatedSum[] sums = new CompensatedSum[all + 1];
        Arrays.setAll(sums, code -> new CompensatedSum());
        for (int row = 0; row < groups.size(); row++) {
            double each = figure.of(row);
            sums[groups.code(row)].add(each);
            sums[all].add(each);
        }
        return Arrays.stream(sums).mapToDouble(CompensatedSum::value).toArray();
    }

    private long[] brought() {
        long[] sums = new long[all + 1];
        for (int row = 0; row < groups.size(); row++) {
            long each = customers.totalMinorUnits(row);
            sums[groups.code(row)] = Math.addExact(sums[groups.code(row)], each);
            sums[all] = Math.addExact(sums[all], each);
        }
        return sums;
    }

    /** Weighted with what each has brought; nobody's where somebody in the segment has none. */
    private List<Optional<Ratio>> margins(long[] brought) {
        if (!base.differs(Input.GROSS_MARGIN)) {
            Optional<Ratio> margin = base.get(Input.GROSS_MARGIN);
            List<Optional<Ratio>> same = new ArrayList<>();
            for (int code = 0; code <= all; code++) {
                same.add(brought[code] > 0 ? margin : Optional.empty());
            }
            return same;
        }
        boolean[] unknown = new boolean[all + 1];
        double minorPerMajor = Math.pow(10, customers.currency().getDefaultFractionDigits());
        double[] profit = sums(row -> {
            Optional<Ratio> margin = base.get(Input.GROSS_MARGIN, row);
            if (margin.isEmpty()) {
                unknown[groups.code(row)] = true;
                unknown[all] = true;
            }
            return margin.isEmpty() ? 0 : margin.orElseThrow().value() * customers.totalAmount(row);
        });
        List<Optional<Ratio>> margins = new ArrayList<>();
        for (int code = 0; code <= all; code++) {
            margins.add(
                    unknown[code] || brought[code] <= 0
                            ? Optional.empty()
                            : Optional.of(Ratio.of(profit[code] / (brought[code] / minorPerMajor))));
        }
        return margins;
    }

    private List<Optional<ChurnCounts>> churn() {
        ChurnRule rule;
        try {
            rule = base.churnRule();
        } catch (IllegalArgumentException e) {
            notes.add("churn is not measured: " + e.getMessage());
            return Collections.nCopies(all + 1, Optional.empty());
        }
        List<Optional<ChurnCounts>> counts = new ArrayList<>(rule.churn(customers, groups));
        long lost = 0;
        long atRisk = 0;
        for (Optional<ChurnCounts> each : counts) {
            lost += each.map(ChurnCounts::lost).orElse(0L);
            atRisk += each.map(ChurnCounts::atRisk).orElse(0L);
        }
        counts.add(atRisk == 0 ? Optional.empty() : Optional.of(new ChurnCounts(rule.window(), lost, atRisk)));
        if (atRisk == 0) {
            notes.add("churn is not measured: nobody has been observed for " + rule.window());
        }
        return counts;
    }

    private List<Optional<Ratio>> gone() {
        @Nullable
        CustomerValues model = values.filter(each -> each.has(Column.P_ALIVE)).orElse(null);
        if (model == null) {
            return Collections.nCopies(all + 1, Optional.empty());
        }
        double[] left = sums(row -> 1 - model.get(Column.P_ALIVE, row));
        List<Optional<Ratio>> shares = new ArrayList<>();
        for (int code = 0; code <= all; code++) {
            shares.add(count[code] == 0 ? Optional.empty() : Optional.of(Ratio.of(left[code] / count[code])));
        }
        noteCertainty(model);
        return shares;
    }

    /** Some models know of nobody without a repeat purchase that he has left. */
    private void noteCertainty(CustomerValues model) {
        int silent = 0;
        for (int row = 0; row < customers.size(); row++) {
            if (customers.frequency(row) == 0 && customers.age(row) > 0) {
                if (model.get(Column.P_ALIVE, row) < 1) {
                    return;
                }
                silent++;
            }
        }
        if (silent > 0) {
            notes.add("those expected to have left are without the " + Wording.customers(silent)
                    + " who bought once, whom the " + model.model() + " model holds to be there whatever the data say");
        }
    }
}
