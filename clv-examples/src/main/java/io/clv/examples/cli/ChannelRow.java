package io.clv.examples.cli;

import io.clv.economics.BudgetChannel;
import io.clv.economics.ResponseCurve;
import io.clv.economics.ResponseDraws;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A channel as a row of a file says it.
 *
 * @param channel the channel
 * @param words the response, split at blanks
 * @param uncertainty of its first parameter
 * @param current what is spent now
 */
record ChannelRow(BudgetChannel channel, List<String> words, Optional<Ratio> uncertainty, Optional<Money> current) {

    static ChannelRow of(Sheet.Row row, Currency currency) {
        String name = row.get("channel", text -> text);
        List<String> words = row.get("response", text -> List.of(text.split("\\s+", -1)));
        ResponseCurve curve = curve(words, 1);
        Money value = row.get("value", text -> Amounts.money(text, currency));
        BudgetChannel channel = BudgetChannel.of(name, curve, value);
        Optional<Money> floor = row.find("floor").map(text -> Amounts.money(text, currency));
        if (floor.isPresent()) {
            channel = channel.floor(floor.get());
        }
        Optional<Money> cap = row.find("cap").map(text -> Amounts.money(text, currency));
        if (cap.isPresent()) {
            channel = channel.cap(cap.get());
        }
        Optional<Ratio> uncertainty = row.find("uncertainty").map(Ratio::parse);
        Optional<Money> current = row.find("current").map(text -> Amounts.money(text, currency));
        return new ChannelRow(channel, words, uncertainty, current);
    }

    /** The response, whose first parameter is multiplied with a factor. */
    private static ResponseCurve curve(List<String> words, double factor) {
        List<Double> numbers = words.stream().skip(1).map(Amounts::number).toList();
        String form = words.get(0) + " " + numbers.size();
        return switch (form) {
            case "power 2" -> ResponseCurve.power(factor * numbers.get(0), numbers.get(1));
            case "log 2" -> ResponseCurve.log(factor * numbers.get(0), numbers.get(1));
            case "hill 3" -> ResponseCurve.hill(factor * numbers.get(0), numbers.get(1), numbers.get(2));
            default ->
                throw new IllegalArgumentException(
                        "response must be power SCALE ELASTICITY, log SCALE THRESHOLD or hill"
                                + " MOST HALF STEEPNESS, but was '" + String.join(" ", words) + "'");
        };
    }

    /** Draws of the response, which are all the same where it is known for sure. */
    List<ResponseCurve> draws(int count, long seed) {
        Ratio unsure = uncertainty.orElse(Ratio.ZERO);
        return ResponseDraws.of(channel.name(), count, seed, draw -> curve(words, draw.around(1, unsure)));
    }
}
