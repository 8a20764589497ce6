package io.clv.ltv;

import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.months;
import static io.clv.quantity.Span.years;
import static org.assertj.core.api.Assertions.assertThat;

import io.clv.quantity.DiscountRate;
import io.clv.quantity.Estimate;
import io.clv.quantity.Ratio;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.data.Offset;

class DiscountedLawsTest {

    private static final ChronoUnit UNIT = ChronoUnit.MONTHS;

    private static Estimate value(
            double churn, double discount, DiscountConvention convention, double horizon, double margin) {
        DiscountedLtv.Builder builder = builder(discount, convention, horizon, margin);
        return builder.churn(Ratio.of(churn).lossPer(UNIT)).estimate();
    }

    private static DiscountedLtv.Builder builder(
            double discount, DiscountConvention convention, double horizon, double margin) {
        DiscountedLtv.Builder builder = DiscountedLtv.builder()
                .revenue("USD 100", UNIT)
                .grossMargin(Ratio.of(margin))
                .discountedAt(DiscountRate.effective(Ratio.of(discount), UNIT))
                .convention(convention);
        return horizon == Double.POSITIVE_INFINITY ? builder.forever() : builder.over(months(horizon));
    }

    private static Offset<Double> relative(double value) {
        return Offset.offset(1e-11 * Math.max(1, Math.abs(value)));
    }

    /** The sum as the convention's Javadoc writes it, term by term; the integral by its closed form in each period. */
    private static double bruteForce(double churn, double discount, DiscountConvention convention, int periods) {
        double r = 1 - churn;
        double v = 1 / (1 + discount);
        double sum = 0;
        for (int k = 0; k <= periods; k++) {
            double there = Math.pow(r, k);
            sum += switch (convention) {
                case FIRST_PAYMENT_NOW -> k < periods ? there * Math.pow(v, k) : 0;
                case PERIOD_END -> k + 1 <= periods ? there * Math.pow(v, k + 1) : 0;
                case MID_PERIOD -> k + 0.5 <= periods ? there * Math.pow(v, k + 0.5) : 0;
                case FIRST_EXCLUDED -> k >= 1 ? there * Math.pow(v, k) : 0;
                case CONTINUOUS -> k < periods ? there * Math.pow(v, k) * flow(r * v) : 0;
            };
        }
        return sum;
    }

    private static double flow(double q) {
        return q == 1 ? 1 : (q - 1) / Math.log(q);
    }

