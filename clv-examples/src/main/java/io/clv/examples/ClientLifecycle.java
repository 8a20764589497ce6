package io.clv.examples;

import static io.clv.ledger.IdPolicy.ALLOW;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.days;

import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.PeriodTable;
import io.clv.ledger.RefundPolicy;
import io.clv.lifecycle.ChurnReasons;
import io.clv.lifecycle.ContactEvent;
import io.clv.lifecycle.Funnel;
import io.clv.lifecycle.LifecycleRules;
import io.clv.lifecycle.LifecycleStages;
import io.clv.lifecycle.PlateauLengths;
import io.clv.lifecycle.Stage;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Where do the small-business clients of a bank stand, how long do they stay, who is about to leave, and whom is it
 * worth winning back?
 */
public final class ClientLifecycle {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    private static final int MONTHS = 72;
    private static final String[] REASONS = {"fees", "service", "closed down", "sold"};

    private ClientLifecycle() {}

    /**
     * Six years of commissions of 400 clients, and the contacts of three who are none yet.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        Ledger commissions = commissions();
        CustomerTable clients = commissions.summarize(LAST);
        PeriodTable months = commissions.periods(LAST, CalendarGrid.months(), RefundPolicy.REJECT);

        LifecycleStages stages = LifecycleStages.builder(clients, months)
                .rules(LifecycleRules.builder()
                        .atRiskAfter(days(45))
                        .lostAfter(days(120))
                        .build())
                .contacts(
                        List.of(
                                new ContactEvent("Sand Surf", LocalDate.of(2025, 11, 3), "newsletter"),
                                new ContactEvent("Tarn Boats", LocalDate.of(2025, 11, 20), "newsletter"),
                                new ContactEvent("Tarn Boats", LocalDate.of(2025, 12, 12), "price list"),
                                new ContactEvent("Umber Paint", LocalDate.of(2025, 12, 18), "meeting")),
                        Funnel.builder()
                                .awareness("newsletter")
                                .comparison("price list")
                                .interest("meeting")
                                .build())
                .build();
        System.out.print(stages.explain());
        System.out.println();
        for (Stage stage : List.of(Stage.GROWING, Stage.DECLINING, Stage.LOST)) {
            for (int row = 0; row < stages.size(); row++) {
                if (stages.stage(row) == stage) {
                    System.out.println("client " + clients.id(row) + ", " + stage.label() + ": " + stages.reason(row));
                    break;
                }
            }
        }
        stages.prospects().forEach(each -> System.out.println(each.id() + ": " + each.reason()));

        System.out.println();
        PlateauLengths plateaus = PlateauLengths.of(months);
        System.out.print(plateaus.explain());
        System.out.println("about to leave within six months:");
        plateaus.aboutToLeave(6).stream()
                .limit(3)
                .forEach(each -> System.out.println(
                        "client " + each.id() + ", " + each.plateau().level()
                                + " a month for " + each.plateau().periods() + " months, leaves with "
                                + Math.round(100 * each.chance().orElseThrow().value()) + "%"));

        System.out.println();
        ChurnReasons reasons = ChurnReasons.builder(stages, said(stages).join(clients, ALLOW, ALLOW), "reason")
                .preventable("fees", "service")
                .natural("closed down")
                .grossMargin(percent(60))
                .build();
        System.out.print(reasons.explain());
        System.out.print(reasons.winBack(percent(15), Money.parse("EUR 150")).explain());
    }

    /** A client's commissions grow for some months, hold for two to two and a half years, fade and cease. */
    private static Ledger commissions() {
        SplittableRandom chance = new SplittableRandom(20);
        Ledger.Builder log = Ledger.builder(Money.currency("EUR"));
        for (int client = 1; client <= 400; client++) {
            int opens = chance.nextInt(MONTHS);
            int grows = 3 + chance.nextInt(4);
            int stays = 14 + chance.nextInt(14) + chance.nextInt(14);
            double level = 8_000 + 40_000 * Math.pow(chance.nextDouble(), 2);
            for (int month = 0; month < grows + stays + 3 && opens + month < MONTHS; month++) {
                double share =
                        month < grows ? (month + 1.0) / (grows + 1) : Math.min(1, (grows + stays + 3 - month) / 4.0);
                double noise = 0.8 + 0.4 * chance.nextDouble();
                LocalDate day = FIRST.plusMonths(opens + month).plusDays(chance.nextInt(25));
                log.add(client, (int) day.toEpochDay(), Math.round(level * share * noise));
            }
        }
        return log.build();
    }

    /** What those who left said, as far as they said anything. */
    private static Attributes said(LifecycleStages stages) {
        SplittableRandom chance = new SplittableRandom(4);
        Attributes.Builder said = Attributes.builder().categoryColumn("reason");
        for (int row = 0; row < stages.size(); row++) {
            if (stages.stage(row) == Stage.LOST && chance.nextInt(5) > 0) {
                said.category("reason", stages.customers().id(row), REASONS[chance.nextInt(REASONS.length)]);
            }
        }
        return said.build();
    }
}
