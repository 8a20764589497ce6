package io.clv.scenario;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.clv.ltv.Input;
import io.clv.quantity.LossRate;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How changes are written. */
final class ChangeText {

    private static final String NUMBER = "[0-9]+(?:\\.[0-9]+)?";
    private static final String SHARE = " (" + NUMBER + " ?%)";
    private static final String PERCENT = " ([+-]" + NUMBER + " ?%)";
    private static final String POINTS = " ([+-]" + NUMBER + ") points?";
    private static final String TIMES = " x ?(" + NUMBER + ")";

    /** What a text that fits a form says. */
    private interface Reader {
        Change read(Matcher match, Currency currency);
    }

    /** A way to write a change, beginning with its word. */
    private record Form(String word, Pattern pattern, String example, Reader reader) {}

    private static final ImmutableList<Form> FORMS = ImmutableList.of(
            form("price", PERCENT, " +10%", (match, currency) -> Change.price(percent(match))),
            form("order value", PERCENT, " +10%", (match, currency) -> Change.orderValue(percent(match))),
            form("frequency", PERCENT, " +10%", (match, currency) -> Change.frequency(percent(match))),
            form("margin", POINTS, " +3 points", (match, currency) -> Change.grossMargin(points(match))),
            form(
                    "retention",
                    POINTS + " per (day|week|month|year)",
                    " +5 points per year",
                    (match, currency) -> Change.retention(points(match), unit(match.group(2)))),
            form("churn", TIMES, " x 1.5", (match, currency) -> Change.churnTimes(number(match.group(1)))),
            form("discount", POINTS, " +5 points", (match, currency) -> Change.discount(points(match))),
            form(
                    "collapse",
                    SHARE + " after (.+)",
                    " 60% after 18 months",
                    (match, currency) -> Change.collapse(Ratio.parse(match.group(1)), Span.parse(match.group(2)))),
            form(
                    "upsell",
                    SHARE + TIMES,
                    " 20% x 2.5",
                    (match, currency) -> Change.upsell(Ratio.parse(match.group(1)), number(match.group(2)))),
            form(
                    "subscription",
                    " (.+?), ?churn (.+?), ?take-up" + SHARE + "(?:, ?margin" + SHARE + ")?",
                    " 20 per month, churn 5% per month, take-up 30%",
                    (match, currency) -> Change.subscription(offer(match, currency))));

    private ChangeText() {}

    private static Form form(String word, String rest, String example, Reader reader) {
        return new Form(word, Pattern.compile(word + rest), word + example, reader);
    }

    static Change parse(String text, Currency currency) {
        for (Form form : FORMS) {
            Matcher match = form.pattern().matcher(text);
            if (match.matches()) {
                return form.reader().read(match, currency);
            }
        }
        for (Form form : FORMS) {
            if (text.startsWith(form.word())) {
                throw new IllegalArgumentException("a change of " + form.word() + " is written as in '" + form.example()
                        + "', but was '" + text + "'");
            }
        }
        throw new IllegalArgumentException("there is no change '" + text + "'; changes are "
                + FORMS.stream().map(Form::word).collect(Collectors.joining(", ")) + ", as in '"
                + FORMS.get(0).example() + "'");
    }

    private static SubscriptionOffer offer(Matcher match, Currency currency) {
        SubscriptionOffer offer = SubscriptionOffer.of(
                Input.REVENUE.parse(match.group(1), currency),
                LossRate.parse(match.group(2)),
                Ratio.parse(match.group(3)));
        return match.group(4) == null ? offer : offer.withGrossMargin(Ratio.parse(match.group(4)));
    }

    private static Ratio percent(Matcher match) {
        return Ratio.parse(unsigned(match.group(1)));
    }

    private static Ratio points(Matcher match) {
        return Ratio.parse(unsigned(match.group(1)) + "%");
    }

    private static String unsigned(String text) {
        return text.startsWith("+") ? text.substring(1) : text;
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    private static ChronoUnit unit(String singular) {
        return ChronoUnit.valueOf(Ascii.toUpperCase(singular) + "S");
    }
}
