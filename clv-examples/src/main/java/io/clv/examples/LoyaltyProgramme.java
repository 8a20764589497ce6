package io.clv.examples;

import io.clv.economics.LoyaltyUplift;
import io.clv.ledger.Groups;
import io.clv.quantity.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Does a loyalty programme pay? With customers kept out by chance one may say so; without, only that it goes with more.
 */
public final class LoyaltyProgramme {

    private LoyaltyProgramme() {}

    /**
     * A year of a programme with a control, and the same year read by who happened to join.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        SplittableRandom chance = new SplittableRandom(7);
        List<String> drawn = new ArrayList<>();
        List<String> joined = new ArrayList<>();
        double[] change = new double[3000];
        for (int customer = 0; customer < change.length; customer++) {
            double keenness = chance.nextDouble();
            boolean invited = chance.nextInt(10) > 0;
            boolean joins = invited && keenness > 0.5;
            // Who is keen buys more next year anyway; the programme adds 9 for those who join.
            change[customer] = 60 * (keenness - 0.5) + (chance.nextDouble() - 0.5) * 90 + (joins ? 9 : 0);
            drawn.add(invited ? "invited" : "held out");
            joined.add(joins ? "member" : "no member");
        }
        Money cost = Money.parse("USD 6000");
        System.out.println("Customers held out by chance:");
        System.out.print(LoyaltyUplift.builder(Groups.ofLabels(drawn), cost.currency())
                .change(change)
                .members("invited")
                .control("held out")
                .cost(cost)
                .build()
                .explain());
        System.out.println();
        System.out.println("The same customers by who joined:");
        System.out.print(LoyaltyUplift.builder(Groups.ofLabels(joined), cost.currency())
                .change(change)
                .members("member")
                .comparison("no member")
                .cost(cost)
                .build()
                .explain());
    }
}
