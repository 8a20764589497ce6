package io.clv.lifecycle;

import io.clv.numerics.StudentT;
import io.clv.quantity.Pace;
import io.clv.quantity.Ratio;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a customer uses up until a visit is due: a car that is driven so many kilometres a month and serviced every so
 * many, so that the call goes out before the service is due.
 *
 * <pre>{@code
 * Usage car = Usage.of("km").serviceEvery(15_000).lastServiceAt(30_000)
 *         .read(LocalDate.of(2026, 3, 1), 37_500)
 *         .pace(Pace.perMonth(1_250))
 *         .build();
 * car.due();   // 7,500 km at 1,250 a month are 6 months of 30.436875 days, rounded up: 2026-08-31
 * }</pre>
 *
 * <p>With the last reading u on day d, the service due at s and the pace c, the service is due on d + (s - u) / c,
 * rounded up to a day. The pace is either given, and then taken as certain, or read off three readings or more: usage
 * is then a Wiener process with drift c = (u_n - u_0) / (d_n - d_0) and a variance a day v, the mean of (increment - c
 * length)^2 / length over the n increments, n - 1 in the divisor. What it shows t days after the last reading is
 * predicted to be u + c t, with the variance v (t + t^2 / (d_n - d_0)) for the way itself and for the pace; the ends of
 * the interval are the days at which the bounds of that prediction, by Student's distribution with n - 1 degrees of
 * freedom, reach s: the roots of ((s - u) - c t)^2 = q^2 v (t + t^2 / (d_n - d_0)). Two readings give a pace without an
 * interval. Immutable.
 */
public final class Usage {

    /** Nothing is planned further ahead; a pace so slow is no pace. */
    private static final double FARTHEST_DAYS = 36_525;

    private final String unit;
    private final double every;
    private final double lastService;
    private final Reading last;
    private final double perDay;
    private final double variance;
    private final double observedDays;
    private final int freedom;

    private Usage(Builder builder, double every, double lastService, Reading last) {
        unit = builder.unit;
        this.every = every;
        this.lastService = lastService;
        this.last = last;
        List<Reading> readings = builder.readings;
        Pace given = builder.pace;
        observedDays = ChronoUnit.DAYS.between(readings.get(0).date(), last.date());
        freedom = given != null ? 0 : readings.size() - 2;
        perDay = given != null
                ? given.per(ChronoUnit.DAYS).count()
                : (last.amount() - readings.get(0).amount()) / observedDays;
        double sum = 0;
        for (int i = 1; i < readings.size() && freedom > 0; i++) {
            double days = ChronoUnit.DAYS.between(
                    readings.get(i - 1).date(), readings.get(i).date());
            double excess = readings.get(i).amount() - readings.get(i - 1).amount() - perDay * days;
            sum += excess * excess / days;
        }
        variance = freedom > 0 ? sum / freedom : 0;
    }

    /**
     * Starts with what is counted.
     *
     * @param unit such as "km"; not blank
     * @return a builder
     * @throws IllegalArgumentException if it is blank
     */
    public static Builder of(String unit) {
        return new Builder(unit);
    }

    /**
     * How fast it is used.
     *
     * @return the pace that was given, or else that between the first reading and the last, a day
     */
    public Pace pace() {
        return Pace.perDay(perDay);
    }

    /**
     * Up to what it has been used when the next service is due.
     *
     * @return the last service and one interval more
     */
    public double dueAt() {
        return lastService + every;
    }

    /**
     * When the next service is due.
     *
     * @return the date; that of the last reading if it was due by then; empty if it is not within 100 years of it, as
     *     for what is not used
     */
    public Optional<LocalDate> due() {
        double days = Math.ceil((dueAt() - last.amount()) / perDay);
        return dueAt() <= last.amount() ? Optional.of(last.date()) : after(days);
    }

    private Optional<LocalDate> after(double days) {
        // not above: at a pace of 0 the days are infinite
        return days <= FARTHEST_DAYS ? Optional.of(last.date().plusDays((long) days)) : Optional.empty();
    }

