package io.clv.economics;

import static io.clv.economics.Figures.refused;
import static io.clv.economics.Figures.usd;
import static io.clv.quantity.Ratio.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.quantity.Interval;
import io.clv.quantity.Ratio;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BudgetRiskTest {

    private static final Budget BUDGET = Budget.builder(usd("10000"))
            .channel(BudgetChannel.of("search", ResponseCurve.power(1, 0.5), usd("100")))
            .channel(BudgetChannel.of("video", ResponseCurve.power(1, 0.5), usd("100")))
            .hurdle(Ratio.ZERO)
            .build();

    /** Video is sure; search wins sqrt(x) in three draws of four, and 3 sqrt(x) in the fourth. */
    private static final BudgetRisk RISK = BudgetRisk.of(
            BUDGET,
            Map.of(
                    "search",
                    List.of(
                            ResponseCurve.power(1, 0.5),
                            ResponseCurve.power(1, 0.5),
                            ResponseCurve.power(1, 0.5),
                            ResponseCurve.power(3, 0.5))));

    @Test
    void theBestInExpectationIsThatOfTheMeanCurve() {
        // Mean scale 1.5: spends as 2.25 : 1.
        BudgetPlan plan = RISK.allocate();
        assertThat(plan.line("search").spend().toDouble()).isCloseTo(10000 * 2.25 / 3.25, within(0.02));
        assertThat(RISK.draws()).isEqualTo(4);
    }

    @Test
    void regretIsWhatKnowingWouldHaveBrought() {
        BudgetPlan even = RISK.plan(Map.of("search", usd("5000"), "video", usd("5000")));
        // Three draws: even is best, no regret. The fourth: best 9:1, 100 (3 sqrt 9000 + sqrt 1000) = 100 x 316.228;
        // even 100 x 4 sqrt 5000 = 100 x 282.843; regret 3338.51, a quarter of which is 834.63.
        BudgetRisk.Regret regret = RISK.regret(even, percent(90));
        assertThat(regret.mean()).isEqualTo(usd("834.63"));
        assertThat(regret.quantile()).isEqualTo(usd("3338.51"));
        assertThat(RISK.regret(even, percent(75)).quantile()).isEqualTo(usd("0"));
        assertThat(regret).hasToString("USD 834.63 on average, up to USD 3338.51 in 90% of draws");
        assertThat(RISK.regret(RISK.allocate(), percent(90)).mean().compareTo(regret.mean()))
                .isNegative();
    }

    @Test
    void onePlanBeatsAnotherInAShareOfDraws() {
        BudgetPlan even = RISK.plan(Map.of("search", usd("5000"), "video", usd("5000")));
        BudgetPlan bold = RISK.plan(Map.of("search", usd("9000"), "video", usd("1000")));
        assertThat(RISK.probabilityBetter(bold, even)).isEqualTo(percent(25));
        assertThat(RISK.probabilityBetter(even, bold)).isEqualTo(percent(75));
        assertThat(RISK.probabilityBetter(even, even)).isEqualTo(percent(50));
        // At an even spend the next dollar is as good in three draws and three times as good in the fourth.
        assertThat(RISK.probabilityNextBetter("search", "video", even)).isEqualTo(percent(62.5));
    }

    @Test
    void theNetWorthHasAnInterval() {
        BudgetPlan even = RISK.plan(Map.of("search", usd("5000"), "video", usd("5000")));
        Interval net = RISK.net(even, percent(50));
        // 200 sqrt 5000 - 10000 in three draws, the first quartile and the third.
        assertThat(net.low()).isCloseTo(4142.14, within(0.005));
        assertThat(net.high()).isCloseTo(4142.14, within(0.005));
        assertThat(RISK.net(even, percent(90)).high()).isCloseTo(18284.27, within(0.005));
        assertThat(RISK.explain(even)).isEqualTo("""
                90% interval of the net worth: USD 4142.14 to USD 18284.27, over 4 draws of how the channels respond
                regret: USD 834.63 on average, up to USD 3338.51 in 90% of draws; the mean is the most that knowing the responses for sure would be worth
                """);
        assertThat(RISK).hasToString("USD 10000.00 for 2 channels, hurdle 0%, 4 draws");
    }

    @Test
    void drawsFollowWhatAPlannerSays() {
        List<ResponseCurve> draws = ResponseDraws.of(
                "search", 4000, 7, draw -> ResponseCurve.power(draw.around(4, percent(20)), draw.between(0.5, 0.7)));
        double[] scales =
                draws.stream().mapToDouble(curve -> curve.customers(1)).sorted().toArray();
        // Half on either side of 4; sd of the logs .2, so 15.87% are below 4 e^-.2.
        assertThat(scales[2000]).isCloseTo(4, within(0.04));
        assertThat(scales[635]).isCloseTo(4 * Math.exp(-0.2), within(0.06));
        double mean = draws.stream()
                .mapToDouble(curve -> Math.log(curve.customers(Math.E) / curve.customers(1)))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0.6, within(0.004));
        assertThat(ResponseDraws.of("search", 2, 7, draw -> ResponseCurve.power(draw.around(4, percent(20)), 0.5)))
                .isEqualTo(ResponseDraws.of(
                                "search", 3, 7, draw -> ResponseCurve.power(draw.around(4, percent(20)), 0.5))
                        .subList(0, 2));
        assertThat(ResponseDraws.of("video", 1, 7, draw -> ResponseCurve.power(draw.around(4, percent(20)), 0.5)))
                .isNotEqualTo(ResponseDraws.of(
                        "search", 1, 7, draw -> ResponseCurve.power(draw.around(4, percent(20)), 0.5)));
    }

    @Test
    void whatCannotBeIsRefused() {
        List<ResponseCurve> two = List.of(ResponseCurve.power(1, 1), ResponseCurve.power(2, 1));
        refused(() -> BudgetRisk.of(BUDGET, Map.of()), "the risk of a budget needs draws, but there were none");
        refused(() -> BudgetRisk.of(BUDGET, Map.of("tv", two)), "there is no channel 'tv'; channels are search, video");
        Map<String, List<ResponseCurve>> uneven = new java.util.LinkedHashMap<>();
        uneven.put("search", two);
        uneven.put("video", two.subList(0, 1));
        refused(
                () -> BudgetRisk.of(BUDGET, uneven),
                "each channel must have as many draws as the others, 2, but video had 1");
        BudgetPlan other = Budget.builder(usd("1"))
                .channel(BudgetChannel.of("tv", ResponseCurve.power(1, 1), usd("1")))
                .build()
                .allocate();
        refused(() -> RISK.net(other, percent(90)), "plan must be of the channels search, video, but is of tv");
        refused(
                () -> RISK.regret(RISK.allocate(), percent(100)),
                "level must be above 0% and below 100%, but was 100%");
        refused(
                () -> ResponseDraws.of("x", 0, 1, draw -> ResponseCurve.power(1, 1)),
                "draws must be at least 1, but were 0");
        refused(
                () -> ResponseDraws.of("x", 1, 1, draw -> ResponseCurve.power(draw.between(2, 1), 1)),
                "ends of a parameter must be finite and in order, but were 2.0 and 1.0");
        refused(
                () -> ResponseDraws.of("x", 1, 1, draw -> ResponseCurve.power(draw.around(2, percent(-1)), 1)),
                "uncertainty of a parameter must not be negative, but was -1%");
    }

    @Property(tries = 30)
    void chancesAreComplementsAndCertaintyHasNoRegret(
            @ForAll long seed, @ForAll @IntRange(max = 10_000) int search, @ForAll @IntRange(max = 10_000) int other) {
        List<ResponseCurve> draws = ResponseDraws.of(
                "search", 20, seed, draw -> ResponseCurve.log(draw.between(5, 50), draw.around(900, percent(50))));
        BudgetRisk risk = BudgetRisk.of(BUDGET, Map.of("search", draws));
        BudgetPlan a = risk.plan(Map.of("search", usd("" + search), "video", usd("" + (10_000 - search))));
        BudgetPlan b = risk.plan(Map.of("search", usd("" + other), "video", usd("" + (10_000 - other))));
        assertThat(risk.probabilityBetter(a, b).value()
                        + risk.probabilityBetter(b, a).value())
                .isCloseTo(1, within(1e-12));
        // Up to the cent to which both means are rounded.
        assertThat(risk.regret(risk.allocate(), percent(90)).mean().toDouble())
                .isLessThanOrEqualTo(risk.regret(a, percent(90)).mean().toDouble() + 0.011);

        BudgetRisk sure = BudgetRisk.of(BUDGET, Map.of("search", Collections.nCopies(3, draws.get(0))));
        assertThat(sure.regret(sure.allocate(), percent(90)).mean()).isEqualTo(usd("0"));
    }
}
