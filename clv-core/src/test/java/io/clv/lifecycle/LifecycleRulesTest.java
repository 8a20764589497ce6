package io.clv.lifecycle;

import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clv.quantity.Ratio;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LifecycleRulesTest {

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void rulesAreChecked() {
        assertRefused(
                () -> LifecycleRules.builder().overdueShare(Ratio.ONE),
                "share of gaps must be above 0% and below 100%, but was 100%");
        assertRefused(
                () -> LifecycleRules.builder().ownRhythmFrom(0),
                "number of gaps of a rhythm must be at least 1, but was 0");
        assertRefused(
                () -> LifecycleRules.builder().atRiskAfter(days(0)),
                "silence of a customer at risk must be longer than zero, but was 0 days");
        assertRefused(
                () -> LifecycleRules.builder().lostAfter(days(0)),
                "silence of a lost customer must be longer than zero, but was 0 days");
        assertRefused(
                () -> LifecycleRules.builder().atRiskBelow(Ratio.ZERO),
                "P(alive) of a customer at risk must be above 0% and below 100%, but was 0%");
        assertRefused(
                () -> LifecycleRules.builder()
                        .atRiskAfter(days(180))
                        .lostAfter(days(90))
                        .build(),
                "a customer must be at risk before he is lost, but is at risk after 180 days and lost after 90 days");
    }

    @Test
    void eachRuleIsSetOnce() {
        assertRefused(
                () -> LifecycleRules.builder().lostAfter(days(90)).lostAfter(days(80)),
                "silence of a lost customer was already set to 90 days");
        assertRefused(
                () -> LifecycleRules.builder().newFor(days(90)).newFor(days(80)),
                "time of a new customer was already set to 90 days");
        assertRefused(
                () -> LifecycleRules.builder().wonBackFor(days(90)).wonBackFor(days(80)),
                "time of a customer won back was already set to 90 days");
        assertRefused(
                () -> LifecycleRules.builder().curve(CurveRules.defaults()).curve(CurveRules.defaults()),
                "rule of the income curve was already set to changes of income from 20% on, plateaus from 6 periods on");
    }

    @Test
    void saysItsRules() {
        assertThat(LifecycleRules.defaults())
                .hasToString("at risk after 95% of gaps, lost after twice that, new for as long as it takes to tell,"
                        + " changes of income from 20% on, plateaus from 6 periods on");
        assertThat(LifecycleRules.builder()
                        .atRiskAfter(days(30))
                        .atRiskBelow(percent(40))
                        .lostAfter(days(90))
                        .newFor(days(60))
                        .build())
                .hasToString("at risk after 30 days or with P(alive) below 40%, lost after 90 days, new for 60 days,"
                        + " changes of income from 20% on, plateaus from 6 periods on");
    }

    @Test
    void ownRhythmNearsThreeMeansOfManyGaps() {
        RulesInDays rules = new RulesInDays(60, false, 0.95, 3, -1, 180, 90, 90);
        // 3 (0.05^(-1/3) - 1) = 5.143, and -ln 0.05 = 2.996.
        assertThat(rules.ownOverdue(10, 3)).isEqualTo(51.43, within(0.01));
        assertThat(rules.ownOverdue(10, 1_000_000)).isEqualTo(29.957, within(0.001));
    }

    @Test
    void stagesAreReadByLabelOrName() {
        assertThat(Stage.parse(" At Risk ")).isEqualTo(Stage.AT_RISK);
        assertThat(Stage.parse("won_back")).isEqualTo(Stage.WON_BACK);
        assertRefused(
                () -> Stage.parse("gone"),
                "stage must be one of awareness, comparison, interest, new, growing, plateau, declining, at risk, lost,"
                        + " won back, but was 'gone'");
    }

    @Test
    void aFunnelRefusesWhatItDoesNotKnow() {
        Funnel funnel = Funnel.builder()
                .awareness("ad", "newsletter")
                .interest("offer")
                .ignoring("unsubscribed")
                .build();
        assertRefused(
                () -> funnel.step("test drive"),
                "kind of contact must be one of ad, newsletter, offer, unsubscribed, but was 'test drive'; ignoring(...)"
                        + " names those that mean nothing");
        assertThat(funnel).hasToString("awareness: ad, newsletter; comparison: nothing; interest: offer");
        assertRefused(() -> Funnel.builder().awareness("ad").interest("ad"), "kind of contact 'ad' was already named");
        assertRefused(() -> Funnel.builder().awareness(" "), "kind of contact must not be blank, but was ' '");
        assertRefused(
                () -> Funnel.builder().ignoring("ad").build(),
                "a funnel needs kinds of contact that show awareness, comparison or interest, but has none");
        assertRefused(() -> new ContactEvent("", Months.END, "ad"), "id of a contact must not be blank, but was ''");
        assertRefused(
                () -> new ContactEvent("zoe", Months.END, " "),
                "kind of contact with 'zoe' must not be blank, but was ' '");
    }
}
