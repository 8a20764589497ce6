package io.clv.lifecycle;

import com.google.common.collect.ImmutableSet;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Ratio;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When customers may be contacted, how long before something is due, and how often.
 *
 * <pre>{@code
 * ContactRules rules = ContactRules.between(LocalDate.of(2026, 1, 1), LocalDate.of(2028, 12, 31))
 *         .in(ZoneId.of("Europe/Berlin"))
 *         .at(LocalTime.of(10, 0))
 *         .quietHours(LocalTime.of(19, 0), LocalTime.of(9, 0))
 *         .quietDays(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)
 *         .lead(14, 3)
 *         .cap(2, CalendarGrid.months())
 *         .minimumGap(10)
 *         .touches(36)
 *         .build();
 * }</pre>
 *
 * <p>What is not said is not restricted: without a cap there is none. Immutable.
 */
public final class ContactRules {

    /** A hundred years; no plan is longer. */
    static final int LONGEST_DAYS = 36_525;

    private final LocalDate first;
    private final LocalDate last;
    private final ZoneId zone;
    private final LocalTime time;
    private final @Nullable LocalTime quietFrom;
    private final @Nullable LocalTime quietTo;
    private final ImmutableSet<DayOfWeek> quietDays;
    private final ImmutableSet<LocalDate> quietDates;
    private final int earliest;
    private final int latest;
    private final int grace;
    private final int gap;
    private final int most;
    private final @Nullable CalendarGrid capPeriods;
    private final int touches;
    private final @Nullable Ratio leastChance;

    private ContactRules(Builder builder) {
        first = builder.first;
        last = builder.last;
        zone = builder.zone == null ? ZoneOffset.UTC : builder.zone;
        time = builder.time == null ? Builder.TEN : builder.time;
        quietFrom = builder.quietFrom;
        quietTo = builder.quietTo;
        quietDays = builder.quietDays == null ? ImmutableSet.of() : builder.quietDays;
        quietDates = builder.quietDates == null ? ImmutableSet.of() : builder.quietDates;
        earliest = builder.earliest == null ? Builder.TWO_WEEKS : builder.earliest;
        latest = builder.latest == null ? 1 : builder.latest;
        grace = builder.grace == null ? 0 : builder.grace;
        gap = builder.gap == null ? 1 : builder.gap;
        most = builder.most;
        capPeriods = builder.capPeriods;
        touches = builder.touches == null ? 0 : builder.touches;
        leastChance = builder.leastChance;
    }

    /**
     * Starts with the days that are planned.
     *
     * @param first the first of them
     * @param last the last of them, at most 100 years later
     * @return a builder
     * @throws IllegalArgumentException if the last is before the first, or more than 100 years later
     */
    public static Builder between(LocalDate first, LocalDate last) {
        return new Builder(first, last);
    }

    /**
     * The first day that is planned.
     *
     * @return a date in the zone
     */
    public LocalDate first() {
        return first;
    }

    /**
     * The last day that is planned.
     *
     * @return a date in the zone
     */
    public LocalDate last() {
        return last;
    }

    /**
     * Where the clock is that dates and times are read off.
     *
     * @return UTC if nothing was said
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * The time of day of a contact.
     *
     * @return 10:00 if nothing was said
     */
    public LocalTime time() {
        return time;
    }

    /**
     * How many days before something is due a contact may be made.
     *
     * @return 14 if nothing was said
     */
    public int earliestLead() {
        return earliest;
    }

    /**
     * How many days before something is due a contact must have been made.
     *
     * @return 1 if nothing was said
     */
    public int latestLead() {
        return latest;
    }

    /**
     * How many days after it was due something may still be talked of, when the plan began too late to do so before.
     *
     * @return 0, on the day itself, if nothing was said
     */
    public int grace() {
        return grace;
    }

    /**
     * How many days must lie between two contacts of a customer.
     *
     * @return 1, not two on a day, if nothing was said
     */
    public int minimumGap() {
        return gap;
    }

    /**
     * How often a customer may be contacted in a calendar period.
     *
     * @return empty without a cap
     */
    public OptionalInt cap() {
        return capPeriods == null ? OptionalInt.empty() : OptionalInt.of(most);
    }

    /**
     * The calendar periods that the cap is for.
     *
     * @return empty without a cap
     */
    public Optional<CalendarGrid> capPeriods() {
        return Optional.ofNullable(capPeriods);
    }

    /**
     * How many touches every customer is to have over the planned days.
     *
     * @return 0 for none beyond those that have an occasion
     */
    public int touches() {
        return touches;
    }

    /**
     * The least chance of a visit that is worth a call.
     *
     * @return empty without such a rule
     */
    public Optional<Ratio> leastChance() {
        return Optional.ofNullable(leastChance);
    }

    /**
     * Whether nobody is contacted on a date, whatever the hour.
     *
     * @param date a date in the zone
     * @return true on quiet days of the week and quiet dates
     */
    public boolean isQuiet(LocalDate date) {
        return quietDays.contains(date.getDayOfWeek()) || quietDates.contains(date);
    }

