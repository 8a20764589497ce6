package io.clv.economics;

import io.clv.numerics.CompensatedSum;
import io.clv.quantity.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A spread of a budget over its channels, and what it is expected to bring. Spent + unspent = budget, to the cent. */
public final class BudgetPlan {

    /** A customer who costs more is one who is not to be had. */
    private static final double MOST_SHOWN = 1e12;

    /** Where a channel's spend lies. */
    public enum Bound {
        /** Between floor and cap. */
        FREE(""),
        /** At the floor, zero if none was set: it would take less if it could. */
        FLOOR("at its floor"),
        /** At the cap: it would take more. */
        CAP("at its cap");

        private final String label;

        Bound(String label) {
            this.label = label;
        }

        /**
         * The bound in words.
         *
         * @return an empty text for no bound
         */
        public String label() {
            return label;
        }
    }

    /**
     * What a channel gets and brings.
     *
     * @param channel its name
     * @param spend exact
     * @param customers the expected number
     * @param worth what they are worth over their lives, in major units, unrounded
     * @param marginalCustomers what the next unit of money wins: the slope of the response
     * @param marginalReturn what those are worth
     * @param bound where the spend lies
     */
    public record Line(
            String channel,
            Money spend,
            double customers,
            double worth,
            double marginalCustomers,
            double marginalReturn,
            Bound bound) {

        /**
         * What a customer costs on average.
         *
         * @return spend / customers; empty where none are expected
         */
        public Optional<Money> cac() {
            double cost = spend.toDouble() / customers;
            return customers > 0 && cost < MOST_SHOWN
                    ? Optional.of(Money.ofRounded(cost, spend.currency()))
                    : Optional.empty();
        }

        /**
         * What the next customer costs: 1 / slope of the response.
         *
         * @return empty where no further one can be won
         */
        public Optional<Money> marginalCac() {
            double cost = 1 / marginalCustomers;
            return marginalCustomers > 0 && cost < MOST_SHOWN
                    ? Optional.of(Money.ofRounded(cost, spend.currency()))
                    : Optional.empty();
        }
    }

    private final Budget budget;
    private final List<Line> lines;
    private final Money spent;
    private final double worth;

    private BudgetPlan(Budget budget, List<Line> lines) {
        this.budget = budget;
        this.lines = List.copyOf(lines);
        spent = lines.stream().map(Line::spend).reduce(Money.zero(budget.currency()), Money::plus);
        worth = CompensatedSum.of(lines.stream().mapToDouble(Line::worth).toArray());
    }

    static BudgetPlan of(Budget budget, long[] spend) {
        List<Line> lines = new ArrayList<>();
        double minorPerMajor = Math.pow(10, budget.currency().getDefaultFractionDigits());
        for (int i = 0; i < spend.length; i++) {
            BudgetChannel channel = budget.channels().get(i);
            Money money = Money.ofMinor(spend[i], budget.currency());
            double slope = channel.response().marginal(money.toDouble());
            lines.add(new Line(
                    channel.name(),
                    money,
                    channel.response().customers(money.toDouble()),
                    channel.worth(spend[i], minorPerMajor),
                    slope,
                    channel.value().toDouble() * slope,
                    bound(channel, money)));
        }
        return new BudgetPlan(budget, lines);
    }

    private static Bound bound(BudgetChannel channel, Money spend) {
        if (channel.cap().isPresent() && spend.equals(channel.cap().get())) {
            return Bound.CAP;
        }
        return spend.equals(channel.floor()) ? Bound.FLOOR : Bound.FREE;
    }

    /**
     * The budget that was spread.
     *
     * @return the budget
     */
    public Budget budget() {
        return budget;
    }

    /**
     * The channels, in the budget's order.
     *
     * @return immutable
     */
    public List<Line> lines() {
        return lines;
    }

    /**
     * One channel.
     *
     * @param channel its name
     * @return what it gets and brings
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public Line line(String channel) {
        return lines.stream()
                .filter(line -> line.channel().equals(channel))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no channel '" + channel + "'; channels are " + String.join(", ", budget.names())));
    }

    /**
     * What is spent.
     *
     * @return the exact sum over channels
     */
    public Money spent() {
        return spent;
    }

    /**
     * What is not spent, because it would not bring the hurdle, or the caps leave no place for it.
     *
     * @return budget - spent
     */
    public Money unspent() {
        return budget.total().minus(spent);
    }

    /**
     * The customers to be expected.
     *
     * @return the sum over channels
     */
    public double customers() {
        return CompensatedSum.of(lines.stream().mapToDouble(Line::customers).toArray());
    }

    /**
     * What the customers won are worth over their lives.
     *
     * @return before the cost of winning them
     */
    public Money worth() {
        return Money.ofRounded(worth, budget.currency());
    }

    /**
     * What the customers won are worth over their lives, less what was spent to win them.
     *
     * @return the net worth
     */
    public Money net() {
        return Money.ofRounded(worth - spent.toDouble(), budget.currency());
    }

    /** What is maximised: worth less spend at the hurdle, in major units. */
    double objective() {
        return worth - budget.hurdle().value() * spent.toDouble();
    }

    /**
     * The plan in words.
     *
     * @return a few lines of English
     */
    public String explain() {
        StringBuilder text = new StringBuilder()
                .append(spent)
                .append(" of ")
                .append(budget.total())
                .append(" spent, ")
                .append(unspent())
                .append(" unspent\n")
                .append(Wording.number(customers()))
                .append(" customers expected, worth ")
                .append(worth())
                .append(" over their lives, ")
                .append(net())
                .append(" after the cost of winning them\n");
        for (Line line : lines) {
            text.append(line.channel())
                    .append(": ")
                    .append(line.spend())
                    .append(" for ")
                    .append(Wording.number(line.customers()))
                    .append(" customers")
                    .append(line.cac().map(money -> ", " + money + " each").orElse(""))
                    .append(line.marginalCac()
                            .map(money -> ", the next one " + money)
                            .orElse(""))
                    .append(", the next ")
                    .append(budget.currency().getCurrencyCode())
                    .append(" 1 brings ")
                    .append(Wording.number(line.marginalReturn()))
                    .append(
                            line.bound() == Bound.FREE
                                    ? ""
                                    : ", " + line.bound().label())
                    .append('\n');
        }
        if (!unspent().isZero()) {
            text.append("what is unspent would bring less than the hurdle of ")
                    .append(budget.hurdle())
                    .append(", or passes a cap\n");
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return spent + " of " + budget.total() + " spent, worth " + worth();
    }
}
