package io.clv.ltv;

import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.months;
import static java.time.temporal.ChronoUnit.MONTHS;
import static org.assertj.core.api.Assertions.assertThat;

import io.clv.quantity.DiscountRate;
import io.clv.quantity.Estimate;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Ratio;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.data.Offset;

class SubscriptionLawsTest {

    private static SubscriptionLtv.Builder hundred(double churn, double discount) {
        return SubscriptionLtv.builder()
                .revenue("USD 100", MONTHS)
                .grossMargin(percent(100))
                .churn(Ratio.of(churn).lossPer(MONTHS))
                .discountedAt(DiscountRate.effective(Ratio.of(discount), MONTHS));
    }

    private static Offset<Double> relative(double value) {
        return Offset.offset(1e-11 * Math.max(1, Math.abs(value)));
    }

    @Property
    void geometricExpansionIsItsSum(
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.9) double churn,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.1) double discount,
            @ForAll @Scale(6) @DoubleRange(min = -0.2, max = 0.1) double growth,
            @ForAll @IntRange(min = 1, max = 120) int payments) {
        double sum = 0;
        for (int k = 0; k < payments; k++) {
            sum += 100 * Math.pow((1 - churn) * (1 + growth) / (1 + discount), k);
        }
        Estimate estimate = hundred(churn, discount)
                .expansion(Ratio.of(growth).growthPer(MONTHS))
                .over(months(payments))
                .estimate();

        assertThat(estimate.amount()).isCloseTo(sum, relative(sum));
    }

    @Property
    void linearExpansionIsItsSum(
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.9) double churn,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.1) double discount,
            @ForAll @IntRange(min = -3000, max = 1000) int cents,
            @ForAll @IntRange(min = 1, max = 120) int payments) {
        double sum = 0;
        for (int k = 0; k < payments && 10_000 + (long) cents * k > 0; k++) {
            sum += (100 + cents / 100.0 * k) * Math.pow((1 - churn) / (1 + discount), k);
        }
        Estimate estimate = hundred(churn, discount)
                .linearExpansion(MoneyRate.of(Money.ofMinor(cents, Money.currency("USD")), MONTHS))
                .over(months(payments))
                .estimate();

        assertThat(estimate.amount()).isCloseTo(sum, relative(sum));
    }

    /** a/(1-q) + e q/(1-q)^2 and a/(1 - q(1+g)). */
    @Property
    void endlessFormsAreThoseOfTheTextbook(
            @ForAll @Scale(6) @DoubleRange(min = 0.02, max = 0.9) double churn,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.1) double discount,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.01) double growth) {
        double q = (1 - churn) / (1 + discount);
        double linear = 100 / (1 - q) + 2 * q / ((1 - q) * (1 - q));
        double geometric = 100 / (1 - q * (1 + growth));

        assertThat(hundred(churn, discount)
                        .linearExpansion("USD 2", MONTHS)
                        .estimate()
                        .amount())
                .isCloseTo(linear, relative(linear));
        assertThat(hundred(churn, discount)
                        .expansion(Ratio.of(growth).growthPer(MONTHS))
                        .estimate()
                        .amount())
                .isCloseTo(geometric, relative(geometric));
    }

    @Property
    void withoutExpansionItIsTheDiscountedFormula(
            @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 0.9) double churn,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.1) double discount,
            @ForAll DiscountConvention convention) {
        double discounted = DiscountedLtv.builder()
                .revenue("USD 100", MONTHS)
                .grossMargin(percent(70))
                .churn(Ratio.of(churn).lossPer(MONTHS))
                .discountedAt(DiscountRate.effective(Ratio.of(discount), MONTHS))
                .convention(convention)
                .acquisitionCost("USD 12")
                .estimate()
                .amount();
        double subscription = SubscriptionLtv.builder()
                .revenue("USD 100", MONTHS)
                .grossMargin(percent(70))
                .churn(Ratio.of(churn).lossPer(MONTHS))
                .discountedAt(DiscountRate.effective(Ratio.of(discount), MONTHS))
                .convention(convention)
                .acquisitionCost("USD 12")
                .estimate()
                .amount();

        assertThat(subscription).isEqualTo(discounted);
    }

    @Property
    void aPrepaidTermOfOnePeriodIsNone(
            @ForAll @Scale(6) @DoubleRange(min = 0.02, max = 0.9) double churn,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.1) double discount,
            @ForAll @Scale(6) @DoubleRange(min = -0.1, max = 0.01) double growth,
            @ForAll boolean justPaid) {
        DiscountConvention convention =
                justPaid ? DiscountConvention.FIRST_EXCLUDED : DiscountConvention.FIRST_PAYMENT_NOW;
        double plain = hundred(churn, discount)
                .costToServe("USD 9", MONTHS)
                .expansion(Ratio.of(growth).growthPer(MONTHS))
                .convention(convention)
                .estimate()
                .amount();
        double prepaid = hundred(churn, discount)
                .costToServe("USD 9", MONTHS)
                .expansion(Ratio.of(growth).growthPer(MONTHS))
                .convention(convention)
                .prepaid(months(1))
                .estimate()
                .amount();

        assertThat(prepaid).isCloseTo(plain, relative(plain));
    }

    /** Term by term: cash at the start, price as grown by then, boxes through the term, churn at renewal only. */
    @Property
    void prepaidTermsAreTheirSum(
            @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 0.9) double churn,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.05) double discount,
            @ForAll @Scale(6) @DoubleRange(min = -0.1, max = 0.02) double growth,
            @ForAll @IntRange(min = 1, max = 24) int term,
            @ForAll @IntRange(min = 1, max = 8) int every,
            @ForAll @IntRange(min = 1, max = 100) int horizon) {
        double sum = 0;
        for (int start = 0; start < horizon; start += term) {
            double there = Math.pow(1 - churn, start);
            sum += there * term * 100 * Math.pow((1 + growth) / (1 + discount), start);
            for (int month = 0; month < term; month++) {
                double due = Math.pow(1 + discount, -(start + month));
                sum -= there * 7 * due;
                sum -= month % every == 0 ? there * 2 * 11 * due : 0;
            }
        }
        Estimate estimate = hundred(churn, discount)
                .expansion(Ratio.of(growth).growthPer(MONTHS))
                .prepaid(months(term))
                .costToServe("USD 7", MONTHS)
                .deliveries(Deliveries.every(months(every), 2, Money.parse("USD 11")))
                .over(months(horizon))
                .estimate();

        assertThat(estimate.amount()).isCloseTo(sum, Offset.offset(1e-10 * Math.max(100, Math.abs(sum))));
        assertThat(estimate.parts().values().stream()
                        .mapToLong(Money::minorUnits)
                        .sum())
                .isEqualTo(estimate.value().minorUnits());
    }

    @Property
    void linearExpansionOfPrepaidTermsIsItsSum(
            @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 0.9) double churn,
            @ForAll @IntRange(min = -700, max = 700) int cents,
            @ForAll @IntRange(min = 1, max = 24) int term) {
        double sum = 0;
        double q = Math.pow(1 - churn, term);
        for (int j = 0; j < 10_000 && 10_000 + (long) cents * term * j > 0 && Math.pow(q, j) > 1e-17; j++) {
            sum += Math.pow(q, j) * term * (100 + cents / 100.0 * term * j);
        }
        Estimate estimate = hundred(churn, 0)
                .linearExpansion(MoneyRate.of(Money.ofMinor(cents, Money.currency("USD")), MONTHS))
                .prepaid(months(term))
                .estimate();

        assertThat(estimate.amount()).isCloseTo(sum, Offset.offset(1e-9 * Math.max(1, Math.abs(sum))));
    }
}
