package io.clv.scenario;

import io.clv.quantity.Money;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Drivers in the order of how far they move the value of a base, each alone and the others as they are. The steps are
 * those that were asked for: a driver that is moved further than another, or further than is likely, stands higher than
 * it should.
 */
public final class Tornado {

    /**
     * What a driver does.
     *
     * @param swing the driver and its two changes
     * @param down the value of the base after the one
     * @param up after the other
     */
    public record Bar(Swing swing, Money down, Money up) {

        /**
         * How far apart the two values are.
         *
         * @return the distance, never negative
         */
        public Money width() {
            Money distance = up.minus(down);
            return distance.isNegative() ? distance.negated() : distance;
        }
    }

    private final Money value;
    private final List<Bar> bars;

    Tornado(Money value, List<Bar> bars) {
        this.value = value;
        this.bars = bars.stream()
                .sorted(Comparator.comparing(Bar::width)
                        .reversed()
                        .thenComparing(bar -> bar.swing().name()))
                .toList();
    }

    /**
     * The value of the base as it is.
     *
     * @return the value
     */
    public Money value() {
        return value;
    }

    /**
     * What each driver does.
     *
     * @return the widest first; equally wide ones by name; immutable
     */
    public List<Bar> bars() {
        return bars;
    }

    /**
     * By how much a value differs from that of the base as it is.
     *
     * @param other the value
     * @return (other - value) / |value|; empty where the base is worth nothing and the other is not
     */
    public OptionalDouble relative(Money other) {
        return relative(value, other);
    }

    static OptionalDouble relative(Money from, Money to) {
        return from.isZero()
                ? to.isZero() ? OptionalDouble.of(0) : OptionalDouble.empty()
                : OptionalDouble.of((to.toDouble() - from.toDouble()) / Math.abs(from.toDouble()));
    }

    /**
     * The drivers in words, a line each.
     *
     * @return a few lines of English
     */
    public String explain() {
        StringBuilder text = new StringBuilder("as it is: ").append(value).append('\n');
        bars.forEach(bar -> text.append(bar.swing().name())
                .append(": ")
                .append(side(bar.swing().down(), bar.down()))
                .append(", ")
                .append(side(bar.swing().up(), bar.up()))
                .append('\n'));
        return text.toString();
    }

    private String side(Change change, Money other) {
        return change + " " + other + " (" + Wording.percent(relative(other)) + ")";
    }

    @Override
    public String toString() {
        return "tornado around " + value + ", widest " + bars.get(0).swing().name();
    }
}
