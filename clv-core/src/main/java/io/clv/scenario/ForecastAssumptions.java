package io.clv.scenario;

import io.clv.btyd.FuturePurchases;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a forecast of orders rests on, in words, and what is left out of it.
 *
 * @param model by which customers buy, if there is one
 * @param rate by which they do, if there is none
 * @param inflow who is to come; none if left out
 * @param season none if left out
 * @param overdispersion none if left out
 */
record ForecastAssumptions(
        @Nullable FuturePurchases model,
        @Nullable OrderRate rate,
        @Nullable Inflow inflow,
        @Nullable SeasonalIndex season,
        @Nullable Overdispersion overdispersion) {

    List<String> sentences(OrderCalendar calendar) {
        List<String> all = new ArrayList<>();
        if (model != null) {
            all.addAll(model.assumptions());
        }
        if (rate != null) {
            all.add("every customer orders " + rate.orders() + ", all alike and by pure chance"
                    + (rate.churn().share() > 0 ? ", and leaves with " + rate.churn() : ", and nobody leaves"));
            all.add(
                    rate.doubt().value() > 0
                            ? "the rate of orders is in doubt by " + rate.doubt()
                            : "the rate of orders is as given: doubt about it is left out");
        }
        Inflow flow = inflow;
        if (flow == null) {
            all.add("nobody new comes: future acquisition is left out");
        } else {
            all.add("newcomers come " + flow + "; their coming is an order, and they buy on as the others do");
            if (flow.doubt().value() == 0) {
                all.add("the pace of newcomers is as given: doubt about it is left out");
            }
        }
        all.add(season == null ? "all days are alike: a season is left out" : "a season: " + season);
        all.add(common());
        if (calendar.isCutShort()) {
            all.add("the first " + Wording.singular(calendar.grid().unit()) + " is cut short, from " + calendar.from(0)
                    + " through " + calendar.through(0));
        }
        return all;
    }

    private String common() {
        if (overdispersion == null) {
            return "periods differ by the chance of single customers: overdispersion is left out";
        }
        return overdispersion.deviation().value() == 0
                ? "periods differ by no more than the chance of single customers"
                : "the orders of a period have a common factor, give or take " + overdispersion;
    }
}