    /**
     * How sure {@link #due} is.
     *
     * @param level the probability, such as {@code percent(80)}
     * @return the interval; empty if the pace was given, or read off two readings, or is so unsure that no date is late
     *     enough
     * @throws IllegalArgumentException if the level is not between 0% and 100%
     */
    public Optional<DateRange> interval(Ratio level) {
        DateRange.requireLevel(level);
        double left = dueAt() - last.amount();
        if (freedom <= 0 || left <= 0) {
            return Optional.empty();
        }
        double q = StudentT.quantile(0.5 + 0.5 * level.value(), freedom);
        double noise = q * q * variance;
        double square = perDay * perDay - noise / observedDays;
        double linear = perDay * left + 0.5 * noise;
        if (!(square > 0)) {
            return Optional.empty();
        }
        double far = (linear + Math.sqrt(Math.max(0, linear * linear - square * left * left))) / square;
        // the product of the roots is left^2 / square
        double near = left * left / square / far;
        Optional<LocalDate> earliest = after(Math.ceil(near));
        Optional<LocalDate> latest = after(Math.ceil(far));
        return earliest.isPresent() && latest.isPresent()
                ? Optional.of(new DateRange(earliest.get(), latest.get(), level))
                : Optional.empty();
    }

    /** As in "1,250 km a month: service at 45,000 km, 37,500 km read on 2026-03-01". */
    @Override
    public String toString() {
        return PlanWording.number(pace().per(ChronoUnit.MONTHS).count()) + " " + unit + " a month: service at "
                + PlanWording.number(dueAt()) + " " + unit + ", " + PlanWording.number(last.amount()) + " " + unit
                + " read on " + last.date();
    }

    /** Takes what is known; each is said once, readings in the order of their dates. Not safe between threads. */
    public static final class Builder {

        private final String unit;
        private final List<Reading> readings = new ArrayList<>();
        private @Nullable Double every;
        private @Nullable Double lastService;
        private @Nullable Pace pace;

        private Builder(String unit) {
            this.unit = unit.strip();
            if (this.unit.isEmpty()) {
                throw new IllegalArgumentException("unit of a usage must have a name, but it was blank");
            }
        }

        /**
         * Says after how much a service is due.
         *
         * @param amount finite and above 0
         * @return this builder
         * @throws IllegalArgumentException if it is not, or was set already
         */
        public Builder serviceEvery(double amount) {
            PlanWording.requireUnset("service interval", every);
            if (!(amount > 0 && amount <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "service interval must be finite and above 0 " + unit + ", but was " + amount);
            }
            every = amount;
            return this;
        }

        /**
         * Says what was shown at the last service; 0 if nothing is said, as for what is new.
         *
         * @param amount finite and not negative
         * @return this builder
         * @throws IllegalArgumentException if it is not, or was set already
         */
        public Builder lastServiceAt(double amount) {
            PlanWording.requireUnset("last service", lastService);
            if (!(amount >= 0 && amount <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "last service must be finite and not below 0 " + unit + ", but was " + amount);
            }
            lastService = amount;
            return this;
        }

        /**
         * Adds a reading.
         *
         * @param date after that of the reading before
         * @param amount not below that of the reading before
         * @return this builder
         * @throws IllegalArgumentException if the amount is negative or not finite, or it goes backwards
         */
        public Builder read(LocalDate date, double amount) {
            Reading next = new Reading(date, amount);
            if (!readings.isEmpty()) {
                Reading before = readings.get(readings.size() - 1);
                if (!date.isAfter(before.date()) || amount < before.amount()) {
                    throw new IllegalArgumentException("readings must go forward, but " + PlanWording.number(amount)
                            + " " + unit + " on " + date + " came after " + PlanWording.number(before.amount()) + " "
                            + unit + " on " + before.date());
                }
            }
            readings.add(next);
            return this;
        }

        /**
         * Says how fast it is used, instead of reading it off.
         *
         * @param usage a pace above 0
         * @return this builder
         * @throws IllegalArgumentException if it is 0, or was set already
         */
        public Builder pace(Pace usage) {
            PlanWording.requireUnset("pace", pace);
            if (usage.count() == 0) {
                throw new IllegalArgumentException("pace must be above 0, but was " + usage);
            }
            pace = usage;
            return this;
        }

        /**
         * The usage.
         *
         * @return what is used and serviced
         * @throws IllegalArgumentException if something is missing, which the message names; or a pace was given beside
         *     more than one reading
         */
        public Usage build() {
            List<String> missing = new ArrayList<>();
            if (every == null) {
                missing.add("service interval");
            }
            if (readings.isEmpty()) {
                missing.add("a reading");
            }
            if (pace == null && readings.size() < 2) {
                missing.add("pace (or two readings and more)");
            }
            if (!missing.isEmpty() || every == null) {
                throw new IllegalArgumentException("usage still needs: " + String.join(", ", missing));
            }
            if (pace != null && readings.size() > 1) {
                throw new IllegalArgumentException("pace was set to " + pace + ", but it can be read off the "
                        + readings.size() + " readings too: give one or the other");
            }
            return new Usage(this, every, lastService == null ? 0 : lastService, readings.get(readings.size() - 1));
        }
    }
}
