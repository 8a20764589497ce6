package io.clv.cohort;

import io.clv.PublicData;
import io.clv.ledger.Ledger;
import io.clv.ledger.Transaction;
import io.clv.quantity.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;

/** Logs to make cohorts of. */
final class CohortLogs {

    static final Currency USD = Money.currency("USD");

    private CohortLogs() {}

    /** Rows as in {@code "ann 2025-01-31 10.00"}. */
    static Ledger of(String... rows) {
        return Ledger.of(USD, Arrays.stream(rows).map(CohortLogs::row).toList());
    }

    private static Transaction row(String row) {
        String[] cells = row.split(" ", -1);
        return new Transaction(cells[0], LocalDate.parse(cells[1]), Money.parse("USD " + cells[2]));
    }

    /** All 23,570 customers of CDNOW, who came in the first quarter of 1997. */
    static Ledger cdnow() {
        List<String> lines;
        try {
            lines = Files.readAllLines(PublicData.fader("cdnow.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Ledger.Builder ledger = Ledger.builder(USD);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            ledger.add(cells[0], LocalDate.parse(cells[1]), Money.parse("USD " + cells[3]));
        }
        return ledger.build();
    }
}
