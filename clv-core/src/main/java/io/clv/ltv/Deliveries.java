package io.clv.ltv;

import io.clv.quantity.Money;
import io.clv.quantity.Span;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The goods that a paid term of a subscription delivers: so many units at a cost each, at regular intervals from the
 * start of the term or at given times after it. Whoever paid for the term gets all of them, so their number follows the
 * renewals, and their cost is discounted from the day of delivery.
 *
 * <p>Text form: {@code "6 at USD 5.00 every 3 months"} or {@code "6 at USD 5.00 after 0 months, 5 months"}.
 */
public final class Deliveries {

    /** Keeps a term of 12 months from holding a thirteenth delivery by a rounding error. */
    private static final double TOLERANCE = 1e-9;

    private static final int MOST = 10_000;

    private final double units;
    private final Money unitCost;
    private final @Nullable Span interval;
    private final List<Span> times;

    private Deliveries(double units, Money unitCost, @Nullable Span interval, List<Span> times) {
        if (!Double.isFinite(units) || units <= 0) {
            throw new IllegalArgumentException("units of a delivery must be positive, but were " + units);
        }
        if (unitCost.isNegative()) {
            throw new IllegalArgumentException("cost of a unit must not be negative, but was " + unitCost);
        }
        this.units = units;
        this.unitCost = unitCost;
        this.interval = interval;
        this.times = times;
    }

    /**
     * Deliveries at the start of a term and then at an interval, while the term lasts.
     *
     * @param interval from one delivery to the next; positive
     * @param units units in each delivery; positive
     * @param unitCost what one unit costs
     * @return the deliveries
     * @throws IllegalArgumentException if the interval is zero, the units are not positive or the cost is negative
     */
    public static Deliveries every(Span interval, double units, Money unitCost) {
        if (interval.length() == 0) {
            throw new IllegalArgumentException("interval of deliveries must be longer than zero, but was " + interval);
        }
        return new Deliveries(units, unitCost, interval, List.of());
    }

    /**
     * Deliveries at given times after the start of each term.
     *
     * @param times when, at least one
     * @param units units in each delivery; positive
     * @param unitCost what one unit costs
     * @return the deliveries
     * @throws IllegalArgumentException if there is no time, the units are not positive or the cost is negative
     */
    public static Deliveries at(List<Span> times, double units, Money unitCost) {
        if (times.isEmpty()) {
            throw new IllegalArgumentException("deliveries must have at least one time, but had none");
        }
        return new Deliveries(units, unitCost, null, times.stream().sorted().toList());
    }

    /**
     * Reads {@code "6 at USD 5.00 every 3 months"} or {@code "6 at USD 5.00 after 0 months, 5 months"}.
     *
     * @param text the text form
     * @return the deliveries
     * @throws IllegalArgumentException if the text has another form, or a part of it is out of range
     */
    public static Deliveries parse(String text) {
        return parse(text, null);
    }

    static Deliveries parse(String text, @Nullable Currency currency) {
        int at = text.indexOf(" at ");
        int every = text.indexOf(" every ");
        int after = text.indexOf(" after ");
        int when = Math.max(every, after);
        if (at < 0 || when < at) {
            throw new IllegalArgumentException(
                    "deliveries must be units, cost and interval, as in '6 at USD 5 every 3 months', but were '"
                            + text.strip() + "'");
        }
        double units = units(text.substring(0, at).strip());
        String price = text.substring(at + " at ".length(), when);
        Money unitCost = Money.parse(currency == null ? price : PricedText.complete(price, currency));
        String times = text.substring(when + " every ".length());
        if (every > 0) {
            return every(Span.parse(times), units, unitCost);
        }
        List<Span> spans = new ArrayList<>();
        for (String time : times.split(",", -1)) {
            spans.add(Span.parse(time));
        }
        return at(spans, units, unitCost);
    }

    private static double units(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("units of a delivery must be a number, but were '" + text + "'", e);
        }
    }

    /**
     * The units in each delivery.
     *
     * @return a positive number
     */
    public double units() {
        return units;
    }

    /**
     * What one unit costs.
     *
     * @return the cost
     */
    public Money unitCost() {
        return unitCost;
    }

    /**
     * From one delivery to the next, where they are regular.
     *
     * @return the interval, or empty
     */
    public Optional<Span> interval() {
        return Optional.ofNullable(interval);
    }

    /**
     * When the deliveries of a term are due.
     *
     * @param term the length of the term
     * @return times after its start, ascending
     * @throws IllegalArgumentException if a given time is not within the term
     */
    public List<Span> within(Span term) {
        List<Span> due = new ArrayList<>();
        if (interval != null) {
            double length = term.in(interval.unit()) * (1 - TOLERANCE);
            if (length / interval.length() > MOST) {
                throw new IllegalArgumentException("deliveries of a term must be at most " + MOST + ", but one every "
                        + interval + " in " + term + " makes more");
            }
            for (int k = 0; k * interval.length() < length; k++) {
                due.add(Span.of(k * interval.length(), interval.unit()));
            }
            return List.copyOf(due);
        }
        for (Span time : times) {
            if (time.in(term.unit()) >= term.length() * (1 - TOLERANCE)) {
                throw new IllegalArgumentException(
                        "delivery after " + time + " must be within the paid term of " + term);
            }
            due.add(time);
        }
        return List.copyOf(due);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Deliveries deliveries && toString().equals(deliveries.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        String when = interval != null
                ? " every " + interval
                : " after " + times.stream().map(Span::toString).collect(Collectors.joining(", "));
        return Wording.number(units) + " at " + unitCost + when;
    }
}
