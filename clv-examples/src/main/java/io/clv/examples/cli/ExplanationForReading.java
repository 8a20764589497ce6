package io.clv.examples.cli;

import static io.clv.examples.cli.TableOptions.line;

import io.clv.btyd.ValueExplanation;
import io.clv.btyd.ValueExplanation.Contribution;
import io.clv.btyd.ValueExplanation.Driver;
import io.clv.btyd.ValueExplanation.Share;
import java.io.PrintWriter;
import java.util.List;

/**
 * Why a customer is worth what he is, laid out for reading: in words, then in numbers from the average to the value.
 */
final class ExplanationForReading {

    private static final int DIGITS = 4;

    private ExplanationForReading() {}

    static void print(ValueExplanation why, PrintWriter out) {
        why.explain().lines().forEach(line -> line(SafeText.escaped(line), out));
        line("", out);
        TextTable table = new TextTable();
        table.add(List.of("", why.id(), "average", "adds"));
        table.add(List.of("average customer", "", "", Words.amount(why.average())));
        for (Contribution contribution : why.contributions()) {
            table.add(List.of(
                    contribution.driver().label(),
                    figure(contribution.driver(), contribution.own(), why),
                    figure(contribution.driver(), contribution.average(), why),
                    Words.amount(contribution.money())));
            for (Share share : contribution.shares()) {
                table.add(List.of("  by " + share.name(), "", "", Words.amount(share.money())));
            }
        }
        table.add(List.of("value", "", "", Words.amount(why.value())));
        table.lines().forEach(line -> line(line, out));
    }

    private static String figure(Driver driver, double value, ValueExplanation why) {
        return switch (driver) {
            case P_ALIVE, PURCHASES, MARGIN -> Words.decimal(value, DIGITS);
            case SPEND, COST_TO_SERVE ->
                Words.decimal(value, why.value().currency().getDefaultFractionDigits());
        };
    }
}
