package io.clv.lifecycle;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.JoinedAttributes;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The days within a window that give a reason to call: birthdays, ends of contracts, anniversaries, from columns of
 * dates and from first purchases, in the order in which they come. What returns does so every year from the first year
 * on; the day itself, of birth or of signing, is none. Immutable; 8 bytes a milestone.
 *
 * <p>29 February returns on 28 February in years without one, unless {@link LeapDay#MARCH_1} is asked for. Who has no
 * date has no milestone, and is counted; prospects, whom the table does not have, are not searched.
 */
public final class Milestones {

    /** When 29 February returns in a year that has none. */
    public enum LeapDay {
        /** The last day of the month. */
        FEBRUARY_28,
        /** The day after. */
        MARCH_1
    }

    /** The longest window, so that one day of a year fits into a key beside the row. */
    private static final int MOST_YEARS = 10;

    private static final int MOST_OCCASIONS = 100;

    /** A day of the window, a row and an occasion, from high to low bits: sorted as milestones are. */
    private static final int ROW_BITS = 31;

    private static final int OCCASION_BITS = 7;

    private record Occasion(String name, boolean yearly, IntFunction<@Nullable LocalDate> date) {}

    private final CustomerTable customers;
    private final List<Occasion> occasions;
    private final LeapDay leapDay;
    private final LocalDate from;
    private final LocalDate through;
    private final long[] keys;
    private final int[] counts;
    private final int[] without;

    private Milestones(
            CustomerTable customers, List<Occasion> occasions, LeapDay leapDay, LocalDate from, LocalDate through) {
        this.customers = customers;
        this.occasions = occasions;
        this.leapDay = leapDay;
        this.from = from;
        this.through = through;
        this.counts = new int[occasions.size()];
        this.without = new int[occasions.size()];
        this.keys = find();
    }

    /**
     * Starts a search.
     *
     * @param dates of customers, by the rows of their table
     * @return a builder
     */
    public static Builder builder(JoinedAttributes dates) {
        return new Builder(dates);
    }

    private long[] find() {
        long[] found = new long[16];
        int size = 0;
        for (int occasion = 0; occasion < occasions.size(); occasion++) {
            for (int row = 0; row < customers.size(); row++) {
                @Nullable LocalDate date = occasions.get(occasion).date().apply(row);
                if (date == null) {
                    without[occasion]++;
                    continue;
                }
                boolean yearly = occasions.get(occasion).yearly();
                for (int year = from.getYear(); year <= through.getYear(); year++) {
                    LocalDate day = yearly ? inYear(date, year) : date;
                    if (!day.isBefore(from) && !day.isAfter(through) && (!yearly || year > date.getYear())) {
                        if (size == found.length) {
                            found = Arrays.copyOf(found, grown(size));
                        }
                        found[size++] = key(day, row, occasion);
                        counts[occasion]++;
                    }
                    if (!yearly) {
                        break;
                    }
                }
            }
        }
        long[] sorted = Arrays.copyOf(found, size);
        Arrays.sort(sorted);
        return sorted;
    }

    private static int grown(int size) {
        if (size == Integer.MAX_VALUE - 8) {
            throw new ArithmeticException("there are more milestones than a list can hold: take a shorter window");
        }
        return (int) Math.min(Integer.MAX_VALUE - 8, 3L * size / 2);
    }

    private long key(LocalDate day, int row, int occasion) {
        long place = day.toEpochDay() - from.toEpochDay();
        return (((place << ROW_BITS) | row) << OCCASION_BITS) | occasion;
    }

    private LocalDate inYear(LocalDate date, int year) {
        boolean moved = date.getMonth() == Month.FEBRUARY && date.getDayOfMonth() == 29 && !isLeap(year);
        return moved && leapDay == LeapDay.MARCH_1 ? LocalDate.of(year, Month.MARCH, 1) : date.withYear(year);
    }

    private static boolean isLeap(int year) {
        return LocalDate.of(year, Month.JANUARY, 1).isLeapYear();
    }

    /**
     * How many milestones there are.
     *
     * @return 0 or more
     */
    public int size() {
        return keys.length;
    }

    /**
     * The milestones, by day, customer and occasion, made when they are asked for.
     *
     * @return an immutable view
     */
    public List<Milestone> list() {
        return new View();
    }

    /**
     * The row of a milestone's customer.
     *
     * @param place of the milestone, from 0
     * @return a row of the table
     * @throws IndexOutOfBoundsException if there is no such milestone
     */
    public int row(int place) {
        return (int) ((keys[place] >>> OCCASION_BITS) & ((1L << ROW_BITS) - 1));
    }

    /** The table in whose rows the customers stand. */
    CustomerTable customers() {
        return customers;
    }

    /** The names of the occasions, in the order in which they were given. */
    List<String> occasions() {
        return occasions.stream().map(Occasion::name).toList();
    }

    /** Which occasion a milestone is of. */
    int occasion(int place) {
        return (int) (keys[place] & ((1 << OCCASION_BITS) - 1));
    }

    /** The day of a milestone, from 1970-01-01. */
    int epochDay(int place) {
        return Math.toIntExact(from.toEpochDay() + (keys[place] >>> (ROW_BITS + OCCASION_BITS)));
    }

    private Milestone get(int place) {
        LocalDate day = from.plusDays(keys[place] >>> (ROW_BITS + OCCASION_BITS));
        Occasion occasion = occasions.get((int) (keys[place] & ((1 << OCCASION_BITS) - 1)));
        int row = row(place);
        @Nullable LocalDate date = occasion.date().apply(row);
        int years = occasion.yearly() && date != null ? day.getYear() - date.getYear() : 0;
        return new Milestone(customers.id(row), occasion.name(), day, years);
    }

    /**
     * How many milestones are of an occasion.
     *
     * @param occasion its name
     * @return 0 or more
     * @throws IllegalArgumentException if there is no such occasion
     */
    public int count(String occasion) {
        return counts[place(occasion)];
    }

    /**
     * How many customers have no date for an occasion.
     *
     * @param occasion its name
     * @return 0 or more
     * @throws IllegalArgumentException if there is no such occasion
     */
    public int withoutDate(String occasion) {
        return without[place(occasion)];
    }

    private int place(String occasion) {
        List<String> names = occasions.stream().map(Occasion::name).toList();
        if (!names.contains(occasion)) {
            throw new IllegalArgumentException(
                    "occasion must be one of " + String.join(", ", names) + ", but was '" + occasion + "'");
        }
        return names.indexOf(occasion);
    }

    /**
     * What was found, in words.
     *
     * @return a few lines of English
     */
    public String explain() {
        StringBuilder text = new StringBuilder();
        text.append(this).append('\n');
        for (int occasion = 0; occasion < counts.length; occasion++) {
            text.append(occasions.get(occasion).name())
                    .append(": ")
                    .append(TriggerWording.count(counts[occasion]))
                    .append(occasions.get(occasion).yearly() ? ", every year" : ", once");
            if (without[occasion] > 0) {
                text.append("; ")
                        .append(TriggerWording.count(without[occasion], "customer"))
                        .append(without[occasion] == 1 ? " has no date" : " have no date");
            }
            text.append('\n');
        }
        return text.append("29 February returns on ")
                .append(leapDay == LeapDay.FEBRUARY_28 ? "28 February" : "1 March")
                .append(" in years without one\n")
                .toString();
    }

    @Override
    public String toString() {
        return TriggerWording.count(size(), "milestone") + " of " + TriggerWording.count(customers.size(), "customer")
                + " from " + from + " through " + through;
    }

    private final class View extends AbstractList<Milestone> implements RandomAccess {
        @Override
        public Milestone get(int place) {
            return Milestones.this.get(place);
        }

        @Override
        public int size() {
            return keys.length;
        }
    }

    /** Collects occasions. Not safe to share between threads. */
    public static final class Builder {

        private final JoinedAttributes dates;
        private final List<Occasion> occasions = new ArrayList<>();
        private @Nullable LeapDay leapDay;

        private Builder(JoinedAttributes dates) {
            this.dates = dates;
        }

        /**
         * Looks for the yearly return of a date, such as a birthday.
         *
         * @param occasion what it is called
         * @param column of dates
         * @return this builder
         * @throws IllegalArgumentException if the name is blank or was given already, or there is no such column of
         *     dates
         */
        public Builder yearly(String occasion, String column) {
            return add(occasion, true, column);
        }

        /**
         * Looks for a date that comes once, such as the end of a contract.
         *
         * @param occasion what it is called
         * @param column of dates
         * @return this builder
         * @throws IllegalArgumentException if the name is blank or was given already, or there is no such column of
         *     dates
         */
        public Builder once(String occasion, String column) {
            return add(occasion, false, column);
        }

        /**
         * Looks for anniversaries of the first purchase. In a table that collapses into longer periods than days it is
         * the first day of the period.
         *
         * @param occasion what it is called
         * @return this builder
         * @throws IllegalArgumentException if the name is blank or was given already
         */
        public Builder yearlySinceFirstPurchase(String occasion) {
            return add(new Occasion(occasion, true, dates.customers()::firstPurchase));
        }

        private Builder add(String occasion, boolean yearly, String column) {
            if (!dates.columns().contains(column)) {
                throw new IllegalArgumentException(
                        "column must be one of " + String.join(", ", dates.columns()) + ", but was '" + column + "'");
            }
            if (dates.customers().size() > 0) {
                // Asked once to be refused now if it holds something else.
                dates.date(column, 0);
            }
            return add(new Occasion(
                    occasion, yearly, row -> dates.date(column, row).orElse(null)));
        }

        private Builder add(Occasion occasion) {
            if (occasion.name().isBlank()) {
                throw new IllegalArgumentException("name of an occasion must not be blank");
            }
            if (occasions.stream().anyMatch(known -> known.name().equals(occasion.name()))) {
                throw new IllegalArgumentException("occasion '" + occasion.name() + "' was already given");
            }
            if (occasions.size() == MOST_OCCASIONS) {
                throw new IllegalArgumentException("occasions must be at most " + MOST_OCCASIONS);
            }
            occasions.add(occasion);
            return this;
        }

        /**
         * Says when 29 February returns in years without one; on 28 February if nothing is said.
         *
         * @param day the day
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder leapDay(LeapDay day) {
            TriggerWording.requireUnset("leap day", leapDay);
            leapDay = day;
            return this;
        }

        /**
         * Finds what falls into a window.
         *
         * @param from the first day
         * @param through the last day, which belongs to it
         * @return the milestones
         * @throws IllegalArgumentException if there is no occasion, or the window is empty or longer than 10 years
         */
        public Milestones between(LocalDate from, LocalDate through) {
            if (occasions.isEmpty()) {
                throw new IllegalArgumentException("milestones still need: an occasion");
            }
            if (through.isBefore(from)) {
                throw new IllegalArgumentException(
                        "end of the window must not be before its start, " + from + ", but was " + through);
            }
            if (ChronoUnit.YEARS.between(from, through) >= MOST_YEARS) {
                throw new IllegalArgumentException("window must be shorter than " + MOST_YEARS + " years, but was from "
                        + from + " through " + through);
            }
            return new Milestones(
                    dates.customers(),
                    List.copyOf(occasions),
                    leapDay == null ? LeapDay.FEBRUARY_28 : leapDay,
                    from,
                    through);
        }
    }
}
