package io.clv.examples;

import io.clv.Clv;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Transaction;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.Input;
import io.clv.ltv.LtvModel;
import io.clv.quantity.Basis;
import io.clv.quantity.Estimate;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.List;

/** A model of your own as a lambda: it goes wherever the library's models go. */
public final class OwnModel {

    private OwnModel() {}

    /**
     * Values three customers by what they have spent so far.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        CustomerTable customers = Clv.ledger("USD")
                .read(List.of(
                        new Transaction("Ann", LocalDate.of(2025, 1, 7), Money.parse("USD 48.00")),
                        new Transaction("Bob", LocalDate.of(2025, 1, 19), Money.parse("USD 20.00")),
                        new Transaction("Ann", LocalDate.of(2025, 2, 3), Money.parse("USD 52.50")),
                        new Transaction("Dora", LocalDate.of(2025, 3, 22), Money.parse("USD 19.90"))))
                .summarize(LocalDate.of(2025, 12, 31));

        LtvModel halfAgain = profile -> Estimate.builder("half again", profile.currency())
                .basis(Basis.RESIDUAL_AFTER_OBSERVATION)
                .part("revenue", 0.5 * profile.amount(Input.TOTAL).orElse(0))
                .assumption("a customer will spend half of what was spent so far")
                .build();

        CustomerValues values = halfAgain.value(customers);
        for (int row = 0; row < values.size(); row++) {
            System.out.println(values.id(row) + " " + values.value(row));
        }
        System.out.print(values.explain());
    }
}
