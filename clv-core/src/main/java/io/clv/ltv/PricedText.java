package io.clv.ltv;

import java.util.Currency;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that begins with an amount, whose currency may be left out: "49", "49 per month", "49 EUR per month". */
final class PricedText {

    private static final Pattern BARE = Pattern.compile("([-+]?[\\p{Nd}.]++)(?!\\s*[A-Z]{3}\\b)(.*)");

    private PricedText() {}

    static String complete(String text, Currency currency) {
        Matcher bare = BARE.matcher(text.strip());
        return bare.matches() ? currency.getCurrencyCode() + " " + bare.group(1) + bare.group(2) : text;
    }
}
