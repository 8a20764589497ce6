package io.clv.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clv.quantity.Money;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static final int FIVE_MEGABYTES = 5_000_000;

    /** What a page says, without what its scripts and its style say. */
    private static String words(String page) {
        return Pattern.compile("<(script|style)[^>]*>.*?</\\1>", Pattern.DOTALL)
                .matcher(page)
                .replaceAll("");
    }

    private static List<String> found(String page, String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static JsonNode figures(String page) throws JsonProcessingException {
        return new ObjectMapper()
                .readTree(found(page, "<script type=\"application/json\" id=\"figures\">(.*?)</script>")
                        .get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "fa"})
    void everySectionHasATitleALinkAndItsCharts(String language) throws JsonProcessingException {
        String page = Pages.page(Pages.EVERYTHING, language);
        Texts texts = Texts.of(Language.of(Locale.forLanguageTag(language)));
        for (Section section : Section.values()) {
            String id = section.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(page)
                    .contains(
                            "<a href=\"#" + id + "\">" + texts.get(id + ".title") + "</a>",
                            "<h2 id=\"" + id + "-title\">" + texts.get(id + ".title") + "</h2>");
        }
        assertThat(page).doesNotContain("id=\"left-out\"");
        List<String> charts = found(page, "<div class=\"chart\" id=\"([^\"]*)\"");
        assertThat(charts)
                .containsExactly(
                        "value-interval",
                        "tiers-shares",
                        "concentration-curve",
                        "distribution-bars",
                        "alive-map",
                        "tracking-each",
                        "tracking-cumulative",
                        "hold-out-means",
                        "cohorts-active",
                        "cohorts-revenue",
                        "cumulative-lines",
                        "stages-bars",
                        "channels-bars");
        assertThat(figures(page).get("figures").fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(charts);
    }

    @Test
    void everyAxisHasATitle() throws JsonProcessingException {
        for (JsonNode figure : figures(Pages.page(Pages.EVERYTHING, "en")).get("figures")) {
            assertThat(figure.get("values").get("name").asText()).isNotBlank();
        }
    }

    @Test
    void theLanguageAndItsDirectionAreSaid() {
        assertThat(Pages.page(Pages.EVERYTHING, "en")).contains("<html lang=\"en\" dir=\"ltr\">");
        assertThat(Pages.page(Pages.EVERYTHING, "ar-EG")).contains("<html lang=\"ar\" dir=\"rtl\">");
        assertThat(Pages.page(Pages.EVERYTHING, "fa-IR")).contains("<html lang=\"fa\" dir=\"rtl\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fa"})
    void figuresAreInTheDigitsOfTheLanguage(String language) {
        String tables = String.join(" ", found(Pages.page(Pages.EVERYTHING, language), "<td[^>]*>([^<]*)</td>"));
        assertThat(tables).doesNotContainPattern("[0-9]");
    }

    @Test
    void whatIsNotGivenIsLeftOutAndSaid() {
        String page = Pages.page(Analysis.of(Bases.values(10, 20, 30)).rows(), "en");
        assertThat(found(page, "<section id=\"([^\"]*)\""))
                .containsExactly("value", "tiers", "concentration", "distribution", "actions", "left-out");
        assertThat(page)
                .contains(
                        "<li>The cohort triangle needs the log of purchases by calendar period.</li>",
                        "<li>The probability that customers are still active needs a model that knows it, such as"
                                + " BG/NBD.</li>");
    }

    @Test
    void aBaseWithoutCustomersIsAPageToo() {
        String page = Pages.page(Analysis.of(Bases.values()).rows(), "en");
        assertThat(found(page, "<section id=\"([^\"]*)\"")).first().isEqualTo("value");
        assertThat(words(page)).contains("$0.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "fa"})
    void namesCannotDoHarm(String language) throws JsonProcessingException {
        String page = Pages.page(Pages.hostile(), language);
        assertThat(words(page))
                .contains("&lt;script&gt;window.harmed = true&lt;/script&gt;")
                .doesNotContain("<img", "<script>window");
        assertThat(found(page, "<(script[^>]*)>"))
                .containsExactly("script type=\"application/json\" id=\"figures\"", "script", "script");
        JsonNode labels = figures(page).get("figures").get("channels-bars").get("labels");
        for (int at = 0; at < labels.size(); at++) {
            assertThat(labels.get(at).asText()).isEqualTo(Pages.HOSTILE.get(at));
        }
    }

    @Test
    void aTitleOfItsOwnIsEscaped() throws IOException {
        StringBuilder page = new StringBuilder();
        Report.of(Pages.EVERYTHING).title("Profit & <b>loss</b>").writeTo(page);
        assertThat(page)
                .contains("<title>Profit &amp; &lt;b&gt;loss&lt;/b&gt;</title>")
                .contains("<h1>Profit &amp; &lt;b&gt;loss&lt;/b&gt;</h1>");
    }

    @Test
    void onlyItsOwnScriptsMayRun() throws NoSuchAlgorithmException {
        String page = Pages.page(Pages.EVERYTHING, "en");
        String policy = found(page, "Content-Security-Policy\" content=\"([^\"]*)\"")
                .get(0)
                .replace("&#39;", "'");
        StringBuilder hashes = new StringBuilder();
        for (String script : found(page, "<script>(.*?)</script>")) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            hashes.append(" 'sha256-")
                    .append(Base64.getEncoder().encodeToString(digest))
                    .append('\'');
        }
        assertThat(policy)
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
                        + "form-action 'none'; script-src" + hashes);
    }

    @Test
    void nothingIsAskedFromTheNetwork() {
        String page = Pages.page(Pages.EVERYTHING, "fa");
        assertThat(Pattern.compile("(?:src|href|action)=\"(?!#)[^\"]*\"")
                        .matcher(words(page))
                        .results()
                        .map(MatchResult::group))
                .isEmpty();
        assertThat(found(page, "<style>(.*?)</style>").get(0)).doesNotContain("url(", "@import", "http");
    }

    @Test
    void theLicenceOfTheChartLibraryIsInside() {
        assertThat(Pages.page(Pages.EVERYTHING, "en"))
                .contains("Licensed to the Apache Software Foundation (ASF) under one");
    }

    @Test
    void theSameRowsGiveTheSameBytes() {
        String page = Pages.page(Pages.EVERYTHING, "en");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tehran"));
            assertThat(Pages.page(Pages.EVERYTHING, "en")).isEqualTo(page);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void aPageIsSmallEnoughToMail() {
        assertThat(Pages.page(Pages.EVERYTHING, "fa").getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(FIVE_MEGABYTES);
    }

    @Test
    void theFileIsReplaced(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.html");
        Files.writeString(file, "before");
        Report.of(Pages.EVERYTHING).writeTo(file);
        assertThat(Files.readString(file)).isEqualTo(Pages.page(Pages.EVERYTHING, "en"));
    }

    @Test
    void theAgeAtWhichACustomerHasPaidForHimselfIsSaid() {
        assertThat(Pages.page(Pages.EVERYTHING, "en"))
                .contains("On average a customer has brought his cost of acquisition of $15.00 by age 1 (months).");
        assertThat(Pages.page(Pages.costing(Money.of(5000, "USD")), "en"))
                .contains("On average a customer has not yet brought his cost of acquisition of $5,000.00.");
    }
}
