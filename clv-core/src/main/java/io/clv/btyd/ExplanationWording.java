package io.clv.btyd;

import io.clv.btyd.ValueExplanation.Contribution;
import io.clv.btyd.ValueExplanation.Driver;
import io.clv.btyd.ValueExplanation.History;
import io.clv.btyd.ValueExplanation.Share;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An explanation in words.
 *
 * @param model the model
 * @param of the customer
 * @param ahead how far ahead the value counts
 */
record ExplanationWording(FittedLtv model, ExplainedRow of, Ahead ahead) {

    private static final String WITHOUT_REPEAT = "no repeat purchase";

    String because(Driver driver, ValueFactors his) {
        return switch (driver) {
            case P_ALIVE -> silence(his.alive());
            case PURCHASES -> pace();
            case SPEND -> spend();
            case MARGIN -> "as given for the customer";
            case COST_TO_SERVE ->
                of.terms().cost().map(rate -> "at " + rate).orElse("nothing was given for the customer");
        };
    }

    /** How long a customer has been silent tells by how often he bought before. */
    private String silence(double alive) {
        History history = of.history();
        History average = of.average();
        String base = time(average.age() - average.recency()) + " ago on average";
        String nothing = alive == 1 ? ", of which the " + model.name() + " model concludes nothing" : "";
        if (history.frequency() == 0) {
            return "no purchase since the first, " + time(history.age()) + " ago" + nothing + "; the last one " + base;
        }
        return "last purchase " + time(history.age() - history.recency()) + " ago after one every "
                + time(history.recency() / history.frequency()) + nothing + ", against " + base + " after one every "
                + time(average.recency() / average.frequency());
    }

    private String pace() {
        History history = of.history();
        History average = of.average();
        double x = history.frequency();
        return (x == 0 ? WITHOUT_REPEAT : FitWording.number(x) + " repeat purchase" + (x == 1 ? "" : "s")) + " in "
                + time(history.age()) + ", against " + FitWording.number(average.frequency()) + " in "
                + time(average.age());
    }

    private String spend() {
        History history = of.history();
        int known = model.spending().known((int) history.frequency());
        if (history.spend().isEmpty()) {
            return (known == 0 ? WITHOUT_REPEAT : "no positive mean amount") + ", so the mean spend of all";
        }
        return money(history.spend().getAsDouble()) + " on average over " + known
                + (model.spending().firstIncluded() ? " purchase" : " repeat purchase") + (known == 1 ? "" : "s")
                + ", against " + money(of.average().spend().orElseThrow());
    }

    private String time(double time) {
        return FitWording.number(time) + " " + FitText.unit(model.unit());
    }

    private String money(double amount) {
        return FitWording.money(amount, of.values().currency());
    }

    String explained(List<Contribution> contributions) {
        CustomerValues values = of.values();
        Money value = values.value(of.row());
        Money average = of.averageMoney();
        StringBuilder text = new StringBuilder();
        line(
                text,
                value + " for customer " + of.id() + ", " + compared(value.minus(average)) + " the average of "
                        + FitWording.customers(values.size()) + ", " + average + ": "
                        + values.measure().label() + ", " + values.basis().label() + ", by the " + values.model()
                        + " model");
        line(
                text,
                (values.horizon().isForever() ? "without end" : "over " + values.horizon())
                        + (of.terms().discount().isNone()
                                ? ", not discounted"
                                : ", discounted at " + of.terms().discount()));
        values.interval(of.row()).ifPresent(interval -> line(text, interval(interval)));
        contributions.forEach(contribution -> line(text, told(contribution)));
        values.assumptions().forEach(assumption -> line(text, "assumes " + assumption));
        return text.toString();
    }

    private String interval(Interval interval) {
        return interval.level() + " interval of the " + interval.of().label() + ": " + money(interval.low()) + " to "
                + money(interval.high());
    }

    private static String compared(Money more) {
        return more.isZero() ? "just" : more.isNegative() ? more.negated() + " below" : more + " above";
    }

    private String told(Contribution of) {
        return of.driver().label() + " " + does(of) + ": " + figure(of.driver(), of.own()) + " against "
                + figure(of.driver(), of.average()) + what(of.driver()) + "; " + of.because() + shared(of);
    }

    private static String does(Contribution of) {
        boolean many = of.driver() == Driver.PURCHASES;
        return of.money().isZero()
                ? many ? "add nothing" : "adds nothing"
                : of.money().isNegative()
                        ? (many ? "take off " : "takes off ") + of.money().negated()
                        : (many ? "add " : "adds ") + of.money();
    }

    private String figure(Driver driver, double value) {
        return switch (driver) {
            case P_ALIVE, PURCHASES -> FitWording.number(value);
            case SPEND, COST_TO_SERVE -> money(value);
            case MARGIN -> FitWording.number(100 * value) + "%";
        };
    }

    private String what(Driver driver) {
        return switch (driver) {
            case P_ALIVE -> "";
            case PURCHASES, COST_TO_SERVE ->
                " ahead if active" + (of.terms().discount().isNone() ? "" : ", discounted");
            case SPEND -> " a purchase";
            case MARGIN -> " of revenue";
        };
    }

    private static String shared(Contribution of) {
        return of.shares().isEmpty()
                ? ""
                : "; of it "
                        + of.shares().stream().map(ExplanationWording::share).collect(Collectors.joining(", "));
    }

    private static String share(Share share) {
        return (share.name().equals("history") ? "the history" : share.name()) + " " + share.money();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
