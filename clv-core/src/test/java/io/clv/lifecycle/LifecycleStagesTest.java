package io.clv.lifecycle;

import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.PeriodTable;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Basis;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Customers of every stage, each judged by numbers that are worked out by hand. */
class LifecycleStagesTest {

    private static final Months LOG = new Months()
            .steady("ann", "2024-01", 24, 100)
            .steady("bob", "2024-01", 20, 100)
            .steady("bob", "2025-09", 4, 150)
            .steady("cid", "2024-01", 20, 100)
            .steady("cid", "2025-09", 4, 60)
            .steady("dan", "2024-01", 21, 100)
            .bought("eve", "2025-09-30", 20)
            .bought("fay", "2024-12-01", 20)
            .bought("fay", "2025-03-01", 40)
            .bought("gus", "2025-12-01", 20)
            .bought("hal", "2024-01-10", 20)
            .bought("hal", "2025-12-05", 20)
            .steady("ivy", "2024-01", 12, 100)
            .steady("ivy", "2025-01", 12, 200);

    private static final CustomerTable CUSTOMERS = LOG.customers();
    private static final PeriodTable TABLE = LOG.table();

    private static LifecycleRules.Builder rules() {
        return LifecycleRules.builder()
                .atRiskAfter(days(60))
                .lostAfter(days(180))
                .newFor(days(90));
    }

    private static LifecycleStages stages() {
        return LifecycleStages.builder(CUSTOMERS, TABLE).rules(rules().build()).build();
    }

    private static void assertStage(LifecycleStages stages, String id, Stage stage, String reason) {
        int row = CUSTOMERS.indexOf(id);
        assertThat(stages.stage(row)).as(id).isEqualTo(stage);
        assertThat(stages.reason(row)).isEqualTo(reason);
    }

    @Test
    void everyStageHasItsReasonInNumbers() {
        LifecycleStages stages = stages();
        assertStage(
                stages, "ann", Stage.PLATEAU, "no change of income beyond chance in 24 months, at USD 100.00 a month");
        assertStage(
                stages,
                "bob",
                Stage.GROWING,
                "income of USD 150.00 a month since 2025-09-01, 50% above the USD 100.00 a month of the 20 months before");
        assertStage(
                stages,
                "cid",
                Stage.DECLINING,
                "income of USD 60.00 a month since 2025-09-01, 40% below the USD 100.00 a month of the 20 months before");
        // 609 days from 2024-01-10 to 2025-09-10 are 20 gaps of 30.45; 609 x (0.05^(-1/20) - 1) = 98.4.
        assertStage(
                stages,
                "dan",
                Stage.AT_RISK,
                "no purchase for 112 days; the customer's 20 gaps average 30 days, and 95% of gaps at that rhythm are 98"
                        + " days or shorter");
        assertStage(
                stages,
                "eve",
                Stage.AT_RISK,
                "no purchase for 92 days, longer than the 60 after which a customer is at risk");
        assertStage(
                stages,
                "fay",
                Stage.LOST,
                "no purchase for 305 days, longer than the 180 after which a customer counts as lost");
        assertStage(stages, "gus", Stage.NEW, "first purchase 30 days ago; a customer is new for 90");
        assertStage(
                stages,
                "hal",
                Stage.WON_BACK,
                "came back in the month of 2025-12-01 after at least 670 days without a purchase; lost is after 180");
        assertStage(
                stages, "ivy", Stage.PLATEAU, "income has held at USD 200.00 a month for 12 months, since 2025-01-01");
    }

