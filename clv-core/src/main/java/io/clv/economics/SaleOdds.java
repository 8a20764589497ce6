package io.clv.economics;

import io.clv.quantity.Money;
import io.clv.quantity.Ratio;

/**
 * How likely an offer sells, to a customer one has and to somebody who has never bought, each as a range. They are
 * inputs: measure your own. {@link #commonlyQuoted} has the figures that everybody quotes.
 *
 * @param existingLow the least chance of selling to an existing customer
 * @param existingHigh the greatest
 * @param newLow the least chance of selling to a new one
 * @param newHigh the greatest
 */
public record SaleOdds(Ratio existingLow, Ratio existingHigh, Ratio newLow, Ratio newHigh) {

    /**
     * Checks the ranges.
     *
     * @param existingLow the least chance of selling to an existing customer
     * @param existingHigh the greatest
     * @param newLow the least chance of selling to a new one
     * @param newHigh the greatest
     * @throws IllegalArgumentException if a chance is not above 0% and at most 100%, or a range is out of order
     */
    public SaleOdds {
        require("an existing", existingLow, existingHigh);
        require("a new", newLow, newHigh);
    }

    private static void require(String whom, Ratio low, Ratio high) {
        if (!(low.value() > 0 && low.value() <= high.value() && high.value() <= 1)) {
            throw new IllegalArgumentException("odds of selling to " + whom
                    + " customer must be above 0%, at most 100% and in order, but were " + low + " to " + high);
        }
    }

    /**
     * Two chances known for sure.
     *
     * @param existing of selling to an existing customer
     * @param newcomer of selling to a new one
     * @return the odds
     * @throws IllegalArgumentException if a chance is not above 0% and at most 100%
     */
    public static SaleOdds of(Ratio existing, Ratio newcomer) {
        return new SaleOdds(existing, existing, newcomer, newcomer);
    }

    /**
     * 60% to 70% for an existing customer, 5% to 20% for a new one (Farris, Bendle, Pfeifer and Reibstein, Marketing
     * Metrics): a rule of thumb without a data set behind it.
     *
     * @return the odds
     */
    public static SaleOdds commonlyQuoted() {
        return new SaleOdds(Ratio.percent(60), Ratio.percent(70), Ratio.percent(5), Ratio.percent(20));
    }

    /**
     * How many times likelier an existing customer buys, at least: least / greatest of a new one.
     *
     * @return 3 for the commonly quoted
     */
    public double timesLikelierAtLeast() {
        return existingLow.value() / newHigh.value();
    }

    /**
     * How many times likelier an existing customer buys, at most.
     *
     * @return 14 for the commonly quoted
     */
    public double timesLikelierAtMost() {
        return existingHigh.value() / newLow.value();
    }

    /**
     * What an offer brings that is made to both.
     *
     * @param margin of a sale
     * @param costOfExisting of making the offer to an existing customer, not negative
     * @param costOfNew of making it to a new one, not negative
     * @return the offer
     * @throws IllegalArgumentException if a cost is negative, or the currencies differ
     */
    public Offer offer(Money margin, Money costOfExisting, Money costOfNew) {
        return new Offer(this, margin, costOfExisting, costOfNew);
    }

    /**
     * An offer made to existing and to new customers: per contact, {@code margin x odds - cost}; per sale, {@code cost
     * / odds}. It is about this sale alone; what a new customer brings later is in the lifetime value.
     *
     * @param odds of a sale
     * @param margin of a sale
     * @param costOfExisting of making the offer to an existing customer
     * @param costOfNew of making it to a new one
     */
    public record Offer(SaleOdds odds, Money margin, Money costOfExisting, Money costOfNew) {

        /**
         * Checks the costs.
         *
         * @param odds of a sale
         * @param margin of a sale
         * @param costOfExisting of making the offer to an existing customer
         * @param costOfNew of making it to a new one
         * @throws IllegalArgumentException if a cost is negative, or the currencies differ
         */
        public Offer {
            require("existing", costOfExisting, margin);
            require("new", costOfNew, margin);
        }

        private static void require(String whom, Money cost, Money margin) {
            margin.plus(cost);
            if (cost.isNegative()) {
                throw new IllegalArgumentException(
                        "cost of an offer to " + whom + " customers must not be negative, but was " + cost);
            }
        }

        /**
         * What is left of a contact, at some odds.
         *
         * @param chance of a sale
         * @param cost of the contact
         * @return margin x chance - cost
         */
        public Money perContact(Ratio chance, Money cost) {
            return Money.ofRounded(margin.toDouble() * chance.value() - cost.toDouble(), margin.currency());
        }

        /**
         * What a sale costs, at some odds.
         *
         * @param chance of a sale
         * @param cost of the contact
         * @return cost / chance
         */
        public Money perSale(Ratio chance, Money cost) {
            return Money.ofRounded(cost.toDouble() / chance.value(), margin.currency());
        }

        /**
         * The offer in words.
         *
         * @return a few lines of English
         */
        public String explain() {
            return line("an existing", odds.existingLow, odds.existingHigh, costOfExisting)
                    + line("a new", odds.newLow, odds.newHigh, costOfNew)
                    + "this sale alone: what a new customer brings later is in the lifetime value\n";
        }

        private String line(String whom, Ratio low, Ratio high, Money cost) {
            boolean known = low.equals(high);
            return "an offer to " + whom + " customer sells with " + (known ? low : low + " to " + high) + ", costs "
                    + range(perSale(high, cost), perSale(low, cost), known) + " a sale and leaves "
                    + range(perContact(low, cost), perContact(high, cost), known) + " a contact; it may cost "
                    + range(perContact(low, zero()), perContact(high, zero()), known) + '\n';
        }

        private Money zero() {
            return Money.zero(margin.currency());
        }

        private static String range(Money low, Money high, boolean known) {
            return known ? low.toString() : low + " to " + high;
        }
    }

    @Override
    public String toString() {
        return "existing " + existingLow + " to " + existingHigh + ", new " + newLow + " to " + newHigh;
    }
}