    @Property
    void closedFormIsTheSum(
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.9) double churn,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.2) double discount,
            @ForAll DiscountConvention convention,
            @ForAll @IntRange(min = 1, max = 120) int periods) {
        double sum = 100 * bruteForce(churn, discount, convention, periods);

        assertThat(value(churn, discount, convention, periods, 1).amount()).isCloseTo(sum, relative(sum));
    }

    @Property
    void aConstantCurveIsAConstantChurn(
            @ForAll @Scale(6) @DoubleRange(min = 0.001, max = 0.999) double churn,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.2) double discount,
            @ForAll DiscountConvention convention,
            @ForAll @IntRange(min = 0, max = 80) int given) {
        double closed =
                value(churn, discount, convention, Double.POSITIVE_INFINITY, 1).amount();
        Ratio retention = Ratio.of(1 - churn);
        double curve = builder(discount, convention, Double.POSITIVE_INFINITY, 1)
                .retention(RetentionCurve.of(UNIT, Collections.nCopies(given, retention), retention))
                .estimate()
                .amount();

        assertThat(curve).isCloseTo(closed, relative(closed));
    }

    @Property(tries = 200)
    void anOpenEndedCurveIsAConstantChurn(
            @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 0.9) double churn,
            @ForAll @Scale(6) @DoubleRange(min = 0.005, max = 0.2) double discount,
            @ForAll DiscountConvention convention,
            @ForAll @IntRange(min = 1, max = 60) int horizon,
            @ForAll boolean forever) {
        double end = forever ? Double.POSITIVE_INFINITY : horizon;
        double closed = value(churn, discount, convention, end, 1).amount();
        double curve = builder(discount, convention, end, 1)
                .retention(RetentionCurve.ofSurvival(UNIT, k -> Math.pow(1 - churn, k)))
                .estimate()
                .amount();

        assertThat(curve).isCloseTo(closed, relative(closed));
    }

    @Property
    void aLongHorizonApproachesForever(
            @ForAll @Scale(6) @DoubleRange(min = 0.05, max = 0.9) double churn,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.2) double discount,
            @ForAll DiscountConvention convention) {
        double forever =
                value(churn, discount, convention, Double.POSITIVE_INFINITY, 1).amount();

        assertThat(value(churn, discount, convention, 1000, 1).amount()).isCloseTo(forever, relative(forever));
    }

    @Property
    void valueFallsWithChurnAndDiscountAndRisesWithMargin(
            @ForAll @Scale(6) @DoubleRange(min = 0.001, max = 0.9) double churn,
            @ForAll @Scale(6) @DoubleRange(min = 0.001, max = 0.2) double discount,
            @ForAll DiscountConvention convention) {
        double here = value(churn, discount, convention, Double.POSITIVE_INFINITY, 0.5)
                .amount();

        assertThat(value(churn * 1.1, discount, convention, Double.POSITIVE_INFINITY, 0.5)
                        .amount())
                .isLessThan(here);
        assertThat(value(churn, discount * 1.1, convention, Double.POSITIVE_INFINITY, 0.5)
                        .amount())
                .isLessThan(here);
        assertThat(value(churn, discount, convention, Double.POSITIVE_INFINITY, 0.6)
                        .amount())
                .isGreaterThan(here);
    }

    @Property
    void conventionsAreOrdered(
            @ForAll @Scale(6) @DoubleRange(min = 0.001, max = 0.9) double churn,
            @ForAll @Scale(6) @DoubleRange(min = 0.0001, max = 0.2) double discount) {
        double now = value(churn, discount, DiscountConvention.FIRST_PAYMENT_NOW, Double.POSITIVE_INFINITY, 1)
                .amount();
        double mid = value(churn, discount, DiscountConvention.MID_PERIOD, Double.POSITIVE_INFINITY, 1)
                .amount();
        double end = value(churn, discount, DiscountConvention.PERIOD_END, Double.POSITIVE_INFINITY, 1)
                .amount();
        double excluded = value(churn, discount, DiscountConvention.FIRST_EXCLUDED, Double.POSITIVE_INFINITY, 1)
                .amount();

        assertThat(now).isGreaterThan(mid);
        assertThat(mid).isGreaterThan(end);
        assertThat(end).isGreaterThan(excluded);
        assertThat(now - excluded).isCloseTo(100, relative(now));
    }

    @Property
    void partsSumToTheValue(
            @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 0.9) double churn,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.2) double discount,
            @ForAll DiscountConvention convention) {
        Estimate estimate = builder(discount, convention, Double.POSITIVE_INFINITY, 0.7)
                .churn(Ratio.of(churn).lossPer(UNIT))
                .costToServe("USD 7", UNIT)
                .retentionSpend("USD 3", UNIT)
                .acquisitionCost("USD 31.99")
                .estimate();

        assertThat(estimate.parts()).hasSize(4);
        assertThat(estimate.parts().values().stream()
                        .mapToLong(part -> part.minorUnits())
                        .sum())
                .isEqualTo(estimate.value().minorUnits());
        assertThat(estimate.partAmounts().values().stream()
                        .mapToDouble(part -> part)
                        .sum())
                .isCloseTo(estimate.amount(), relative(estimate.amount()));
    }

    /** A rate is the same rate in another unit: monthly churn and discount, stated by the year. */
    @Property
    void ratesOfAnotherUnitAreTheSameRates(
            @ForAll @Scale(6) @DoubleRange(min = 0.001, max = 0.5) double churn,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.05) double discount,
            @ForAll DiscountConvention convention) {
        double monthly = value(churn, discount, convention, 24, 1).amount();
        double yearly = DiscountedLtv.builder()
                .revenue("USD 100", UNIT)
                .grossMargin(percent(100))
                .churn(Ratio.of(churn).lossPer(UNIT).per(ChronoUnit.YEARS))
                .discountedAt(DiscountRate.effective(
                        Ratio.of(
                                DiscountRate.effective(Ratio.of(discount), UNIT).effective(ChronoUnit.YEARS)),
                        ChronoUnit.YEARS))
                .convention(convention)
                .over(years(2))
                .estimate()
                .amount();

        assertThat(yearly).isCloseTo(monthly, relative(monthly));
    }
}