    @Test
    void linesAddUpToTheBase() {
        LifecycleStages stages = stages();
        assertThat(stages.line(Stage.PLATEAU))
                .isEqualTo(new LifecycleStages.Line(Stage.PLATEAU, 2, Money.of(6000, "USD"), Optional.empty()));
        assertThat(stages.lines()).hasSize(10);
        assertThat(stages.lines().stream()
                        .mapToInt(LifecycleStages.Line::customers)
                        .sum())
                .isEqualTo(CUSTOMERS.size());
        assertThat(stages.lines().stream()
                        .map(LifecycleStages.Line::toDate)
                        .reduce(Money.zero(CUSTOMERS.currency()), Money::plus))
                .isEqualTo(CUSTOMERS.total());
        assertThat(stages)
                .hasToString("9 customers: new 1, growing 1, plateau 2, declining 1, at risk 2, lost 1, won back 1");
    }

    @Test
    void groupsAreForOtherRooms() {
        Groups groups = stages().groups();
        assertThat(groups.labels())
                .containsExactly("new", "growing", "plateau", "declining", "at risk", "lost", "won back");
        assertThat(groups.label(CUSTOMERS.indexOf("dan"))).isEqualTo("at risk");
        assertThat(groups.size()).isEqualTo(9);
    }

    @Test
    void explainsWithTheRules() {
        assertThat(stages().explain()).isEqualTo("""
                        new: 1 customer, USD 20.00 to date
                        growing: 1 customer, USD 2600.00 to date
                        plateau: 2 customers, USD 6000.00 to date
                        declining: 1 customer, USD 2240.00 to date
                        at risk: 2 customers, USD 2120.00 to date
                        lost: 1 customer, USD 60.00 to date
                        won back: 1 customer, USD 40.00 to date
                        at risk after 60 days without a purchase; who has at least 3 gaps is judged by his own
                        lost after 180 days without a purchase; won back for 90 days, new for 90
                        changes of income from 20% on, plateaus from 6 periods on, in whole months
                        """);
    }

    @Test
    void gapsOfTheBaseDecideIfNothingIsSaid() {
        LifecycleStages stages = LifecycleStages.of(CUSTOMERS, TABLE);
        // Of 114 gaps 112 are of a month, 31 days at most, and the 109th is at 95%.
        assertThat(CUSTOMERS.gaps().orElseThrow().quantile(percent(95))).isEqualTo(days(31));
        assertStage(
                stages,
                "eve",
                Stage.LOST,
                "no purchase for 92 days, longer than the 62 after which a customer counts as lost");
        assertThat(stages.notes())
                .containsExactly(
                        "95% of this base's gaps are 31 days or shorter; who has at least 3 gaps is judged by his own",
                        "lost after 62 days without a purchase; won back for 183 days, new for 183",
                        "changes of income from 20% on, plateaus from 6 periods on, in whole months");
        LifecycleStages patient = LifecycleStages.builder(CUSTOMERS, TABLE)
                .rules(LifecycleRules.builder().lostAfter(days(400)).build())
                .build();
        assertStage(
                patient,
                "eve",
                Stage.AT_RISK,
                "no purchase for 92 days; 95% of this base's gaps are 31 days or shorter");
    }

    @Test
    void aSlowRhythmBeyondTheLostRuleIsJudgedByTheBase() {
        // 597 days in four gaps; 597 x (0.05^(-1/4) - 1) = 665 would come after the 180 days of the lost.
        Months log = new Months()
                .bought("slow", "2024-01-01", 10)
                .bought("slow", "2024-06-01", 10)
                .bought("slow", "2024-11-01", 10)
                .bought("slow", "2025-04-01", 10)
                .bought("slow", "2025-08-20", 10);
        LifecycleStages stages = LifecycleStages.builder(log.customers(), log.table())
                .rules(rules().build())
                .build();
        assertThat(stages.reason(0))
                .isEqualTo("no purchase for 133 days, longer than the 60 after which a customer is at risk");
    }

