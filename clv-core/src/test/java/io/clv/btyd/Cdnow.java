package io.clv.btyd;

import io.clv.PublicData;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.Transaction;
import io.clv.quantity.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The CDNOW data of Fader and Hardie; every method skips its test where they are not at hand. */
final class Cdnow {

    static final LocalDate CALIBRATED = LocalDate.of(1997, 9, 30);
    static final LocalDate OBSERVED = LocalDate.of(1998, 6, 30);

    private Cdnow() {}

    static Ledger sample() {
        return ledger(PublicData.fader("cdnow_sample.csv"), 1, 2, 4);
    }

    static Ledger full() {
        return ledger(PublicData.fader("cdnow.csv"), 0, 1, 3);
    }

    static LedgerOptions in(ChronoUnit unit) {
        return LedgerOptions.defaults().unit(unit);
    }

    private static Ledger ledger(Path file, int customer, int date, int amount) {
        List<Transaction> transactions = new ArrayList<>();
        for (String line : lines(file)) {
            String[] cells = line.split(",", -1);
            transactions.add(new Transaction(
                    cells[customer], LocalDate.parse(cells[date]), Money.parse("USD " + cells[amount])));
        }
        return Ledger.of(Money.currency("USD"), transactions);
    }

    /** Donations by 11,104 people over six years (Fader, Hardie and Shang 2010). */
    static Tally donations() {
        List<String> lines = lines(PublicData.fader("donations.csv"));
        double[][] columns = new double[4][lines.size()];
        for (int row = 0; row < lines.size(); row++) {
            String[] cells = lines.get(row).split(",", -1);
            for (int column = 0; column < 4; column++) {
                columns[column][row] = Double.parseDouble(cells[column]);
            }
        }
        return Tally.of(columns[0], columns[1], columns[2], columns[3], ChronoUnit.YEARS);
    }

    /**
     * x, t_x, T and the mean amount of each customer of the sample, rounded to two digits, as its authors give them.
     */
    static List<double[]> summary() {
        List<double[]> rows = new ArrayList<>();
        for (String line : lines(PublicData.fader("cdnow_summary.csv"))) {
            String[] cells = line.split(",", -1);
            double[] row = new double[4];
            for (int column = 0; column < 4; column++) {
                row[column] = Double.parseDouble(cells[column + 1]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> lines(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.subList(1, lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
