package io.clv.examples;

import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.years;

import io.clv.Clv;
import io.clv.io.LogFile;
import io.clv.io.ResultWriter;
import io.clv.io.TransactionCsv;
import io.clv.ledger.CustomerTable;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;

/** From a CSV file to a CSV file: read a log, value every customer, write the values. */
public final class CsvToValues {

    private CsvToValues() {}

    /**
     * Values the customers of a log, or of the one beside this class.
     *
     * @param args the path of a log, or nothing
     * @throws IOException if the log cannot be read
     */
    public static void main(String[] args) throws IOException {
        LogFile log;
        try (InputStream in = args.length > 0
                ? Files.newInputStream(Path.of(args[0]))
                : Objects.requireNonNull(CsvToValues.class.getResourceAsStream("orders.csv"))) {
            log = TransactionCsv.of(Money.currency("USD")).read(in, "orders");
        }
        log.problems().forEach(System.err::println);

        CustomerTable customers = log.ledger().summarize(LocalDate.of(2025, 12, 31));
        CustomerValues values = Clv.marginAdjusted()
                .grossMargin(percent(30))
                .lifespan(years(2))
                .model()
                .value(customers);

        Writer out = new OutputStreamWriter(System.out, StandardCharsets.UTF_8);
        ResultWriter.csv(out).write(values);
    }
}
