package io.clv.scenario;

import io.clv.btyd.Shock;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.Input;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.LossRate;
import io.clv.quantity.Measure;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.function.UnaryOperator;

/**
 * One thing that a scenario changes. Formulas take part through the inputs of the base, fitted models through these and
 * a {@link Shock} to what lies ahead of each customer. A change that the model would not notice, as its input is set in
 * the model or not there at all, is refused; a lambda is trusted to read what it is given.
 *
 * <p>The text form is that of {@link #parse}. Immutable.
 */
public final class Change {

    private final String text;
    private final UnaryOperator<Setting> made;

    private Change(String text, UnaryOperator<Setting> made) {
        this.text = text;
        this.made = made;
    }

    Setting on(Setting setting) {
        return made.apply(setting);
    }

    /**
     * Another price for the same goods, which cost what they did: a purchase brings 1 + p times as much, and of that
     * the margin is {@code (m + p) / (1 + p)}. Customers buy as often as before, until {@link #frequency} says
     * otherwise. A price that is set as revenue is rounded to the currency's minor unit.
     *
     * @param change p, such as {@code percent(10)}; negative for a lower price
     * @return the change
     * @throws IllegalArgumentException if it is not above -100%
     */
    public static Change price(Ratio change) {
        double factor = Factors.of("price", change);
        return new Change("price " + Wording.signed(change), setting -> {
            Setting dearer = spendingTimes(setting, factor);
            if (!setting.model().reads(Input.GROSS_MARGIN)) {
                return dearer.and(Change::revenueOnly);
            }
            return setting.has(Input.GROSS_MARGIN)
                    ? dearer.changing(
                            Input.GROSS_MARGIN,
                            margin -> Ratio.of(Factors.sum(margin.value(), change.value()) / factor))
                    : dearer;
        });
    }

    /** A margin that is set in the model would silently stay what it was. */
    private static CustomerValues revenueOnly(Setting before) {
        CustomerValues values = before.values();
        if (values.measure() != Measure.REVENUE) {
            throw new IllegalArgumentException("a price changes the gross margin, as the goods cost what they did, but"
                    + " the margin is set in the model; set it in the base (CustomerBase.with)");
        }
        return values;
    }

    /**
     * More or less on each order at the same margin, as when baskets grow.
     *
     * @param change such as {@code percent(10)}; negative for less
     * @return the change
     * @throws IllegalArgumentException if it is not above -100%
     */
    public static Change orderValue(Ratio change) {
        double factor = Factors.of("order value", change);
        return new Change("order value " + Wording.signed(change), setting -> spendingTimes(setting, factor));
    }

    /**
     * An upsell that multiplies what some customers spend, at the same margin: of all, as who takes it is not known,
     * {@code 1 + share (times - 1)} times as much.
     *
     * @param share of the customers who take it, the same in every segment
     * @param times what their spend is multiplied with
     * @return the change
     * @throws IllegalArgumentException if the share is not between 0% and 100%, or the factor not finite and above 0
     */
    public static Change upsell(Ratio share, double times) {
        double of =
                Factors.share("share of customers who take an upsell", share).value();
        double factor = 1 + of * (Factors.positive("upsell", times) - 1);
        return new Change("upsell " + share + " x " + Wording.number(times), setting -> spendingTimes(setting, factor));
    }

    private static Setting spendingTimes(Setting setting, double factor) {
        return setting.isFitted() ? setting.under(Shock.spendingTimes(factor)) : setting.revenueTimes(factor);
    }

    /**
     * Orders come more or less often. Fitted customers buy at so many times their rate ({@link Shock}).
     *
     * @param change such as {@code percent(-5)}
     * @return the change
     * @throws IllegalArgumentException if it is not above -100%
     */
    public static Change frequency(Ratio change) {
        double factor = Factors.of("frequency", change);
        return new Change(
                "frequency " + Wording.signed(change),
                setting ->
                        setting.isFitted() ? setting.under(Shock.buyingTimes(factor)) : setting.revenueTimes(factor));
    }

    /**
     * Points more or less of gross margin, at the same price.
     *
     * @param points such as {@code percent(3)}, from 30% to 33%
     * @return the change
     */
    public static Change grossMargin(Ratio points) {
        return new Change(
                "margin " + Wording.points(points),
                setting -> setting.changing(
                        Input.GROSS_MARGIN, margin -> Ratio.of(Factors.sum(margin.value(), points.value()))));
    }

    /**
     * Points more or less of retention, of a formula whose base has a churn or a retention. A fitted model has no
     * retention that is the same for all, and takes {@link #churnTimes}.
     *
     * <p>Where a formula takes a lifespan that was measured beside a churn, it becomes so many times longer as the
     * churn becomes lower.
     *
     * @param points such as {@code percent(5)}, from 80% to 85%
     * @param unit the period that the retention is of
     * @return the change
     */
    public static Change retention(Ratio points, ChronoUnit unit) {
        return new Change(
                "retention " + Wording.points(points) + " per " + Wording.singular(unit),
                setting -> retained(setting, points, unit));
    }

