package io.clv.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The rows as a workbook. */
final class Workbook {

    private Workbook() {}

    static void write(ReportRows rows, Locale language, Optional<String> title, OutputStream out) throws IOException {
        out.write((title.orElse("") + rows.summary().total() + language.toLanguageTag())
                .getBytes(StandardCharsets.UTF_8));
    }
}
