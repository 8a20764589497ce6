package io.clv.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuckDbLogTest {

    private static final int ROWS = 25_000;

    @TempDir
    Path folder;

    private static Ledger read(Path file) throws SQLException {
        return DuckDbLog.read(file, SimulatedLog.CURRENCY, "customer \"id\"", "sold on", "amount");
    }

    /** Writes the log as CSV, and has DuckDB turn it into another kind of file if asked. */
    private Path write(SimulatedLog log, String name) throws Exception {
        StringBuilder text = new StringBuilder("\"customer \"\"id\"\"\",sold on,amount\n");
        for (int row = 0; row < log.size(); row++) {
            long minor = log.minorUnits[row];
            text.append(String.format(
                    Locale.ROOT,
                    "%s,%s,%d.%02d%n",
                    log.id(row),
                    LocalDate.ofEpochDay(log.days[row]),
                    minor / 100,
                    minor % 100));
        }
        Path csv = Files.writeString(folder.resolve("o'hara's log.csv"), text);
        if (name.endsWith(".csv")) {
            return csv;
        }
        Path file = folder.resolve(name);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * FROM '" + csv.toString().replace("'", "''") + "') TO '" + file + "'");
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"log.csv", "log.parquet"})
    void fileHoldsWhatWasWritten(String name) throws Exception {
        SimulatedLog log = SimulatedLog.of(LogShape.UNIFORM, CustomerIds.TEXT, ROWS, 3);
        Ledger expected = Ledger.ofColumns(SimulatedLog.CURRENCY, log.texts, log.days, log.minorUnits);

        Ledger ledger = read(write(log, name));

        assertThat(ledger.size()).isEqualTo(ROWS);
        assertThat(ledger.total()).isEqualTo(expected.total());
        CustomerTable table = ledger.summarize(SimulatedLog.END_DATE);
        assertThat(table).isEqualTo(expected.summarize(SimulatedLog.END_DATE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",2024-01-01,5|row 2 has no customer",
                "a,,5|row 2 has no date",
                "a,2024-01-01,|row 2 has no amount",
                "a,2024-01-01,0.125|amount 0.125 has 3 decimals, but USD allows 2",
            })
    void badCellsAreTold(String rowAndMessage) throws Exception {
        String[] parts = rowAndMessage.split("\\|", -1);
        Path file = Files.writeString(
                folder.resolve("bad.csv"),
                "\"customer \"\"id\"\"\",sold on,amount\nb,2024-01-01,7\n" + parts[0] + "\n");

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(parts[1]);
    }

    @Test
    void runsAsAProgram() throws Exception {
        Path file = write(SimulatedLog.of(LogShape.UNIFORM, CustomerIds.TEXT, 1_000, 3), "log.parquet");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(bytes, true, UTF_8));
        try {
            DuckDbLog.main(file.toString(), "USD", "customer \"id\"", "sold on", "amount");
        } finally {
            System.setOut(before);
        }

        assertThat(bytes.toString(UTF_8).lines())
                .containsExactly(
                        read(file).toString(),
                        read(file).summarize(SimulatedLog.END_DATE).toString())
                .first()
                .asString()
                .startsWith("1000 transactions ");
    }
}
