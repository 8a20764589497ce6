package io.clv.economics;

import io.clv.ledger.Groups;
import io.clv.ledger.PeriodTable;
import io.clv.numerics.CompensatedSum;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Money;
import io.clv.quantity.Span;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One campaign's customers by age: what they brought, and what was expected of them. */
final class AgedCampaign {

    /** A day this near to the end of a period is at its end: the days of a month or year are not whole. */
    private static final double TOLERANCE = 1e-9;

    private final PeriodTable days;
    private final MarginCurve curve;
    private final double marginOfMinor;
    private final double daysPerPeriod;
    private final int lastDay;

    /** The rows of the campaign's customers. */
    private final int[] rows;

    /** How many whole periods each has been observed. */
    private final int[] ages;

    /** The expected margin of one customer through each age. */
    private final double[] expected;

    AgedCampaign(PeriodTable days, Groups campaigns, int code, double margin, MarginCurve curve) {
        this.days = days;
        this.curve = curve;
        marginOfMinor = margin / Math.pow(10, days.currency().getDefaultFractionDigits());
        daysPerPeriod = Span.of(1, curve.unit()).in(ChronoUnit.DAYS);
        lastDay = days.grid().indexOf(days.observedThrough());
        rows = new int[campaigns.count(code)];
        ages = new int[rows.length];
        int next = 0;
        for (int row = 0; row < campaigns.size(); row++) {
            if (campaigns.code(row) == code) {
                rows[next] = row;
                ages[next++] = (int) Math.floor((lastDay - firstPurchase(row)) / daysPerPeriod + TOLERANCE);
            }
        }
        expected = new double[Arrays.stream(ages).max().orElse(0) + 1];
        CompensatedSum sum = new CompensatedSum();
        for (int age = 0; age < expected.length; age++) {
            sum.add(curve.present(age, DiscountRate.none()));
            expected[age] = sum.value();
        }
    }

    private int firstPurchase(int row) {
        for (int cell = days.cellsBegin(row); cell < days.cellsEnd(row); cell++) {
            if (days.purchases(cell) > 0) {
                return days.period(cell);
            }
        }
        return lastDay;
    }

    CampaignTracking.Line line(String name, Optional<Money> cost) {
        int[] observed = new int[expected.length];
        CompensatedSum[] realisedAt = new CompensatedSum[expected.length];
        Arrays.setAll(realisedAt, age -> new CompensatedSum());
        CompensatedSum toDate = new CompensatedSum();
        CompensatedSum realised = new CompensatedSum();
        CompensatedSum wanted = new CompensatedSum();
        double[] beyond = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double[] brought = brought(rows[i], ages[i]);
            for (int age = 0; age <= ages[i]; age++) {
                observed[age]++;
                realisedAt[age].add(brought[age]);
            }
            toDate.add(brought[ages[i] + 1]);
            realised.add(brought[ages[i]]);
            wanted.add(expected[ages[i]]);
            beyond[i] = brought[ages[i]] - expected[ages[i]];
        }
        List<CampaignTracking.Age> table = new ArrayList<>();
        for (int age = 0; age < expected.length; age++) {
            table.add(new CampaignTracking.Age(
                    age, observed[age], money(realisedAt[age].value() / observed[age]), money(expected[age])));
        }
        return new CampaignTracking.Line(
                name,
                rows.length,
                cost,
                money(toDate.value()),
                money(realised.value()),
                money(wanted.value()),
                standardErrors(beyond),
                table);
    }

    private Money money(double amount) {
        return Money.ofRounded(amount, curve.currency());
    }

    /** The margin of a customer through each age, and last of all that was seen. */
    private double[] brought(int row, int age) {
        double[] brought = new double[age + 2];
        int first = firstPurchase(row);
        for (int cell = days.cellsBegin(row); cell < days.cellsEnd(row); cell++) {
            double since = (days.period(cell) - first) / daysPerPeriod;
            int through = (int) Math.max(0, Math.ceil(since - TOLERANCE));
            brought[Math.min(through, age + 1)] += marginOfMinor * days.minorUnits(cell);
        }
        for (int k = 1; k < brought.length; k++) {
            brought[k] += brought[k - 1];
        }
        return brought;
    }

    /** The sum in standard errors of a sum of so many. */
    private static Optional<Double> standardErrors(double[] beyond) {
        double sum = CompensatedSum.of(beyond);
        double mean = sum / beyond.length;
        CompensatedSum squares = new CompensatedSum();
        for (double each : beyond) {
            squares.add((each - mean) * (each - mean));
        }
        double variance = squares.value() / (beyond.length - 1);
        return beyond.length > 1 && variance > 0
                ? Optional.of(sum / Math.sqrt(variance * beyond.length))
                : Optional.empty();
    }
}
