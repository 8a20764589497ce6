package io.clv.examples;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;

import io.clv.btyd.BgNbd;
import io.clv.economics.CostCeiling;
import io.clv.economics.MarginCurve;
import io.clv.economics.Payback;
import io.clv.ltv.RetentionCurve;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.util.List;

/** When a customer has paid back what it cost to win him, counting those who leave before: it may be never. */
public final class PaybackTime {

    private PaybackTime() {}

    /**
     * A subscriber by a constant churn, the same by a churn that falls, and a shopper by a model of purchases.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        MoneyRate margin = MoneyRate.parse("USD 50 per month");
        MarginCurve leaky =
                MarginCurve.of(margin, RetentionCurve.constant(percent(6).lossPer(MONTHS)));
        System.out.print(Payback.of(Money.parse("USD 900"), leaky).explain());
        System.out.println();

        List<Ratio> firstMonths = List.of(percent(88), percent(92), percent(95));
        MarginCurve settling = MarginCurve.of(margin, RetentionCurve.of(MONTHS, firstMonths, percent(97)));
        System.out.print(Payback.of(Money.parse("USD 900"), settling, annually(percent(10)))
                .explain());
        System.out.println();

        MarginCurve shopper =
                MarginCurve.of(BgNbd.of(0.243, 4.414, 0.793, 2.426), WEEKS, Money.parse("USD 12"), MONTHS);
        System.out.print(Payback.of(Money.parse("USD 20"), shopper).explain());
        System.out.println(
                "to be paid back within a year: " + CostCeiling.atPayback(shopper, Span.years(1), DiscountRate.none()));
    }
}
