package io.clv.examples;

import io.clv.economics.LeadScores;
import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.Transaction;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Basis;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Whom to call first: prospects by the value of customers like them, of whom there are many or few. */
public final class ProspectScores {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);

    private ProspectScores() {}

    /**
     * Customers by channel and number of employees, and five prospects.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        SplittableRandom chance = new SplittableRandom(11);
        String[] channels = {"fair", "search", "search", "search", "referral"};
        Attributes.Builder traits = Attributes.builder();
        List<Transaction> log = new ArrayList<>();
        double[] values = new double[120];
        for (int row = 0; row < values.length; row++) {
            String id = "C" + (100 + row);
            String channel = row == 7 ? "radio" : channels[row % channels.length];
            int employees = 1 + chance.nextInt(60);
            traits.category("channel", id, channel).number("employees", id, employees);
            log.add(new Transaction(id, DAY, Money.parse("USD 1")));
            values[row] = (channel.equals("referral") ? 500 : 250) + 6 * employees + 400 * (chance.nextDouble() - 0.5);
        }
        values[7] = 900;
        prospect(traits, "P1", "referral", 45);
        prospect(traits, "P2", "search", 45);
        prospect(traits, "P3", "search", 5);
        prospect(traits, "P4", "radio", 5);
        traits.category("channel", "P5", "letter");

        CustomerTable customers = Ledger.of(Money.currency("USD"), log).summarize(DAY);
        CustomerValues worth = CustomerValues.builder("stated", customers)
                .amounts(values)
                .basis(Basis.LIFETIME_FROM_ACQUISITION)
                .measure(Measure.PROFIT)
                .build();
        LeadScores scores = LeadScores.builder(worth, traits.build())
                .category("channel")
                .number("employees", 10, 30)
                .build();
        System.out.print(scores.explain());
        for (LeadScores.Score score : scores.scores()) {
            System.out.println(score.prospect() + " " + score.value() + " ("
                    + Money.ofRounded(score.interval().low(), worth.currency()) + " to "
                    + Money.ofRounded(score.interval().high(), worth.currency()) + "): " + score.traits() + ", "
                    + score.alike() + " customers alike");
        }
    }

    private static void prospect(Attributes.Builder traits, String id, String channel, int employees) {
        traits.category("channel", id, channel).number("employees", id, employees);
    }
}
