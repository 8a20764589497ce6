package io.clv.report;

import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * The words of a report in one language, and how it writes figures, money and dates. The files are read as they are,
 * without the fallback of a resource bundle to the locale of the virtual machine.
 */
final class Texts {

    /** From this many major units on, cents are noise in a headline. */
    private static final long CENTS_MATTER_BELOW = 1000;

    private final Language language;
    private final Numerals numerals;
    private final Properties words;

    private Texts(Language language, Properties words) {
        this.language = language;
        this.numerals = language.numerals();
        this.words = words;
    }

    static Texts of(Language language) {
        Properties words = new Properties();
        load(words, "Texts", language);
        load(words, "Tables", language);
        return new Texts(language, words);
    }

    private static void load(Properties words, String file, Language language) {
        String name = file + (language == Language.ENGLISH ? "" : "_" + language.code()) + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Language language() {
        return language;
    }

    Numerals numerals() {
        return numerals;
    }

    /**
     * A text with its places filled in.
     *
     * @throws IllegalStateException if the language has no such text, which is a defect
     */
    String get(String key, Object... arguments) {
        String text = words.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("language " + language.code() + " has no text '" + key + "'");
        }
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int argument = text.charAt(open + 1) - '0';
            filled.append(text, from, open).append(inText(arguments[argument]));
            from = open + 3;
        }
        return filled.append(text, from, text.length()).toString();
    }

    boolean has(String key) {
        return words.containsKey(key);
    }

    /** The text of a key, or a text of its own where the language has none: for names that users may give. */
    String getOr(String key, String otherwise) {
        return has(key) ? get(key) : otherwise;
    }

    /** Words of this language, which need no marks around them to stand in another sentence of it. */
    record Word(String text) {}

    private String inText(Object argument) {
        if (argument instanceof Word word) {
            return word.text();
        }
        if (argument instanceof Money money) {
            return money(money);
        }
        if (argument instanceof Ratio ratio) {
            return percent(ratio.value());
        }
        if (argument instanceof LocalDate date) {
            return date(date);
        }
        if (argument instanceof Span span) {
            return span(span);
        }
        if (argument instanceof Long || argument instanceof Integer) {
            return numerals.whole(((Number) argument).longValue());
        }
        if (argument instanceof Number number) {
            return decimal(number.doubleValue());
        }
        // A name in another script must not pull the words around it to its side.
        return language.isRightToLeft() ? '\u2068' + argument.toString() + '\u2069' : argument.toString();
    }

    /** A sentence in this language; empty where the library gave it in English and this language is another. */
    Optional<String> sentence(Sentence sentence) {
        if (!sentence.code().equals(Sentence.TEXT)) {
            return Optional.of(
                    get("sentence." + sentence.code(), sentence.arguments().toArray()));
        }
        return language == Language.ENGLISH ? Optional.of(sentence.toString()) : Optional.empty();
    }

    /** An amount with all its minor digits. */
    String money(Money money) {
        return money(
                money.amount(), money.currency(), Math.max(0, money.amount().scale()));
    }

    /** An amount for a headline: without minor digits where it is large. */
    String headline(Money money) {
        boolean large = money.amount().abs().compareTo(BigDecimal.valueOf(CENTS_MATTER_BELOW)) >= 0;
        return large ? money(money.amount(), money.currency(), 0) : money(money);
    }

    /** An amount where a class of amounts begins: without minor digits where they are none. */
    String edge(Money money) {
        boolean whole = money.amount().stripTrailingZeros().scale() <= 0;
        return whole ? money(money.amount(), money.currency(), 0) : money(money);
    }

    private String money(BigDecimal amount, Currency currency, int decimals) {
        return fill(moneyPattern(currency), numerals.decimal(amount.abs(), decimals), amount.signum() < 0);
    }

    private String fill(String pattern, String digits, boolean negative) {
        String minus = negative ? numerals.minus() : "";
        return (pattern.startsWith("{0}") ? "" : minus)
                + pattern.replace("{0}", (pattern.startsWith("{0}") ? minus : "") + digits);
    }

    /** How the language writes an amount: "{0}" with the sign or the code of the currency where it belongs. */
    String moneyPattern(Currency currency) {
        String own = words.getProperty("money." + currency.getCurrencyCode());
        String pattern =
                own != null ? own : words.getProperty("money.code", "{0}").replace("{1}", currency.getCurrencyCode());
        return pattern.replace(' ', '\u00a0');
    }

    String currency(Currency currency) {
        return getOr("currency." + currency.getCurrencyCode(), currency.getCurrencyCode());
    }

    String count(long number) {
        return numerals.whole(number);
    }

    /** A number with up to three decimals, without zeros at its end. */
    String decimal(double number) {
        BigDecimal rounded = new BigDecimal(number).setScale(3, RoundingMode.HALF_EVEN);
        BigDecimal stripped = rounded.stripTrailingZeros();
        return numerals.decimal(stripped, Math.max(0, stripped.scale()));
    }

    String decimal(double number, int decimals) {
        return numerals.decimal(number, decimals);
    }

    /** A share in percent: with one decimal, with none where that would be 0. */
    String percent(double share) {
        BigDecimal tenths = new BigDecimal(share).movePointRight(2).setScale(1, RoundingMode.HALF_EVEN);
        return numerals.percent(share, tenths.stripTrailingZeros().scale() > 0 ? 1 : 0);
    }

    /** A share in percent with one decimal, for columns. */
    String share(double share) {
        return numerals.percent(share, 1);
    }

    /** As in "30 June 1998". */
    String date(LocalDate date) {
        return get("date.day", whole(date.getDayOfMonth()), month(date), whole(date.getYear()));
    }

    /** As in "June 1998". */
    String monthOf(LocalDate date) {
        return get("date.month", month(date), whole(date.getYear()));
    }

    /** As in "Q2 1998". */
    String quarterOf(LocalDate date) {
        return get("date.quarter", whole((date.getMonthValue() + 2) / 3), whole(date.getYear()));
    }

    String year(LocalDate date) {
        return whole(date.getYear()).text();
    }

    private Word month(LocalDate date) {
        return new Word(get("month." + date.getMonthValue()));
    }

    private Word whole(int number) {
        return new Word(numerals.inDigits(Integer.toString(number)));
    }

    /** As in "52 weeks". */
    String span(Span span) {
        String key = "span." + unit(span.unit());
        return get(key + "." + plural(key, span.length()), span.length());
    }

    /** As in "1,204 customers". */
    String customers(long number) {
        return get("customers." + plural("customers", (double) number), number);
    }

    static String unit(ChronoUnit unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }

    /** The plural form by the rules of the CLDR, which differ by language; "other" where the language has one form. */
    private String plural(String key, double number) {
        String form = "other";
        if (number == 1) {
            form = "one";
        } else if (language == Language.ARABIC && number == Math.rint(number)) {
            double rest = number % 100;
            form = number == 2 ? "two" : rest >= 3 && rest <= 10 ? "few" : rest >= 11 ? "many" : "other";
        }
        return has(key + "." + form) ? form : "other";
    }
}
