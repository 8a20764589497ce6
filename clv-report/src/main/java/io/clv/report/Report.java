package io.clv.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * An analysis for people who look at it: a page of HTML that holds all it needs and asks no network for anything, and a
 * workbook of the same tables.
 *
 * <pre>{@code
 * Report.of(analysis).language(Locale.forLanguageTag("fa")).title("Spring").writeTo(Path.of("report.html"));
 * }</pre>
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Report {

    private final ReportRows rows;
    private final Locale language;
    private final Optional<String> title;

    private Report(ReportRows rows, Locale language, Optional<String> title) {
        this.rows = rows;
        this.language = language;
        this.title = title;
    }

    /**
     * A report in English.
     *
     * @param analysis what is reported; its rows are made now
     * @return the report
     */
    public static Report of(Analysis analysis) {
        return of(analysis.rows());
    }

    /**
     * A report in English of rows that were made before.
     *
     * @param rows what is reported
     * @return the report
     */
    public static Report of(ReportRows rows) {
        return new Report(rows, Locale.ENGLISH, Optional.empty());
    }

    /**
     * This report in another language.
     *
     * @param locale English, Arabic or Persian, of any country
     * @return the report
     * @throws IllegalArgumentException if the language is another
     */
    public Report language(Locale locale) {
        return new Report(rows, Language.of(locale).locale(), title);
    }

    /**
     * This report under a title of its own.
     *
     * @param text the title, in place of the usual one
     * @return the report
     * @throws IllegalArgumentException if the title is blank
     */
    public Report title(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("title must not be blank");
        }
        return new Report(rows, language, Optional.of(text.strip()));
    }

    /**
     * What is reported.
     *
     * @return the rows of all charts
     */
    public ReportRows rows() {
        return rows;
    }

    /**
     * Writes the page.
     *
     * @param file the file, which is replaced if it is there
     * @throws IOException if it cannot be written
     */
    public void writeTo(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writeTo(out);
        }
    }

    /**
     * Writes the page, which says that it is in UTF-8.
     *
     * @param out where to; not closed
     * @throws IOException if it cannot be written
     */
    public void writeTo(Appendable out) throws IOException {
        Page.write(rows, language, title, out);
    }

    /**
     * Writes the tables as a workbook of Office Open XML (.xlsx), a sheet each.
     *
     * @param file the file, which is replaced if it is there
     * @throws IOException if it cannot be written
     */
    public void writeWorkbook(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            writeWorkbook(out);
        }
    }

    /**
     * Writes the tables as a workbook of Office Open XML (.xlsx), a sheet each.
     *
     * @param out where to; not closed
     * @throws IOException if it cannot be written
     */
    public void writeWorkbook(OutputStream out) throws IOException {
        Workbook.write(rows, language, title, out);
    }

    @Override
    public String toString() {
        return title.orElse("report") + " (" + language.getLanguage() + "): "
                + rows.summary().total() + " for " + rows.summary().customers() + " customers";
    }
}
