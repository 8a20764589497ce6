package io.clv.report;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** The rows as a page. */
final class Page {

    private Page() {}

    static void write(ReportRows rows, Locale language, Optional<String> title, Appendable out) throws IOException {
        out.append(title.orElse("")).append(rows.summary().total().toString()).append(language.toLanguageTag());
    }
}
