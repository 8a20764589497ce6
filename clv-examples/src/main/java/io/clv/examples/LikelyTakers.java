package io.clv.examples;

import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.lifecycle.TakerScore;
import io.clv.lifecycle.Takers;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/** Who is likely to take a new product, a bundle, a bigger basket, or to buy at all? */
public final class LikelyTakers {

    private static final Currency USD = Money.currency("USD");
    private static final LocalDate DAY = LocalDate.of(2025, 12, 31);
    private static final String[] CHANNELS = {"search", "search", "search", "social", "friend"};

    private LikelyTakers() {}

    /**
     * A shop of 600 customers and 60 prospects. Friends of customers, and those from 30 to 45, take more.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        SplittableRandom chance = new SplittableRandom(31);
        Ledger.Builder log = Ledger.builder(USD);
        Attributes.Builder known = Attributes.builder();
        for (int i = 0; i < 660; i++) {
            String channel = i % 66 == 5 ? "fair" : CHANNELS[chance.nextInt(CHANNELS.length)];
            int age = 18 + chance.nextInt(50);
            double eager = (channel.equals("friend") ? 0.35 : 0.15) + (age >= 30 && age < 45 ? 0.2 : 0);
            boolean prospect = chance.nextDouble() < (channel.equals("friend") ? 0.04 : 0.11);
            String id = (prospect ? "P" : "C") + (1000 + i);
            known.category("channel", id, channel).number("age", id, age);
            Set<String> products = new HashSet<>();
            for (String product : new String[] {"coffee", "machine", "filters"}) {
                if (chance.nextDouble() < eager + (product.equals("coffee") ? 0.4 : 0)) {
                    products.add(product);
                }
            }
            if (!prospect) {
                known.set("products", id, products);
                for (int order = 0; order <= chance.nextInt(4); order++) {
                    double spent = 20 + 60 * chance.nextDouble() + 60 * eager;
                    log.add(id, DAY.minusDays(chance.nextInt(700)), Money.ofRounded(spent, USD));
                }
            }
        }
        CustomerTable customers = log.build().summarize(DAY);
        Takers.Builder alike =
                Takers.builder(customers, known.build()).category("channel").number("age", 30, 45);
        show(alike.ofProduct("products", "machine"));
        show(alike.ofBundle("products", Set.of("machine", "filters")));
        show(alike.ofBasket(Money.parse("USD 80")));
        show(alike.ofFirstPurchase());
    }

    private static void show(Takers takers) {
        System.out.print(takers.explain());
        for (int rank : new int[] {0, takers.candidates() - 1}) {
            TakerScore each = takers.scores().get(rank);
            System.out.println((rank == 0 ? "first: " : "last: ") + each.customer() + " "
                    + percent(each.share().value()) + " ("
                    + percent(each.interval().low()) + " to "
                    + percent(each.interval().high()) + "): " + each.took()
                    + " of " + each.alike() + " with " + each.traits());
        }
        System.out.println();
    }

    private static Ratio percent(double share) {
        return Ratio.percent(Math.rint(100 * share));
    }
}
