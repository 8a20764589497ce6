package io.clv.examples;

import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.days;

import io.clv.Clv;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Transaction;
import io.clv.ltv.ChurnRule;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.Input;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** From transactions to the value of a base, with churn read off the base by a window of inactivity. */
public final class BaseValuation {

    private BaseValuation() {}

    /**
     * Values forty customers of whom every second has left.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        List<Transaction> transactions = new ArrayList<>();
        LocalDate start = LocalDate.of(2025, 1, 1);
        for (int customer = 0; customer < 40; customer++) {
            int purchases = customer % 2 == 0 ? 12 : 3;
            for (int i = 0; i < purchases; i++) {
                transactions.add(new Transaction(
                        "customer " + (customer + 1),
                        start.plusDays(customer + 30L * i),
                        Money.of(10 + customer, "USD")));
            }
        }

        CustomerTable customers = Clv.ledger("USD").read(transactions).summarize(LocalDate.of(2025, 12, 31));
        CustomerBase base = CustomerBase.of(customers)
                .churn(ChurnRule.inactiveFor(days(60)))
                .with(Input.GROSS_MARGIN, percent(30));
        CustomerValues values = Clv.marginAdjusted().model().value(base);

        System.out.print(values.explain());
        int best = customers.indexOf("customer 39");
        System.out.println(values.id(best) + " bought " + (customers.frequency(best) + 1) + " times and is worth "
                + values.value(best));
    }
}
