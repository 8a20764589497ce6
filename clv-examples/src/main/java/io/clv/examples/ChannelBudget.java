package io.clv.examples;

import static io.clv.quantity.Ratio.percent;

import io.clv.economics.Budget;
import io.clv.economics.BudgetChannel;
import io.clv.economics.BudgetPlan;
import io.clv.economics.BudgetRisk;
import io.clv.economics.ResponseCurve;
import io.clv.economics.ResponseDraws;
import io.clv.quantity.Money;
import java.util.List;
import java.util.Map;

/** Where next quarter's money should go, and how sure one can be of that. */
public final class ChannelBudget {

    private ChannelBudget() {}

    /**
     * Spreads a budget, holds last quarter's spread against it, and counts in that the curves are not known for sure.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        Money value = Money.parse("USD 260");
        Budget budget = Budget.builder(Money.parse("USD 100000"))
                .channel(BudgetChannel.of("search", ResponseCurve.power(2.6, 0.5), value)
                        .cap(Money.parse("USD 40000")))
                .channel(BudgetChannel.of("social", ResponseCurve.log(190, 9000), value))
                .channel(BudgetChannel.of("video", ResponseCurve.hill(420, 30_000, 2), value))
                .channel(BudgetChannel.of("radio", ResponseCurve.power(0.5, 0.5), value)
                        .floor(Money.parse("USD 5000")))
                .hurdle(percent(120))
                .build();
        BudgetPlan best = budget.allocate();
        System.out.print(best.explain());
        System.out.println();

        Map<String, Money> last = Map.of(
                "search", Money.parse("USD 25000"),
                "social", Money.parse("USD 35000"),
                "video", Money.parse("USD 10000"),
                "radio", Money.parse("USD 30000"));
        System.out.println(
                "last quarter's spread would net " + budget.plan(last).net() + ", the best one " + best.net());
        System.out.println();

        List<ResponseCurve> video = ResponseDraws.of(
                "video",
                500,
                1,
                draw -> ResponseCurve.hill(
                        draw.around(420, percent(40)), draw.between(20_000, 45_000), draw.between(1.5, 2.5)));
        List<ResponseCurve> social =
                ResponseDraws.of("social", 500, 1, draw -> ResponseCurve.log(draw.around(190, percent(25)), 9000));
        BudgetRisk risk = BudgetRisk.of(budget, Map.of("video", video, "social", social));
        BudgetPlan careful = risk.allocate();
        System.out.println("best in expectation, as video and social are not known for sure:");
        System.out.print(careful.explain());
        System.out.print(risk.explain(careful));
        System.out.println("better than last quarter's spread with a probability of "
                + risk.probabilityBetter(careful, risk.plan(last)));
    }
}
