package io.clv.examples;

import static io.clv.ledger.IdPolicy.ALLOW;
import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static java.time.temporal.ChronoUnit.YEARS;

import io.clv.economics.IncomeByKind;
import io.clv.economics.MarginCurve;
import io.clv.economics.PriceIndex;
import io.clv.economics.RealIncome;
import io.clv.economics.RealValue;
import io.clv.economics.ReferralValue;
import io.clv.economics.ValueNetOfDefault;
import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.RefundPolicy;
import io.clv.ledger.Transaction;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.RetentionCurve;
import io.clv.quantity.Basis;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Estimate;
import io.clv.quantity.GrowthRate;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Pace;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** What a bank's small-business customers bring: by kind, net of default, in real money, and by whom they bring. */
public final class BankCustomers {

    private BankCustomers() {}

    /**
     * Four customers over two years.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        String[] names = {"bakery", "florist", "garage", "printer"};
        double[] values = {5200, 900, 3100, 400};
        IncomeByKind.Builder income = IncomeByKind.builder(Money.currency("USD"));
        List<Transaction> log = new ArrayList<>();
        for (int month = 0; month < 24; month++) {
            for (int who = 0; who < names.length; who++) {
                Money commission = Money.of(20L + 10L * who + 2L * (month / 12), "USD");
                Money interest = Money.of(who % 2 == 0 ? 45 : 0, "USD");
                income.add(names[who], "commission", commission).add(names[who], "interest", interest);
                log.add(new Transaction(
                        names[who], LocalDate.of(2024, 1, 10).plusMonths(month), commission.plus(interest)));
            }
        }
        LocalDate end = LocalDate.of(2025, 12, 31);
        Ledger ledger = Ledger.of(Money.currency("USD"), log);
        CustomerTable customers = ledger.summarize(end);
        CustomerValues worth = CustomerValues.builder("stated", customers)
                .amounts(values)
                .basis(Basis.RESIDUAL_AFTER_OBSERVATION)
                .measure(Measure.PROFIT)
                .build();
        IncomeByKind split = income.build();
        System.out.print(split.explain());
        System.out.println("value in the same parts: " + split.split(worth));
        System.out.println();

        Attributes credit = Attributes.builder()
                .money("loan", "bakery", Money.parse("USD 30000"))
                .number("pd", "bakery", 0.03)
                .number("lgd", "bakery", 0.4)
                .money("loan", "printer", Money.parse("USD 12000"))
                .number("pd", "printer", 0.09)
                .number("lgd", "printer", 0.5)
                .build();
        System.out.print(ValueNetOfDefault.of(worth, credit.join(customers, ALLOW, ALLOW), "loan", "pd", "lgd")
                .explain());
        System.out.println();

        PriceIndex prices = PriceIndex.growing(YearMonth.of(2024, 1), GrowthRate.of(0.04, YEARS));
        System.out.print(RealIncome.of(
                        ledger.periods(end, CalendarGrid.months(), RefundPolicy.REJECT), prices, YearMonth.of(2025, 12))
                .explain());
        RetentionCurve staying = RetentionCurve.constant(percent(25).lossPer(YEARS));
        MarginCurve margin = MarginCurve.of(MoneyRate.parse("USD 900 per year"), staying);
        System.out.print(new RealValue(margin, 10, GrowthRate.of(0.04, YEARS), annually(percent(10))).explain());
        System.out.println();

        Estimate newcomer = Estimate.builder("stated", Money.currency("USD"))
                .measure(Measure.PROFIT)
                .part("margin", 2400)
                .build();
        System.out.print(ReferralValue.builder()
                .referrals(Pace.perYear(0.15))
                .staying(staying)
                .newcomer(newcomer)
                .attributable(percent(60))
                .savedAcquisition(Money.parse("USD 350"))
                .reward(Money.parse("USD 100"))
                .discountedAt(annually(percent(10)))
                .over(Span.years(10))
                .estimate()
                .explain());
    }
}
