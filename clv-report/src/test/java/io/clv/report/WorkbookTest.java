package io.clv.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Money;
import io.clv.report.XlsxFile.Cell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTest {

    private static final ReportRows WHOLE = Bases.whole().rows();

    private static byte[] bytes(ReportRows rows, String language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Report.of(rows).language(Locale.forLanguageTag(language)).writeWorkbook(out);
        return out.toByteArray();
    }

    private static XlsxFile file(ReportRows rows, String language) throws IOException {
        return XlsxFile.of(bytes(rows, language));
    }

    private static ReportRows named(String... customers) {
        Ledger.Builder log = Ledger.builder(Money.currency("USD"));
        for (String customer : customers) {
            log.add(customer, LocalDate.of(2025, 1, 1), Money.of(10, "USD"));
        }
        CustomerTable table = log.build().summarize(Bases.END);
        double[] amounts = new double[table.size()];
        Arrays.fill(amounts, 100);
        return Analysis.of(CustomerValues.builder("by-hand", table)
                        .amounts(amounts)
                        .build())
                .rows();
    }

    private static List<Map<String, Cell>> sheet(XlsxFile file, String name) {
        assertThat(file.sheets()).contains(name);
        return file.rows(file.sheets().indexOf(name));
    }

    private static Cell cell(Map<String, Cell> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    @Test
    void eachTableHasASheet() throws IOException {
        assertThat(file(WHOLE, "en").sheets())
                .containsExactly(
                        "Summary",
                        "Tiers",
                        "Concentration",
                        "Distribution of value",
                        "Chance of being active",
                        "Tracking",
                        "Hold-out",
                        "Cohorts",
                        "Cumulative value",
                        "Channels",
                        "Customers to act on",
                        "Notes");
    }

    @Test
    void whatIsAbsentHasNoSheet() throws IOException {
        assertThat(file(named("a"), "en").sheets())
                .containsExactly(
                        "Summary", "Tiers", "Concentration", "Distribution of value", "Customers to act on", "Notes");
    }

    @Test
    void moneyIsANumberInItsCurrency() throws IOException {
        List<Map<String, Cell>> channels = sheet(file(WHOLE, "en"), "Channels");
        assertThat(channels.get(2))
                .containsEntry("A", new Cell("s", "search", "@", false))
                .containsEntry("C", new Cell("n", "1000.00", "#,##0.00 \"USD\"", false))
                .containsEntry("F", new Cell("n", "3.0", "#,##0.00", false));
    }

    @Test
    void sharesAndDatesAreNumbersToo() throws IOException {
        XlsxFile file = file(named("a", "b"), "en");
        Map<String, Cell> best = sheet(file, "Customers to act on").get(1);
        assertThat(cell(best, "I").type()).isEqualTo("n");
        assertThat(cell(best, "I").format()).isEqualTo("yyyy-mm-dd");
        // Days since 1899-12-30.
        assertThat(Double.parseDouble(cell(best, "I").value())).isEqualTo(45658);
        assertThat(cell(sheet(file, "Tiers").get(1), "C").format()).isEqualTo("0.0%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "<script>", "007", "1e5"})
    void whatCustomersCallThemselvesIsText(String name) throws IOException {
        assertThat(sheet(file(named(name), "en"), "Customers to act on").get(1).get("A"))
                .isEqualTo(new Cell("s", name, "@", false));
    }

    @Test
    void whatXmlCannotHoldIsReplaced() throws IOException {
        assertThat(sheet(file(named("a\u0001b", "_x0041_"), "en"), "Customers to act on"))
                .extracting(row -> cell(row, "A").value())
                .contains("a\uFFFDb", "_x005F_x0041_");
    }

    @Test
    void aNameTooLongForACellIsCut() throws IOException {
        String shown = cell(
                        sheet(file(named("x".repeat(40_000)), "en"), "Customers to act on")
                                .get(1),
                        "A")
                .value();
        assertThat(shown).hasSize(32_767).endsWith("x\u2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fa"})
    void sheetsOfArabicAndPersianRunFromRightToLeft(String language) throws IOException {
        XlsxFile file = file(WHOLE, language);
        for (int sheet = 0; sheet < file.sheets().size(); sheet++) {
            assertThat(file.isRightToLeft(sheet)).isTrue();
        }
        assertThat(file(WHOLE, "en").isRightToLeft(0)).isFalse();
    }

    @Test
    void digitsAreThoseOfTheLanguage() throws IOException {
        assertThat(cell(file(WHOLE, "ar").rows(1).get(1), "D").format()).isEqualTo("[$-2000000]#,##0.00 \"USD\"");
        assertThat(cell(file(WHOLE, "fa").rows(1).get(1), "D").format()).isEqualTo("[$-3000000]#,##0.00 \"USD\"");
        assertThat(file(WHOLE, "fa").text("xl/styles.xml")).contains("[$-3010000]yyyy-mm-dd");
    }

    /** Wherever a language needs a word of its own there is one: none of the English ones is left. */
    @ParameterizedTest
    @ValueSource(strings = {"ar", "fa"})
    void everySheetIsInTheLanguage(String language) throws IOException {
        XlsxFile file = file(WHOLE, language);
        assertThat(file.sheets()).noneMatch(name -> name.matches(".*[a-z].*"));
        for (int sheet = 0; sheet < file.sheets().size(); sheet++) {
            assertThat(file.rows(sheet).get(0).values())
                    .extracting(Cell::value)
                    .noneMatch(name -> name.matches(".*[a-z].*"));
        }
    }

    @Test
    void notesSayWhatIsLeftOut() throws IOException {
        assertThat(sheet(file(named("a"), "en"), "Notes"))
                .extracting(row -> cell(row, "B").value())
                .anyMatch(note -> note.startsWith("The list of") || note.contains("stages"));
    }

    @Test
    void theBytesDoNotDependOnTimeOrPlace() throws IOException {
        byte[] before = bytes(WHOLE, "fa");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(Arrays.equals(bytes(WHOLE, "fa"), before)).isTrue();
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(XlsxFile.of(before).text("docProps/core.xml")).contains(">2025-12-31T00:00:00Z<");
    }

    @Test
    void aFileIsReplaced(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.xlsx");
        Files.writeString(file, "x".repeat(1_000_000));
        Report.of(WHOLE).title("Spring").writeWorkbook(file);
        assertThat(XlsxFile.of(Files.readAllBytes(file)).text("docProps/core.xml"))
                .contains("Spring");
    }

    @Test
    void refusesOtherLanguagesAndBlankTitles() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Report.of(WHOLE).language(Locale.GERMANY))
                .withMessage("language must be one of en, ar, fa, but was 'de-DE'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Report.of(WHOLE).title(" "))
                .withMessage("title must not be blank");
    }
}