    /**
     * Whether nobody is contacted at a time of day.
     *
     * @param clock a time in the zone
     * @return true from the beginning of the quiet hours, to before their end
     */
    public boolean isQuiet(LocalTime clock) {
        return isWithin(clock, quietFrom, quietTo);
    }

    private static boolean isWithin(LocalTime clock, @Nullable LocalTime from, @Nullable LocalTime to) {
        if (from == null || to == null) {
            return false;
        }
        return from.isBefore(to)
                ? !clock.isBefore(from) && clock.isBefore(to)
                : !clock.isBefore(from) || clock.isBefore(to);
    }

    Optional<LocalTime> quietTo() {
        return Optional.ofNullable(quietTo);
    }

    /** As in "2026-01-01 to 2028-12-31 at 10:00 in Europe/Berlin, quiet SATURDAY, SUNDAY and 19:00 to 09:00, ...". */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(first).append(" to ").append(last).append(" at ").append(time);
        text.append(" in ").append(zone.equals(ZoneOffset.UTC) ? "UTC" : zone);
        if (quietFrom != null) {
            text.append("; quiet from ").append(quietFrom).append(" to ").append(quietTo);
        }
        if (!quietDays.isEmpty()) {
            text.append("; quiet on ")
                    .append(new TreeSet<>(quietDays).stream().map(Enum::name).collect(Collectors.joining(", ")));
        }
        if (!quietDates.isEmpty()) {
            text.append("; quiet on ").append(PlanWording.count(quietDates.size(), "date"));
        }
        text.append("; ").append(earliest).append(" to ").append(latest).append(" days ahead");
        text.append("; ").append(PlanWording.count(gap, "day")).append(" between two");
        if (capPeriods != null) {
            text.append("; at most ").append(most).append(" in ").append(capPeriods);
        }
        if (touches > 0) {
            text.append("; ").append(touches).append(" touches wanted");
        }
        if (leastChance != null) {
            text.append("; visits with a chance of at least ").append(leastChance);
        }
        return text.toString();
    }

    /** Takes the rules, each once. Not safe to share between threads. */
    public static final class Builder {

        private static final LocalTime TEN = LocalTime.of(10, 0);
        private static final int TWO_WEEKS = 14;

        private final LocalDate first;
        private final LocalDate last;
        private @Nullable ZoneId zone;
        private @Nullable LocalTime time;
        private @Nullable LocalTime quietFrom;
        private @Nullable LocalTime quietTo;
        private @Nullable ImmutableSet<DayOfWeek> quietDays;
        private @Nullable ImmutableSet<LocalDate> quietDates;
        private @Nullable Integer earliest;
        private @Nullable Integer latest;
        private @Nullable Integer grace;
        private @Nullable Integer gap;
        private int most;
        private @Nullable CalendarGrid capPeriods;
        private @Nullable Integer touches;
        private @Nullable Ratio leastChance;

        private Builder(LocalDate first, LocalDate last) {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException(
                        "last day must not be before the first (" + first + "), but was " + last);
            }
            if (ChronoUnit.DAYS.between(first, last) > LONGEST_DAYS) {
                throw new IllegalArgumentException(
                        "last day must be at most 100 years after the first (" + first + "), but was " + last);
            }
            this.first = first;
            this.last = last;
        }

        /**
         * Says where the clock is; UTC if nothing is said.
         *
         * @param clock the zone of the customers
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder in(ZoneId clock) {
            PlanWording.requireUnset("zone", zone);
            zone = clock;
            return this;
        }

        /**
         * Says at what time of day contacts are made; 10:00 if nothing is said. Where clocks are put forward over that
         * time, it is that much later on that day; where they are put back, it is the first of the two.
         *
         * @param clock outside the quiet hours
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder at(LocalTime clock) {
            PlanWording.requireUnset("time of contact", time);
            time = clock;
            return this;
        }

        /**
         * Says between which hours nobody is contacted.
         *
         * @param from the first quiet moment
         * @param to the first moment that is not; before {@code from} if the hours go on past midnight
         * @return this builder
         * @throws IllegalArgumentException if both are the same, or they were set already
         */
        public Builder quietHours(LocalTime from, LocalTime to) {
            PlanWording.requireUnset("quiet hours", quietFrom);
            if (from.equals(to)) {
                throw new IllegalArgumentException(
                        "quiet hours must end at another time than they begin, but both were " + from);
            }
            quietFrom = from;
            quietTo = to;
            return this;
        }

        /**
         * Says on which days of the week nobody is contacted.
         *
         * @param days not all seven
         * @return this builder
         * @throws IllegalArgumentException if all days are quiet, or they were set already
         */
        public Builder quietDays(DayOfWeek... days) {
            PlanWording.requireUnset("quiet days", quietDays);
            ImmutableSet<DayOfWeek> distinct = ImmutableSet.copyOf(days);
            if (distinct.size() == DayOfWeek.values().length) {
                throw new IllegalArgumentException("quiet days must leave a day of the week, but were all seven");
            }
            quietDays = distinct;
            return this;
        }

        /**
         * Says on which dates nobody is contacted, such as holidays.
         *
         * @param dates the dates
         * @return this builder
         * @throws IllegalArgumentException if they were set already
         */
        public Builder quietDates(Set<LocalDate> dates) {
            PlanWording.requireUnset("quiet dates", quietDates);
            quietDates = ImmutableSet.copyOf(dates);
            return this;
        }

        /**
         * Says how long before something is due a contact is made; 14 days to 1 if nothing is said.
         *
         * @param mostDays at the earliest
         * @param fewestDays at the latest; 0 for the day itself
         * @return this builder
         * @throws IllegalArgumentException if they are negative, out of order or more than 36,525, or were set already
         */
        public Builder lead(int mostDays, int fewestDays) {
            PlanWording.requireUnset("lead", earliest);
            if (fewestDays < 0 || mostDays < fewestDays || mostDays > LONGEST_DAYS) {
                throw new IllegalArgumentException(
                        "lead must go from a number of days down to one that is not negative, but was from " + mostDays
                                + " to " + fewestDays);
            }
            earliest = mostDays;
            latest = fewestDays;
            return this;
        }

        /**
         * Says how many days after it was due something may still be talked of, if the plan begins too late for the
         * lead; on the day itself at the latest if nothing is said.
         *
         * @param days not negative
         * @return this builder
         * @throws IllegalArgumentException if it is negative or more than 36,525, or was set already
         */
        public Builder grace(int days) {
            PlanWording.requireUnset("grace", grace);
            grace = requireDays("grace", days, 0);
            return this;
        }

        /**
         * Says how many days must lie between two contacts of a customer; 1 if nothing is said, so that there are never
         * two on a day.
         *
         * @param days at least 1
         * @return this builder
         * @throws IllegalArgumentException if it is below 1 or more than 36,525, or was set already
         */
        public Builder minimumGap(int days) {
            PlanWording.requireUnset("minimum gap", gap);
            gap = requireDays("minimum gap", days, 1);
            return this;
        }

        private static int requireDays(String name, int days, int least) {
            if (days < least || days > LONGEST_DAYS) {
                throw new IllegalArgumentException(
                        name + " must be from " + least + " to " + LONGEST_DAYS + " days, but was " + days);
            }
            return days;
        }

        /**
         * Says how often a customer is contacted at most in a calendar period. A cap alone allows the end of one period
         * and the beginning of the next; {@link #minimumGap} does not.
         *
         * @param contacts at least 1
         * @param periods such as months; their zone has no effect
         * @return this builder
         * @throws IllegalArgumentException if it is below 1, or a cap was set already
         */
        public Builder cap(int contacts, CalendarGrid periods) {
            PlanWording.requireUnset("cap", capPeriods);
            if (contacts < 1) {
                throw new IllegalArgumentException("cap must be at least 1, but was " + contacts);
            }
            most = contacts;
            capPeriods = periods;
            return this;
        }

        /**
         * Says how many touches every customer is to have: the planned days are cut into so many parts of equal length,
         * and a part in which nothing else falls gets a regular contact.
         *
         * @param wanted at least 1, and no more than there are days
         * @return this builder
         * @throws IllegalArgumentException if it is below 1, there are fewer days, or it was set already
         */
        public Builder touches(int wanted) {
            PlanWording.requireUnset("touches", touches);
            long days = ChronoUnit.DAYS.between(first, last) + 1;
            if (wanted < 1 || wanted > days) {
                throw new IllegalArgumentException("touches must be from 1 to the number of planned days, "
                        + PlanWording.count(days) + ", but were " + wanted);
            }
            touches = wanted;
            return this;
        }

        /**
         * Says what chance a visit must have within the horizon of its forecast to be worth a call; a forecast without
         * a chance, by usage, always is. It is the chance of a visit and not P(alive), which says nothing of customers
         * without a repeat purchase under BG/NBD.
         *
         * @param chance from 0% to 100%
         * @return this builder
         * @throws IllegalArgumentException if it is not, or was set already
         */
        public Builder leastChance(Ratio chance) {
            PlanWording.requireUnset("least chance", leastChance);
            if (chance.value() < 0 || chance.value() > 1) {
                throw new IllegalArgumentException("least chance must be between 0% and 100%, but was " + chance);
            }
            leastChance = chance;
            return this;
        }

        /**
         * The rules.
         *
         * @return the rules
         * @throws IllegalArgumentException if the time of contact is within the quiet hours
         */
        public ContactRules build() {
            LocalTime clock = time == null ? TEN : time;
            if (isWithin(clock, quietFrom, quietTo)) {
                throw new IllegalArgumentException("time of contact must be outside the quiet hours, " + quietFrom
                        + " to " + quietTo + ", but was " + clock);
            }
            return new ContactRules(this);
        }
    }
}
