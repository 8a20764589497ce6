package io.clv.btyd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that befalls customers from now on: they leave, buy or spend so many times as much as they were about to. A
 * history is past, and what it says of a customer is read with the model as it was fitted; only what lies ahead
 * changes. With k for leaving and f for buying, of one who is there at T with x repeat purchases:
 *
 * <ul>
 *   <li>purchases come at f times the rate: {@code lambda ~ Gamma(r + x, (alpha + T) / f)}. Where customers leave after
 *       purchases, as in BG/NBD, they so leave sooner, too;
 *   <li>Pareto/NBD: the hazard of leaving is k times as high, {@code mu ~ Gamma(s, (beta + T) / k)};
 *   <li>GGompertz/NBD: the same, {@code eta ~ Gamma(s, beta_T / k)} with {@code beta_T = 1 + (beta - 1) e^(-b T)} on
 *       the time scale that begins at T;
 *   <li>BG/NBD and MBG/NBD: a probability cannot be multiplied at will; b is divided, {@code p ~ Beta(a, (b + coins) /
 *       k)}, so that the odds of its mean are k times as high, and for small p the hazard is;
 *   <li>BG/BB: both are probabilities, and the odds of their means are multiplied: {@code Beta(alpha + x, (beta + n -
 *       x) / f)} and {@code Beta(gamma, (delta + n) / k)};
 *   <li>NBD: nobody leaves, whatever k.
 * </ul>
 *
 * @param leaving k, finite and above 0; 1 for no change
 * @param buying f, likewise
 * @param spending what the amounts of purchases to come are multiplied with, likewise
 */
public record Shock(double leaving, double buying, double spending) {

    private static final Shock NONE = new Shock(1, 1, 1);

    /**
     * Checks that each is a factor.
     *
     * @param leaving k
     * @param buying f
     * @param spending of amounts
     * @throws IllegalArgumentException if one is not finite or not above 0
     */
    public Shock {
        require("leaving", leaving);
        require("buying", buying);
        require("spending", spending);
    }

    private static void require(String name, double factor) {
        if (!(factor > 0 && factor <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "shock of " + name + " must be times a finite number above 0, but was times " + factor);
        }
    }

    /**
     * Nothing happens.
     *
     * @return the shock that changes nothing
     */
    public static Shock none() {
        return NONE;
    }

    /**
     * Customers leave k times as readily.
     *
     * @param times k, such as 2
     * @return the shock
     * @throws IllegalArgumentException if it is not finite or not above 0
     */
    public static Shock leavingTimes(double times) {
        return new Shock(times, 1, 1);
    }

    /**
     * Customers buy f times as often.
     *
     * @param times f, such as 1.1 for a tenth more
     * @return the shock
     * @throws IllegalArgumentException if it is not finite or not above 0
     */
    public static Shock buyingTimes(double times) {
        return new Shock(1, times, 1);
    }

    /**
     * Customers spend so many times as much on a purchase.
     *
     * @param times such as 1.1 for a tenth more
     * @return the shock
     * @throws IllegalArgumentException if it is not finite or not above 0
     */
    public static Shock spendingTimes(double times) {
        return new Shock(1, 1, times);
    }

    /**
     * Both shocks at once.
     *
     * @param other the other
     * @return the shock whose factors are the products
     * @throws IllegalArgumentException if a product is not finite or not above 0
     */
    public Shock and(Shock other) {
        return new Shock(leaving * other.leaving, buying * other.buying, spending * other.spending);
    }

    /** The model whose customers this befalls. */
    TransactionModel on(TransactionModel model) {
        if (leaving == 1 && buying == 1) {
            return model;
        }
        if (model instanceof ConjugateModel own) {
            return new ShockedModel(own, this);
        }
        throw new IllegalArgumentException("a shock of leaving or buying needs a model of the library, which knows what"
                + " lies ahead of a customer, but was on " + model.name());
    }

    /** What values under this shock assume; empty if nothing happens. */
    Optional<String> sentence() {
        List<String> what = new ArrayList<>();
        add(what, "leave", leaving, " as readily");
        add(what, "buy", buying, " as often");
        add(what, "spend", spending, " as much on a purchase");
        return what.isEmpty()
                ? Optional.empty()
                : Optional.of("that from now on customers " + String.join(" and ", what));
    }

    private static void add(List<String> what, String verb, double factor, String as) {
        if (factor != 1) {
            what.add(verb + " " + factor + " times" + as);
        }
    }

    @Override
    public String toString() {
        return sentence().orElse("no shock");
    }
}
