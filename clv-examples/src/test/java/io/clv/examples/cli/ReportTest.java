package io.clv.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports from the command line. */
class ReportTest {

    private static final String STORES = Run.file("logs/stores.csv");
    private static final String END = " --observed-through 2025-06-30";

    @TempDir
    private Path folder = Path.of("");

    private Path file(String name) {
        return folder.resolve(name);
    }

    /** Runs a command whose files are in the folder. */
    private Run run(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(("report " + command).split(" ")));
        words.replaceAll(word -> word.equals("STORES")
                ? STORES
                : word.matches("[a-z-]+\\.(html|xlsx|csv)") ? file(word).toString() : word);
        words.addAll(List.of(more));
        return Run.of(words.toArray(String[]::new));
    }

    private Run done(String command, String... more) {
        Run run = run(command, more);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        return run;
    }

    private void assertUsage(String message, Run run) {
        assertThat(run.err()).endsWith("clv: " + message + "\n");
        assertThat(run.code()).isEqualTo(2);
    }

    private String page() throws IOException {
        return Files.readString(file("report.html"));
    }

    private static Map<String, String> parts(Path workbook) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(workbook))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                parts.put(entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    @Test
    void writesThePageTheWorkbookAndTheValues() throws IOException {
        Run run = done("STORES --margin 30% --out report.html --xlsx report.xlsx --values values.csv" + END);

        assertThat(run.err())
                .contains(
                        "note: wrote " + file("report.html"),
                        "note: wrote " + file("report.xlsx"),
                        "note: wrote " + file("values.csv"))
                .endsWith("note: left out for want of data: tracking, hold-out, channels\n");
        assertThat(page()).startsWith("<!doctype html>").contains("lang=\"en\"");
        assertThat(parts(file("report.xlsx"))).containsKey("xl/workbook.xml");
        assertThat(Files.readAllLines(file("values.csv")).get(0)).startsWith("customer,frequency,");
    }

    @Test
    void triesTheModelOnWhatCameLater() throws IOException {
        Run run = done("STORES --margin 30% --cac 5 --out report.html --calibrate-through 2024-12-31" + END);

        assertThat(run.err()).endsWith("note: left out for want of data: channels\n");
        assertThat(page()).contains("How good the forecast was");
    }

    @Test
    void showsWhatChannelsCostAndBring() throws IOException {
        Files.writeString(file("spend.csv"), "channel,kind,amount\nnorth,media,100\nsouth,fees,50\n");

        Run run = done("STORES --margin 30% --spend-file spend.csv --channel store --xlsx report.xlsx" + END);

        assertThat(run.err()).endsWith("note: left out for want of data: tracking, hold-out\n");
        assertThat(parts(file("report.xlsx")).get("xl/workbook.xml")).contains("\"Channels\"");
    }

    @Test
    void showsCostsAloneWhereTheWorthIsNotKnown() throws IOException {
        Files.writeString(file("spend.csv"), "channel,kind,amount\nnorth,media,100\n");

        assertThat(done("STORES --spend-file spend.csv --channel store --xlsx report.xlsx" + END)
                        .err())
                .contains(
                        "note: channels are shown by cost alone: no --margin was given, and revenue pays for nothing\n");
        assertThat(done("STORES --model simple --spend-file spend.csv --channel store --xlsx report.xlsx" + END)
                        .err())
                .contains("note: channels are shown by cost alone: a formula does not value newcomers by what the log"
                        + " says\n");
    }

    @Test
    void writesInArabicAndPersian() throws IOException {
        done("STORES --language fa --out report.html --xlsx report.xlsx" + END, "--title", "گزارش بهار");
        assertThat(page()).contains("lang=\"fa\"", "dir=\"rtl\"", "گزارش بهار");
        assertThat(parts(file("report.xlsx")).get("docProps/core.xml"))
                .contains("<dc:title>&#x6af;&#x632;&#x627;&#x631;&#x634; &#x628;&#x647;&#x627;&#x631;</dc:title>");
        done("STORES --language ar --out report.html" + END);
        assertThat(page()).contains("lang=\"ar\"", "dir=\"rtl\"");
    }

    @Test
    void theSameLogGivesTheSameBytes() throws IOException {
        done("STORES --out report.html --xlsx report.xlsx" + END);
        String page = page();
        byte[] workbook = Files.readAllBytes(file("report.xlsx"));
        done("STORES --out report.html --xlsx report.xlsx" + END);
        assertThat(page()).isEqualTo(page);
        assertThat(Files.readAllBytes(file("report.xlsx"))).isEqualTo(workbook);
    }

    @Test
    void aSimulatedLogIsReported() throws IOException {
        assertThat(done("--out report.html").err()).contains("note: no log was given: this is a simulated one, ");
        assertThat(page()).contains("$31,2");
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertUsage(
                "--out: must name the page, as in --out report.html, or --xlsx a workbook",
                run("STORES --values a.csv"));
        assertUsage("--language: must be one of ar, en, fa, but was 'de'", run("STORES --language de"));
        assertUsage("--channel: is of use beside --spend-file only", run("STORES --out report.html --channel store"));
        assertUsage(
                "--cac: money must be a currency code and an amount, as in 'USD 12.50', but was 'x'",
                run("STORES --out report.html --cac x"));
        assertUsage("title must not be blank", run("STORES --out report.html" + END, "--title", " "));
        assertUsage(
                "--calibrate-through: must be before the end of observation, 2025-06-30, for something to be held out,"
                        + " but was 2025-06-30",
                run("STORES --out report.html --calibrate-through 2025-06-30" + END));
        assertUsage(
                "--calibrate-through: the simple model is a formula, and nothing is fitted",
                run("STORES --out report.html --model simple --calibrate-through 2024-12-31" + END));
        assertUsage(
                "--spend-file: there is no log to read it from; name one after the command",
                run("--out report.html --spend-file " + Run.file("logs/spend.csv")));
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        Run run = run("STORES --out nowhere/report.html" + END);
        assertThat(run.err()).endsWith("clv: nowhere/report.html cannot be written: there is no folder nowhere\n");
        assertThat(run.code()).isEqualTo(1);
    }
}
