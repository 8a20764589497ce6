package io.clv.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser. */
class PageInBrowserTest {

    private static final int WIDE = 1280;
    private static final int NARROW = 400;

    /** How many pixels of a chart are not of the colour of its corner. */
    private static final String INK = """
            const canvas = arguments[0].querySelector('canvas');
            const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
            let ink = 0;
            for (let at = 0; at < pixels.length; at += 4) {
              if (pixels[at] !== pixels[0] || pixels[at + 1] !== pixels[1] || pixels[at + 2] !== pixels[2]) {
                ink++;
              }
            }
            return ink;
            """;

    @TempDir
    private static Path folder;

    private static Browser browser;

    @BeforeAll
    static void startBrowser() throws IOException {
        browser = Browser.start();
        for (String language : List.of("en", "ar", "fa")) {
            Report report = Report.of(Pages.EVERYTHING).language(Locale.forLanguageTag(language));
            report.writeTo(folder.resolve(language + ".html"));
        }
        Report.of(Pages.hostile()).title(Pages.HOSTILE.get(0)).writeTo(folder.resolve("hostile.html"));
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void open(String page, int width) {
        browser.prefer("light");
        browser.open(folder.resolve(page + ".html"), width);
        browser.settle();
    }

    private static long ink(String chart) {
        return browser.number(
                "const draw = (element) => { " + INK.replace("arguments[0]", "element")
                        + " }; return draw(document.getElementById(arguments[0]));",
                chart);
    }

    private static List<String> charts() {
        List<String> charts = new ArrayList<>();
        ((List<?>) browser.run("return [...document.querySelectorAll('.chart')].map(chart => chart.id)"))
                .forEach(id -> charts.add(String.valueOf(id)));
        return charts;
    }

    private static void assertDrawn() {
        assertThat(charts()).hasSize(13);
        for (String chart : charts()) {
            assertThat(ink(chart)).as(chart).isGreaterThan(500);
        }
    }

    private static long overflow() {
        return browser.number("return document.documentElement.scrollWidth - innerWidth");
    }

    @ParameterizedTest
    @CsvSource({"en,1280", "en,400", "ar,1280", "ar,400", "fa,1280", "fa,400"})
    void everyChartIsDrawnAndNothingStandsOut(String language, int width) {
        open(language, width);
        assertDrawn();
        assertThat(overflow()).isLessThanOrEqualTo(0);
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void theOnlyRequestIsForThePage() {
        open("en", WIDE);
        assertThat(browser.requests()).hasSize(1).first().asString().contains("en.html");
    }

    @ParameterizedTest
    @CsvSource({"en,ltr", "ar,rtl", "fa,rtl"})
    void thePageRunsInTheDirectionOfItsLanguage(String language, String direction) {
        open(language, WIDE);
        assertThat(browser.text("return getComputedStyle(document.body).direction"))
                .isEqualTo(direction);
        boolean button = (Boolean) browser.run("return document.getElementById('theme').getBoundingClientRect().left"
                + " > document.querySelector('h1').getBoundingClientRect().left");
        assertThat(button).isEqualTo(direction.equals("ltr"));
    }

    @ParameterizedTest
    @CsvSource({"en,false,left", "ar,true,right", "fa,true,right"})
    void chartsRunInTheDirectionOfTheLanguage(String language, boolean inverse, String side) {
        open(language, WIDE);
        String option =
                "const option = echarts.getInstanceByDom(document.getElementById('tracking-each')).getOption();";
        assertThat(browser.run(option + "return option.xAxis[0].inverse")).isEqualTo(inverse);
        assertThat(browser.run(option + "return option.yAxis[0].position")).isEqualTo(side);
    }

    @ParameterizedTest
    @CsvSource({"en,'$1,234,567',$1.2M", "ar,١٬٢٣٤٬٥٦٧ دولار,١٫٢ مليون دولار", "fa,۱٬۲۳۴٬۵۶۷ دلار,۱٫۲ میلیون دلار"})
    void chartsWriteMoneyAsTheTablesDo(String language, String full, String brief) {
        open(language, WIDE);
        String format = "const chart = echarts.getInstanceByDom(document.getElementById('value-interval'));"
                + "const formatter = chart.getOption().xAxis[0].axisLabel.formatter;"
                + "return formatter(arguments[0])";
        assertThat(plain(browser.text(format, 1234567))).isEqualTo(brief);
        assertThat(plain(tooltip("value-interval", 0, 0)))
                .doesNotContainPattern(language.equals("en") ? "[٠-٩]" : "[0-9]");
        assertThat(plain(Texts.of(Language.of(Locale.forLanguageTag(language)))
                        .headline(io.clv.quantity.Money.of(1234567, "USD"))))
                .isEqualTo(full);
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    /** What a chart says of a point that the mouse is on. */
    private static String tooltip(String chart, int series, int point) {
        browser.run(
                "echarts.getInstanceByDom(document.getElementById(arguments[0])).dispatchAction("
                        + "{type: 'showTip', seriesIndex: arguments[1], dataIndex: arguments[2]}); return true",
                chart,
                series,
                point);
        browser.settle();
        return browser.text(
                "return document.querySelector('#' + arguments[0] + ' .tip')?.textContent ?? 'no tooltip'", chart);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "value-interval",
                "tiers-shares",
                "concentration-curve",
                "alive-map",
                "tracking-each",
                "cohorts-revenue",
                "cumulative-lines",
                "stages-bars"
            })
    void everyKindOfChartHasTooltips(String chart) {
        open("en", WIDE);
        assertThat(tooltip(chart, 0, 1 - (chart.equals("value-interval") ? 1 : 0)))
                .isNotEqualTo("no tooltip");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void aTooltipSaysWhatItsFiguresAre() {
        open("en", WIDE);
        assertThat(tooltip("cumulative-lines", 0, 1))
                .startsWith("age (months after the first purchase): 1all cohorts on average$");
        assertThat(tooltip("cohorts-active", 0, 0))
                .startsWith("21 customersfirst purchaseJanuary 2024age (months after the first purchase)0");
    }

    @Test
    void aNameIsTextInATooltip() {
        open("hostile", WIDE);
        assertThat(tooltip("channels-bars", 0, 0)).contains(Pages.HOSTILE.get(0));
        assertThat(tooltip("channels-bars", 0, 1)).contains(Pages.HOSTILE.get(1));
        assertThat(browser.number("return document.querySelectorAll('.chart img, .chart script').length"))
                .isZero();
    }

    @Test
    void aCustomerCalledScriptIsText() {
        open("hostile", WIDE);
        assertThat(browser.run("return window.harmed === undefined")).isEqualTo(true);
        assertThat(browser.text("return document.querySelector('#actions tbody th').textContent.trim()"))
                .isEqualTo(Pages.HOSTILE.get(0));
        assertThat(browser.text("return document.title")).isEqualTo(Pages.HOSTILE.get(0));
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void aScriptThatCameInAllTheSameWouldNotRun() throws IOException {
        Path file = folder.resolve("injected.html");
        String page = Files.readString(folder.resolve("en.html"))
                .replace(
                        "</main>",
                        "<script>window.harmed = true</script><img src=x onerror='window.harmed = true'></main>");
        Files.writeString(file, page, StandardCharsets.UTF_8);
        open("injected", WIDE);
        assertThat(browser.run("return window.harmed === undefined")).isEqualTo(true);
        assertDrawn();
    }

    @Test
    void thePageIsDarkWhereTheSystemIs() {
        open("en", WIDE);
        long light = brightness();
        browser.prefer("dark");
        browser.settle();
        assertThat(brightness()).isLessThan(light / 4);
        assertDrawn();
        assertThat(browser.text("return document.getElementById('theme').textContent"))
                .isEqualTo("Light colours");
    }

    @Test
    void theButtonSwitchesColours() {
        open("en", WIDE);
        long light = brightness();
        browser.run("document.getElementById('theme').click(); return true");
        browser.settle();
        assertThat(brightness()).isLessThan(light / 4);
        assertThat(cornerOfChart()).isLessThan(light / 4);
        browser.run("document.getElementById('theme').click(); return true");
        browser.settle();
        assertThat(brightness()).isEqualTo(light);
    }

    private static long brightness() {
        return browser.number("return getComputedStyle(document.body).backgroundColor.match(/\\d+/g)"
                + ".slice(0, 3).reduce((sum, part) => sum + Number(part), 0)");
    }

    private static long cornerOfChart() {
        return browser.number(
                "return [...document.querySelector('canvas').getContext('2d').getImageData(0, 0, 1, 1).data]"
                        + ".slice(0, 3).reduce((sum, part) => sum + part, 0)");
    }

    @Test
    void theKeyboardReachesAllInTheOrderOfThePage() {
        open("en", WIDE);
        List<String> reached = new ArrayList<>();
        for (int press = 0; press < 24; press++) {
            browser.key("Tab");
            reached.add(browser.text("const at = document.activeElement;"
                    + "return at.className || at.id || at.getAttribute('href') || at.tagName.toLowerCase()"));
        }
        assertThat(reached).startsWith("skip", "theme", "#value", "#tiers", "#concentration");
        assertThat(reached)
                .endsWith("summary", "summary", "summary", "summary", "summary", "summary", "summary", "summary");
        assertThat(browser.text("return getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
    }

    @Test
    void theKeyboardOpensATableAndScrollsIt() {
        open("en", NARROW);
        browser.run("document.querySelector('#cohorts summary').focus(); return true");
        browser.key("Enter");
        browser.settle();
        assertThat(browser.run("return document.querySelector('#cohorts details').open"))
                .isEqualTo(true);
        browser.key("Tab");
        assertThat(browser.text("return document.activeElement.getAttribute('role') + ': '"
                        + " + document.activeElement.getAttribute('aria-label')"))
                .isEqualTo("region: Share of customers who bought");
        assertThat(overflow()).isLessThanOrEqualTo(0);
    }

    @Test
    void chartsFollowTheWindow() {
        open("en", WIDE);
        browser.resize(NARROW, 900);
        browser.settle();
        browser.settle();
        assertThat(browser.number(
                        "return Math.max(...[...document.querySelectorAll('canvas')].map(each => each.clientWidth))"))
                .isLessThanOrEqualTo(NARROW);
        assertDrawn();
    }

    @Test
    void tablesAreClosedAtFirstAndOpenOnPaper() {
        open("en", WIDE);
        assertThat(browser.number("return document.querySelectorAll('details[open]').length"))
                .isZero();
        browser.prefer("dark");
        browser.run("dispatchEvent(new Event('beforeprint')); return true");
        assertThat(browser.number("return document.querySelectorAll('details:not([open])').length"))
                .isZero();
        assertThat(browser.number(
                        "return Math.max(...[...document.querySelectorAll('canvas')].map(each => each.clientWidth))"))
                .isEqualTo(680);
        assertThat(cornerOfChart()).isEqualTo(3 * 255);
        browser.run("dispatchEvent(new Event('afterprint')); return true");
        browser.settle();
        assertThat(browser.number("return document.querySelectorAll('details[open]').length"))
                .isZero();
        assertThat(cornerOfChart()).isLessThan(3 * 60);
        assertDrawn();
    }

    @Test
    void thePageIsPrinted() throws IOException {
        open("fa", WIDE);
        Path paper = folder.resolve("fa.pdf");
        browser.print(paper);
        assertThat(new String(Files.readAllBytes(paper), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        assertThat(Files.size(paper)).isGreaterThan(100_000);
    }

    @Test
    void withoutScriptsTheTablesShow() {
        browser.scripts(false);
        try {
            browser.open(folder.resolve("en.html"), WIDE);
        } finally {
            browser.scripts(true);
        }
        assertThat(browser.number("return document.querySelectorAll('canvas').length"))
                .isZero();
        assertThat(browser.number(
                        "return [...document.querySelectorAll('table')].filter(each => each.offsetHeight < 40).length"))
                .isZero();
        assertThat(browser.text("return document.querySelector('noscript p').offsetHeight > 0"))
                .isEqualTo("true");
    }
}