    @Test
    void returnsAreFoundToTheResolutionOfThePeriods() {
        // Away for 182 days, of which 123 lie between the months.
        Months log = new Months()
                .bought("nan", "2025-05-02", 10)
                .bought("nan", "2025-10-31", 10)
                .bought("nan", "2025-12-20", 10);
        LifecycleRules patient = rules().build();
        assertThat(LifecycleStages.builder(log.customers(), log.table())
                        .rules(patient)
                        .build()
                        .stage(0))
                .isEqualTo(Stage.PLATEAU);
        assertThat(LifecycleStages.builder(log.customers(), log.days())
                        .rules(patient)
                        .build()
                        .reason(0))
                .isEqualTo("came back on 2025-10-31 after at least 182 days without a purchase; lost is after 180");
    }

    @Test
    void aliveDecidesOnRepeatersOnly() {
        double[] alive = new double[CUSTOMERS.size()];
        Arrays.fill(alive, 0.9);
        alive[CUSTOMERS.indexOf("ann")] = 0.321;
        alive[CUSTOMERS.indexOf("eve")] = 1;
        CustomerValues values = CustomerValues.builder("bg-nbd", CUSTOMERS)
                .amounts(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9.004})
                .column(CustomerValues.Column.P_ALIVE, alive)
                .basis(Basis.RESIDUAL_AFTER_OBSERVATION)
                .measure(Measure.PROFIT)
                .build();
        LifecycleStages stages = LifecycleStages.builder(CUSTOMERS, TABLE)
                .rules(rules().atRiskBelow(percent(50)).build())
                .values(values)
                .build();
        assertStage(stages, "ann", Stage.AT_RISK, "P(alive) is 32.1%, below 50%; no purchase for 21 days");
        assertStage(
                stages,
                "eve",
                Stage.AT_RISK,
                "no purchase for 92 days and only one ever, of which P(alive) cannot tell, longer than the 60 after"
                        + " which a customer is at risk");
        assertThat(stages.stage(CUSTOMERS.indexOf("dan"))).isEqualTo(Stage.DECLINING);
        assertThat(stages.line(Stage.AT_RISK).value()).contains(Money.of(6, "USD"));
        assertThat(stages.line(Stage.PLATEAU).value()).contains(Money.of(9, "USD"));
        assertThat(stages.notes())
                .startsWith(
                        "at risk with P(alive) below 50%; customers who bought once: at risk after 60 days without a"
                                + " purchase")
                .endsWith("value: profit, residual after observation, by the bg-nbd model");
        assertThat(stages.explain()).contains("at risk: 2 customers, USD 2420.00 to date, worth USD 6.00\n");
    }

    @Test
    void refusesAliveWithoutAnyoneWhoTells() {
        LifecycleRules rules = rules().atRiskBelow(percent(50)).build();
        assertThatThrownBy(() ->
                        LifecycleStages.builder(CUSTOMERS, TABLE).rules(rules).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("P(alive) decides who is at risk, but no values were given");
        CustomerValues values = CustomerValues.builder("simple", CUSTOMERS)
                .amounts(new double[CUSTOMERS.size()])
                .build();
        assertThatThrownBy(() -> LifecycleStages.builder(CUSTOMERS, TABLE)
                        .rules(rules)
                        .values(values)
                        .build())
                .hasMessage("P(alive) decides who is at risk, but the simple model gives none");
    }

    @Test
    void prospectsComeFromContacts() {
        Funnel funnel = Funnel.builder()
                .awareness("ad")
                .comparison("price list")
                .interest("test drive", "offer")
                .ignoring("unsubscribed")
                .build();
        List<ContactEvent> events = List.of(
                new ContactEvent("zoe", LocalDate.of(2025, 12, 19), "test drive"),
                new ContactEvent("zoe", LocalDate.of(2025, 12, 30), "ad"),
                new ContactEvent("zoe", LocalDate.of(2025, 11, 2), "price list"),
                new ContactEvent("zoe", LocalDate.of(2025, 12, 19), "offer"),
                new ContactEvent("yan", LocalDate.of(2025, 12, 31), "ad"),
                new ContactEvent("ann", LocalDate.of(2025, 12, 1), "offer"),
                new ContactEvent("yan", LocalDate.of(2026, 1, 1), "offer"),
                new ContactEvent("max", LocalDate.of(2025, 1, 1), "unsubscribed"));
        LifecycleStages stages = LifecycleStages.builder(CUSTOMERS, TABLE)
                .rules(rules().build())
                .contacts(events, funnel)
                .build();
        assertThat(stages.prospects()).extracting(Prospect::id).containsExactly("yan", "zoe");
        Prospect zoe = stages.prospects().get(1);
        assertThat(zoe.stage()).isEqualTo(Stage.INTEREST);
        assertThat(zoe.reason())
                .isEqualTo("offer on 2025-12-19, 12 days ago, shows interest; 4 contacts since 2025-11-02");
        assertThat(stages.prospects().get(0).reason())
                .isEqualTo("ad on 2025-12-31, 0 days ago, shows awareness; 1 contact since 2025-12-31");
        assertThat(stages.explain())
                .startsWith("awareness: 1 prospect\ncomparison: 0 prospects\ninterest: 1 prospect\nnew: 1 customer")
                .endsWith(
                        "1 contact with customers, whose purchases decide\n1 contact after 2025-12-31, left out\n1 contact"
                                + " of kinds that mean nothing, left out\n");
    }

    @Test
    void knowsTheDayOfLoss() {
        assertThat(stages().lostAfter(CUSTOMERS.indexOf("fay"))).isEqualTo(LocalDate.of(2025, 8, 28));
    }

    @Test
    void refusesPeriodsOfOthers() {
        Months others = new Months().bought("ann", "2025-01-01", 5);
        assertThatThrownBy(() -> LifecycleStages.of(CUSTOMERS, others.table()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("calendar periods must be of the same customers as the base, " + CUSTOMERS + ", but were "
                        + others.table());
        CustomerValues values = CustomerValues.builder("simple", others.customers())
                .amounts(new double[1])
                .build();
        assertThatThrownBy(() -> LifecycleStages.builder(CUSTOMERS, TABLE).values(values))
                .hasMessage("values must be of the customers that are staged, " + CUSTOMERS + ", but were of "
                        + others.customers());
    }

    @Test
    void refusesABaseWithoutGaps() {
        Months once = new Months().bought("ann", "2025-01-01", 5);
        assertThatThrownBy(() -> LifecycleStages.of(once.customers(), once.table()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("when a customer is at risk cannot be read off the gaps between purchases, because no"
                        + " customer has bought in two periods; say it, as in atRiskAfter(days(90))");
        assertThatThrownBy(() -> LifecycleStages.builder(CUSTOMERS, TABLE)
                        .rules(LifecycleRules.builder().lostAfter(days(31)).build())
                        .build())
                .hasMessage(
                        "a customer must be at risk before he is lost, but is at risk after 31 days and lost after 31"
                                + " days; gaps said the former: say it, as in atRiskAfter(days(90))");
    }

    @Test
    void aRowThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> stages().reason(9)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> stages().stage(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void eachPartIsSetOnce() {
        LifecycleRules rules = LifecycleRules.defaults();
        assertThatThrownBy(() ->
                        LifecycleStages.builder(CUSTOMERS, TABLE).rules(rules).rules(rules))
                .hasMessage("rules were already set");
        Funnel funnel = Funnel.builder().awareness("ad").build();
        assertThatThrownBy(() -> LifecycleStages.builder(CUSTOMERS, TABLE)
                        .contacts(List.of(), funnel)
                        .contacts(List.of(), funnel))
                .hasMessage("contacts were already set");
    }

    @Test
    void anEmptyBaseHasNoStages() {
        Months none = new Months();
        LifecycleStages stages = LifecycleStages.builder(none.customers(), none.table())
                .rules(rules().wonBackFor(Span.days(1)).build())
                .build();
        assertThat(stages.size()).isZero();
        assertThat(stages.line(Stage.LOST).customers()).isZero();
    }
}
