package io.clv.lifecycle;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.quantity.Money;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Small logs, and the checks that tests of triggers share. */
final class TriggerFigures {

    static final LocalDate END = LocalDate.of(2025, 12, 31);

    private TriggerFigures() {}

    static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }

    static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    /** Of a customer, a date and an amount, again and again. */
    static Ledger log(String... cells) {
        Ledger.Builder log = Ledger.builder(Money.currency("USD"));
        for (int i = 0; i < cells.length; i += 3) {
            log.add(cells[i], LocalDate.parse(cells[i + 1]), usd(cells[i + 2]));
        }
        return log.build();
    }

    static CustomerTable table(String... cells) {
        return log(cells).summarize(END);
    }
}
