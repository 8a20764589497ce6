package io.clv.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private static final Texts ENGLISH = Texts.of(Language.ENGLISH);
    private static final Texts ARABIC = Texts.of(Language.ARABIC);
    private static final Texts PERSIAN = Texts.of(Language.PERSIAN);

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");

    /** The plural forms, and the signs of currencies, that a language needs are its own. */
    private static final Pattern OWN =
            Pattern.compile("(span\\.\\w+|customers)\\.(one|two|few|many)|money\\.(?!code)\\w+");

    private static Properties words(String file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream(file + ".properties"), file),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }

    private static Set<String> shared(Properties words) {
        return words.stringPropertyNames().stream()
                .filter(key -> !OWN.matcher(key).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Texts_ar", "Texts_fa", "Tables_ar", "Tables_fa"})
    void allLanguagesHaveTheSameTexts(String file) throws IOException {
        assertThat(shared(words(file))).isEqualTo(shared(words(file.substring(0, file.indexOf('_')))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Texts_ar", "Texts_fa", "Tables_ar", "Tables_fa"})
    void noLanguageAsksForMoreThanEnglishGives(String file) throws IOException {
        Properties english = words(file.substring(0, file.indexOf('_')));
        Properties words = words(file);
        for (String key : shared(words)) {
            assertThat(places(english.getProperty(key))).as(key).containsAll(places(words.getProperty(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Texts_ar", "Texts_fa", "Tables_ar", "Tables_fa"})
    void digitsOfTheTextsAreThoseOfTheLanguage(String file) throws IOException {
        Properties words = words(file);
        List<String> latin = new ArrayList<>();
        for (String key : words.stringPropertyNames()) {
            if (PLACE.matcher(words.getProperty(key))
                    .replaceAll("")
                    .chars()
                    .anyMatch(sign -> sign >= '0' && sign <= '9')) {
                latin.add(key);
            }
        }
        assertThat(latin).isEmpty();
    }

    @Test
    void aTextThatIsMissingIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> PERSIAN.get("no-such-text"))
                .withMessage("language fa has no text 'no-such-text'");
    }

    @Test
    void placesAreFilledWithWhatTheLanguageWrites() {
        assertThat(ENGLISH.get("concentration.lead")).doesNotContain("{");
        assertThat(ENGLISH.get("between", Money.parse("USD 1234.50"), Ratio.percent(12.5)))
                .isEqualTo("$1,234.50 – 12.5%");
        assertThat(ENGLISH.get("between", LocalDate.of(1998, 6, 30), Span.weeks(52)))
                .isEqualTo("30 June 1998 – 52 weeks");
        assertThat(ENGLISH.get("between", 1234, 0.12345)).isEqualTo("1,234 – 0.123");
    }

    @Test
    void namesAreIsolatedInTextThatRunsFromTheRight() {
        assertThat(ENGLISH.get("page.model", "BG/NBD")).isEqualTo("Model: BG/NBD");
        assertThat(PERSIAN.get("page.model", "BG/NBD")).isEqualTo("مدل: \u2068BG/NBD\u2069");
        assertThat(PERSIAN.get("page.model", new Texts.Word("پارتو"))).isEqualTo("مدل: پارتو");
    }

    @Test
    void moneyIsWrittenAsTheLanguageDoes() {
        Money dollars = Money.parse("USD 1234.50");
        assertThat(ENGLISH.money(dollars)).isEqualTo("$1,234.50");
        assertThat(ENGLISH.money(dollars.negated())).isEqualTo("-$1,234.50");
        assertThat(ARABIC.money(dollars)).isEqualTo("١٬٢٣٤٫٥٠\u00a0دولار");
        assertThat(PERSIAN.money(dollars)).isEqualTo("۱٬۲۳۴٫۵۰\u00a0دلار");
        assertThat(PERSIAN.money(dollars.negated())).isEqualTo("\u200e\u2212۱٬۲۳۴٫۵۰\u00a0دلار");
        assertThat(ENGLISH.money(Money.parse("CHF 5.00"))).isEqualTo("CHF\u00a05.00");
        assertThat(ENGLISH.money(Money.parse("JPY 1500"))).isEqualTo("¥1,500");
        assertThat(ARABIC.money(Money.parse("KWD 1.250"))).isEqualTo("١٫٢٥٠\u00a0د.ك");
        assertThat(PERSIAN.money(Money.parse("CHF 5.00"))).isEqualTo("۵٫۰۰\u00a0CHF");
    }

    @Test
    void aLargeAmountInAHeadlineHasNoCents() {
        assertThat(ENGLISH.headline(Money.parse("USD 999.99"))).isEqualTo("$999.99");
        assertThat(ENGLISH.headline(Money.parse("USD 1000.01"))).isEqualTo("$1,000");
        assertThat(ENGLISH.headline(Money.parse("USD -12345678.90"))).isEqualTo("-$12,345,679");
    }

    @Test
    void anEdgeOfAClassHasCentsWhereItHasAny() {
        assertThat(ENGLISH.edge(Money.parse("USD 20.00"))).isEqualTo("$20");
        assertThat(ENGLISH.edge(Money.parse("USD 0.50"))).isEqualTo("$0.50");
    }

    @Test
    void currenciesGoByTheirNamesWhereTheLanguageKnowsThem() {
        assertThat(PERSIAN.currency(Money.currency("IRR"))).isEqualTo("ریال ایران");
        assertThat(PERSIAN.currency(Money.currency("NZD"))).isEqualTo("NZD");
    }

    @Test
    void datesAreGregorianWithTheMonthsOfTheLanguage() {
        LocalDate date = LocalDate.of(2026, 3, 21);
        assertThat(ENGLISH.date(date)).isEqualTo("21 March 2026");
        assertThat(ARABIC.date(date)).isEqualTo("٢١ مارس ٢٠٢٦");
        assertThat(PERSIAN.date(date)).isEqualTo("۲۱ مارس ۲۰۲۶");
        assertThat(ENGLISH.monthOf(date)).isEqualTo("March 2026");
        assertThat(ENGLISH.quarterOf(date)).isEqualTo("Q1 2026");
        assertThat(PERSIAN.quarterOf(LocalDate.of(2026, 12, 31))).isEqualTo("سه‌ماههٔ ۴ ۲۰۲۶");
        assertThat(ARABIC.year(date)).isEqualTo("٢٠٢٦");
    }

    @Test
    void arabicHasAPluralForEachKindOfNumber() {
        assertThat(ARABIC.customers(1)).isEqualTo("عميل واحد");
        assertThat(ARABIC.customers(2)).isEqualTo("عميلان");
        assertThat(ARABIC.customers(7)).isEqualTo("٧ عملاء");
        assertThat(ARABIC.customers(11)).isEqualTo("١١ عميلًا");
        assertThat(ARABIC.customers(100)).isEqualTo("١٠٠ عميل");
        assertThat(ARABIC.customers(103)).isEqualTo("١٠٣ عملاء");
        assertThat(ARABIC.span(Span.of(52, ChronoUnit.WEEKS))).isEqualTo("٥٢ أسبوعًا");
        assertThat(ARABIC.span(Span.of(1.5, ChronoUnit.YEARS))).isEqualTo("١٫٥ سنة");
    }

    @Test
    void oneIsOne() {
        assertThat(ENGLISH.customers(1)).isEqualTo("1 customer");
        assertThat(ENGLISH.customers(0)).isEqualTo("0 customers");
        assertThat(ENGLISH.span(Span.years(1))).isEqualTo("1 year");
        assertThat(PERSIAN.customers(1)).isEqualTo("۱ مشتری");
    }

    @Test
    void aSentenceOfTheLibraryIsEnglishOnly() {
        Sentence english = Sentence.english("values are equal");
        assertThat(ENGLISH.sentence(english)).contains("values are equal");
        assertThat(PERSIAN.sentence(english)).isEmpty();
        assertThat(PERSIAN.sentence(Sentence.of("customers.none"))).isPresent();
    }
}
