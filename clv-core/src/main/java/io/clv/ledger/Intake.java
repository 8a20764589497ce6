package io.clv.ledger;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells the rows of a log that states can take from those that they cannot. */
final class Intake {

    private final SealedRanges sealed;
    private final RefundPolicy refunds;

    Intake(SealedRanges sealed, RefundPolicy refunds) {
        this.sealed = sealed;
        this.refunds = refunds;
    }

    /** The log, if all of its rows are acceptable. */
    Log all(Log log) {
        for (int row = 0; row < log.rows().size(); row++) {
            Optional<DayRange> range = sealed.holding(log.rows().days()[row]);
            if (range.isPresent()) {
                throw log.refusal(row).tooLate(range.get());
            }
            if (isRejectedRefund(log.rows().amounts()[row])) {
                throw log.refusal(row).refund();
            }
        }
        return log;
    }

    /** The acceptable rows of a log; the others are told. */
    Log acceptable(Log log, Consumer<? super Problem> problems) {
        KeyedRows rows = log.rows();
        long[] keys = new long[rows.size()];
        int[] days = new int[rows.size()];
        long[] amounts = new long[rows.size()];
        int size = 0;
        for (int row = 0; row < rows.size(); row++) {
            int day = rows.days()[row];
            long amount = rows.amounts()[row];
            Optional<DayRange> range = sealed.holding(day);
            if (range.isPresent()) {
                String date = LocalDate.ofEpochDay(day).toString();
                problems.accept(new Problem(row + 1L, "date", date, Refusal.lateRule(range.get())));
            } else if (isRejectedRefund(amount)) {
                problems.accept(
                        new Problem(row + 1L, "amount", log.refusal(row).money().toString(), Refusal.REFUND_RULE));
            } else {
                keys[size] = rows.keys()[row];
                days[size] = day;
                amounts[size++] = amount;
            }
        }
        KeyedRows acceptable =
                new KeyedRows(Arrays.copyOf(keys, size), Arrays.copyOf(days, size), Arrays.copyOf(amounts, size));
        return new Log(log.currency(), acceptable, log.keys());
    }

    private boolean isRejectedRefund(long amount) {
        return amount < 0 && refunds == RefundPolicy.REJECT;
    }
}