    private static Setting retained(Setting setting, Ratio points, ChronoUnit unit) {
        if (setting.isFitted()) {
            throw new IllegalArgumentException("a fitted model has no retention that is the same for all customers, so"
                    + " none can be raised by points; multiply the hazard of leaving (churn x 0.8)");
        }
        if (setting.has(Input.RETENTION)) {
            return setting.changing(Input.RETENTION, curve -> {
                if (curve.unit() != unit) {
                    throw new IllegalArgumentException("points of retention must be per "
                            + Wording.singular(curve.unit()) + ", as the retention is, but were per "
                            + Wording.singular(unit));
                }
                return curve.plusPoints(points);
            });
        }
        if (!setting.takesLifespan()) {
            return setting.changing(Input.CHURN, churn -> raised(churn, points, unit));
        }
        LossRate churn = setting.base()
                .get(Input.CHURN)
                .orElseThrow(() -> new IllegalArgumentException(
                        "points of retention need a churn or a retention in the base, but it has a lifespan"));
        double times = churn.share() / raised(churn, points, unit).share();
        return setting.changing(Input.LIFESPAN, span -> Span.of(span.length() * times, span.unit()));
    }

    /** In the unit that it came in, as the mean life of 1 / churn depends on it. */
    private static LossRate raised(LossRate churn, Ratio points, ChronoUnit unit) {
        if (points.value() == 0) {
            return churn;
        }
        double left = Factors.near(churn.per(unit).share() - points.value());
        if (left < 0 || left > 1) {
            throw new IllegalArgumentException("retention must be between 0% and 100% per " + Wording.singular(unit)
                    + ", but would be " + Ratio.of(Factors.near(1 - left)));
        }
        return LossRate.of(left, unit).per(churn.unit());
    }

    /**
     * Customers leave k times as readily: the hazard times k, so that a retention r becomes {@code r^k}, and where a
     * formula takes a lifespan that is k times as short. Of fitted models, see {@link Shock}; {@code 0.8} is a churn a
     * fifth lower.
     *
     * @param times k
     * @return the change
     * @throws IllegalArgumentException if it is not finite or not above 0
     */
    public static Change churnTimes(double times) {
        Factors.positive("churn", times);
        return new Change("churn x " + Wording.number(times), setting -> {
            if (setting.isFitted()) {
                return setting.under(Shock.leavingTimes(times));
            }
            if (setting.has(Input.RETENTION)) {
                return setting.changing(Input.RETENTION, curve -> curve.hazardTimes(times));
            }
            return setting.takesLifespan()
                    ? setting.changing(Input.LIFESPAN, span -> Span.of(span.length() / times, span.unit()))
                    : setting.changing(Input.CHURN, churn -> times(churn, times));
        });
    }

    private static LossRate times(LossRate churn, double times) {
        if (times == 1) {
            return churn;
        }
        double left = -Math.expm1(times * Math.log1p(-churn.share()));
        return LossRate.of(Factors.near(left), churn.unit());
    }

    /**
     * Points more or less of what a year's wait takes off.
     *
     * @param points such as {@code percent(5)}, from 10% to 15% a year
     * @return the change
     */
    public static Change discount(Ratio points) {
        return new Change(
                "discount " + Wording.points(points),
                setting -> setting.has(Input.DISCOUNT)
                        ? setting.changing(Input.DISCOUNT, rate -> raised(rate, points))
                        : setting.requireRead(Input.DISCOUNT)
                                .with(setting.base().with(Input.DISCOUNT, raised(DiscountRate.none(), points))));
    }

    private static DiscountRate raised(DiscountRate rate, Ratio points) {
        if (points.value() == 0) {
            return rate;
        }
        Ratio sum = Ratio.of(Factors.near(rate.effective(ChronoUnit.YEARS) + points.value()));
        if (sum.value() < 0) {
            throw new IllegalArgumentException("discount must not be negative, but would be " + sum + " per year");
        }
        return DiscountRate.annually(sum);
    }

    /**
     * A market that collapses: of what customers would bring after a span, so much is lost. Value up to then is
     * unchanged; it is found by valuing the base up to then only, so the horizon must not be set in the model.
     *
     * @param lost of all value after the span, such as {@code percent(60)}; costs of service that come after it are
     *     spared in the same share
     * @param after the span, from now; positive
     * @return the change
     * @throws IllegalArgumentException if the share is not between 0% and 100%, or the span is zero
     */
    public static Change collapse(Ratio lost, Span after) {
        Collapse collapse = Collapse.of(lost, after);
        return new Change(
                "collapse " + lost + " after " + after,
                setting -> setting.requireRead(Input.HORIZON).and(collapse));
    }

    /**
     * The product becomes a subscription for those who take the offer.
     *
     * @param offer price, churn and who takes it
     * @return the change
     */
    public static Change subscription(SubscriptionOffer offer) {
        return new Change("subscription " + offer, setting -> setting.and(new Subscribed(offer)));
    }

    /**
     * Any input of the base, changed at will: {@code Change.of("lifespan a year longer", Input.LIFESPAN, span -> ...)}.
     *
     * @param <T> the type of the values
     * @param text what readers call it; {@link #parse} does not know it
     * @param input the input, which the base must have
     * @param change gives the new value for the old
     * @return the change
     */
    public static <T> Change of(String text, Input<T> input, UnaryOperator<T> change) {
        return new Change(text, setting -> setting.changing(input, change));
    }

    /**
     * Reads a change: {@code "price +10%"}, {@code "order value -5%"}, {@code "frequency +10%"}, {@code "margin +3
     * points"}, {@code "retention +5 points per year"}, {@code "churn x 1.5"}, {@code "discount +5 points"},
     * {@code "collapse 60% after 18 months"}, {@code "upsell 20% x 2.5"} or {@code "subscription 20 per month, churn 5%
     * per month, take-up 30%"}.
     *
     * @param text the text form
     * @param currency of money that names none
     * @return the change
     * @throws IllegalArgumentException if the text has another form, or says what cannot be
     */
    public static Change parse(String text, Currency currency) {
        return ChangeText.parse(text.strip(), currency);
    }

    @Override
    public String toString() {
        return text;
    }
}
