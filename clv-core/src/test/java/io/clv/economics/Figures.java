package io.clv.economics;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.IdPolicy;
import io.clv.ledger.JoinedAttributes;
import io.clv.ledger.Ledger;
import io.clv.ledger.Transaction;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Basis;
import io.clv.quantity.Estimate;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Small inputs that several tests share. */
final class Figures {

    private Figures() {}

    static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }

    /** A newcomer's lifetime profit, and a cost of acquisition that must not count. */
    static Estimate newcomer(double profit) {
        return Estimate.builder("stated", Money.currency("USD"))
                .measure(Measure.PROFIT)
                .part("margin", profit)
                .part(Estimate.ACQUISITION_COST, -40)
                .build();
    }

    static Estimate residual(double profit) {
        return Estimate.builder("stated", Money.currency("USD"))
                .basis(Basis.RESIDUAL_AFTER_OBSERVATION)
                .measure(Measure.PROFIT)
                .part("margin", profit)
                .build();
    }

    static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    /** Values that somebody stated, of customers who bought once. */
    static CustomerValues values(Basis basis, Measure measure, Object... idsAndAmounts) {
        List<Transaction> log = new ArrayList<>();
        Map<String, Double> amounts = new HashMap<>();
        for (int i = 0; i < idsAndAmounts.length; i += 2) {
            String id = (String) idsAndAmounts[i];
            log.add(new Transaction(id, LocalDate.of(2025, 1, 1), usd("1")));
            amounts.put(id, ((Number) idsAndAmounts[i + 1]).doubleValue());
        }
        CustomerTable table = Ledger.of(Money.currency("USD"), log).summarize(LocalDate.of(2025, 12, 31));
        double[] inRows = new double[table.size()];
        Arrays.setAll(inRows, row -> amounts.get(table.id(row)));
        return CustomerValues.builder("stated", table)
                .amounts(inRows)
                .basis(basis)
                .measure(measure)
                .build();
    }

    static CustomerValues profit(Object... idsAndAmounts) {
        return values(Basis.RESIDUAL_AFTER_OBSERVATION, Measure.PROFIT, idsAndAmounts);
    }

    static JoinedAttributes joined(CustomerValues values, Attributes attributes) {
        return attributes.join(values.customers(), IdPolicy.ALLOW, IdPolicy.ALLOW);
    }

    static Newcomers newcomers(Object... campaignsAndCounts) {
        Map<Campaign, Long> counts = new HashMap<>();
        for (int i = 0; i < campaignsAndCounts.length; i += 2) {
            counts.put((Campaign) campaignsAndCounts[i], ((Integer) campaignsAndCounts[i + 1]).longValue());
        }
        return Newcomers.of(counts);
    }
}
