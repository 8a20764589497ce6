package io.clv.modulepath;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Money;
import io.clv.report.Analysis;
import io.clv.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** Writes a report from a virtual machine that finds the library on its module path. */
final class PageOnModulePath {

    private PageOnModulePath() {}

    public static void main(String[] arguments) throws IOException {
        if (!Report.class.getModule().isNamed()) {
            throw new IllegalStateException("the report must be in a module, but was in none");
        }
        CustomerTable table = Ledger.builder(Money.currency("USD"))
                .add("ann", LocalDate.of(2025, 1, 1), Money.of(10, "USD"))
                .build()
                .summarize(LocalDate.of(2025, 12, 31));
        CustomerValues values = CustomerValues.builder("by-hand", table)
                .amounts(new double[] {10})
                .build();
        Report.of(Analysis.of(values)).language(Locale.forLanguageTag("fa")).writeTo(Path.of(arguments[0]));
    }
}
