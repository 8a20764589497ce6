package io.clv.examples;

import static io.clv.ledger.IdPolicy.ALLOW;
import static io.clv.ledger.IdPolicy.REJECT;

import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.JoinedAttributes;
import io.clv.ledger.Ledger;
import io.clv.lifecycle.ServiceOffer;
import io.clv.lifecycle.ServiceOffers;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** What do a bank's best customers use that the others do not, and what would it bring to sell it to them? */
public final class NextServices {

    private static final Currency USD = Money.currency("USD");
    private static final LocalDate DAY = LocalDate.of(2025, 12, 31);
    private static final String[] SEGMENTS = {"private", "private", "private", "small business", "premium"};
    private static final String[] SERVICES = {"card", "deposit", "loan", "insurance"};

    /** What a service brings in a year, by segment. */
    private static final double[][] MARGINS = {{30, 20, 140, 60}, {90, 40, 420, 110}, {120, 260, 300, 200}};

    private NextServices() {}

    /**
     * A bank of 900 customers who take more services the longer they stay.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        SplittableRandom chance = new SplittableRandom(17);
        Ledger.Builder log = Ledger.builder(USD);
        Attributes.Builder known = Attributes.builder();
        for (int i = 0; i < 900; i++) {
            String id = "C" + (1000 + i);
            String segment = SEGMENTS[chance.nextInt(SEGMENTS.length)];
            int kind = segment.equals("private") ? 0 : segment.equals("premium") ? 2 : 1;
            int days = 30 + chance.nextInt(2500);
            known.category("segment", id, segment);
            double brought = 0;
            Set<String> services = new HashSet<>();
            for (int service = 0; service < SERVICES.length; service++) {
                double margin = MARGINS[kind][service] * (0.5 + chance.nextDouble());
                if (chance.nextDouble() < 0.3 + 0.25 * days / 1000 - 0.08 * service) {
                    services.add(SERVICES[service]);
                    known.money(SERVICES[service] + " margin", id, Money.ofRounded(margin, USD));
                    brought += margin * days / 365;
                }
            }
            if (chance.nextInt(50) > 0) {
                known.set("services", id, services);
            }
            log.add(id, DAY.minusDays(days), Money.ofRounded(brought, USD));
        }
        CustomerTable customers = log.build().summarize(DAY);
        JoinedAttributes joined = known.build().join(customers, REJECT, ALLOW);
        ServiceOffers.Builder builder = ServiceOffers.builder(joined, joined.groups("segment", "unknown"))
                .services("services");
        for (String service : SERVICES) {
            builder.margin(service, service + " margin");
        }
        ServiceOffers offers = builder.build();
        System.out.print(offers.explain());
        System.out.println();
        System.out.println("of each segment, who most is to be won of and has a service:");
        Set<String> shown = new HashSet<>();
        for (ServiceOffer each : offers.first(offers.customers())) {
            if (each.has().isEmpty() || !shown.add(each.segment())) {
                continue;
            }
            System.out.println(each.customer() + " (" + each.segment() + ", worth " + each.value() + " in "
                    + Math.round(10 * each.age().length()) / 10.0 + " years, has "
                    + String.join(", ", each.has()) + "): "
                    + each.services().stream()
                            .map(service -> service.name() + " " + service.margin())
                            .collect(Collectors.joining(", then "))
                    + "; " + each.toBeWon() + " a year in all");
        }
    }
}
