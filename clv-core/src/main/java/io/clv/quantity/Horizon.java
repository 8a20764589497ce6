package io.clv.quantity;

import com.google.common.base.Ascii;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far ahead value is counted: over a span, or for ever. A span of its own cannot be infinite, so "for ever" is
 * said, not computed.
 *
 * <p>Text form: {@code "12 months"} or {@code "forever"}.
 */
public final class Horizon {

    private static final Horizon FOREVER = new Horizon(null);

    private final @Nullable Span span;

    private Horizon(@Nullable Span span) {
        this.span = span;
    }

    /**
     * Without end.
     *
     * @return the infinite horizon
     */
    public static Horizon forever() {
        return FOREVER;
    }

    /**
     * Up to a span from now.
     *
     * @param span how long; positive
     * @return the horizon
     * @throws IllegalArgumentException if the span is zero
     */
    public static Horizon over(Span span) {
        if (span.length() == 0) {
            throw new IllegalArgumentException("horizon must be longer than zero, but was " + span);
        }
        return new Horizon(span);
    }

    /**
     * Reads {@code "12 months"} or {@code "forever"}.
     *
     * @param text the text form
     * @return the horizon
     * @throws IllegalArgumentException if the text has another form, or the span is not longer than zero
     */
    public static Horizon parse(String text) {
        if (Ascii.equalsIgnoreCase(text.strip(), "forever")) {
            return FOREVER;
        }
        return over(Span.parse("horizon", "a number and a unit, as in '12 months', or 'forever'", text));
    }

    /**
     * Whether there is no end.
     *
     * @return true for the infinite horizon
     */
    public boolean isForever() {
        return span == null;
    }

    /**
     * The span, where there is an end.
     *
     * @return the span, or empty for ever
     */
    public Optional<Span> span() {
        return Optional.ofNullable(span);
    }

    /**
     * The number of units up to the end.
     *
     * @param unit days, weeks, months or years
     * @return the length, positive infinity for ever
     * @throws ArithmeticException if it is finite and beyond a double
     */
    public double in(ChronoUnit unit) {
        return span == null ? Double.POSITIVE_INFINITY : span.in(unit);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Horizon horizon && span().equals(horizon.span());
    }

    @Override
    public int hashCode() {
        return span().hashCode();
    }

    @Override
    public String toString() {
        return span == null ? "forever" : span.toString();
    }
}
