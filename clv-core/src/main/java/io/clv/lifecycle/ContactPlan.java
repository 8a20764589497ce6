package io.clv.lifecycle;

import io.clv.ledger.CustomerTable;
import io.clv.task.Parallelism;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whom to contact when, and why: every touch has a reason, keeps to the {@link ContactRules} and is the only one for
 * its reason; what had a reason and could not be placed is kept, with the rule that was against it.
 *
 * <pre>{@code
 * ContactPlan plan = ContactPlan.builder(customers, rules)
 *         .visits(forecasts)
 *         .occasion("contract end", row -> known.date("contract_end", row))
 *         .seasonality(Seasonality.of(visitsByDay))
 *         .contactable(row -> known.category("consent", row).isPresent())
 *         .build();
 * plan.touches().forEach(touch -> calendar.add(touch.moment(), touch.customer(), touch.because()));
 * }</pre>
 *
 * <p>Occasions come in the order in which they were given, the most important first: each is placed between its leads
 * on the day with the best {@linkplain Seasonality seasonal} index, the earliest of those as good, that is not quiet,
 * not too close to another contact and within the cap. Then the planned days are cut into as many equal parts as
 * touches are wanted, and a part without a contact gets a regular one, on its best day next to the middle. That
 * customers are best contacted on days on which they come most is taken for granted; a log cannot show it.
 *
 * <p>A plan knows the next visit only: plan again, with {@link Builder#made}, when it has come. It is held in columns
 * of six bytes a touch, made by any number of threads alike. Immutable and safe to share between threads.
 */
public final class ContactPlan {

    private final CustomerTable customers;
    private final Placement.Setting setting;
    private final PlanColumns columns;
    /** The first touch of each row, and at the end the number of all. */
    private final int[] begin;

    private ContactPlan(Placement.Setting setting, PlanColumns columns, int[] begin) {
        customers = setting.customers();
        this.setting = setting;
        this.columns = columns;
        this.begin = begin;
    }

    /**
     * Starts a plan.
     *
     * @param customers whom to contact
     * @param rules when and how often
     * @return a builder
     */
    public static Builder builder(CustomerTable customers, ContactRules rules) {
        return new Builder(customers, rules);
    }

    /**
     * The customers.
     *
     * @return the table in whose rows the plan stands
     */
    public CustomerTable customers() {
        return customers;
    }

    /**
     * The rules.
     *
     * @return what the plan keeps to
     */
    public ContactRules rules() {
        return setting.rules();
    }

    /**
     * The forecasts that contacts before a visit go by.
     *
     * @return empty if visits are no occasion of the plan
     */
    public Optional<VisitForecasts> visits() {
        return Optional.ofNullable(setting.visits());
    }

    /**
     * The touches, by customer in the order of the table and then by moment.
     *
     * @return an immutable view, whose elements are made when they are asked for
     */
    public List<PlannedTouch> touches() {
        return new Touches(0, columns.placed);
    }

    /**
     * The touches of a customer.
     *
     * @param row from 0
     * @return an immutable view, in the order of their moments
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public List<PlannedTouch> touches(int row) {
        Objects.checkIndex(row, customers.size());
        return new Touches(begin[row], begin[row + 1]);
    }

    /**
     * The touches of a day: the list of those who make the calls.
     *
     * @param date in the zone of the rules
     * @return immutable, in the order of the table
     */
    public List<PlannedTouch> touches(LocalDate date) {
        long day = date.toEpochDay() - setting.days().first;
        return IntStream.range(0, columns.placed)
                .filter(touch -> columns.day[touch] == day)
                .mapToObj(this::touch)
                .toList();
    }

    /**
     * What is not in the plan, by customer in the order of the table and then by occasion.
     *
     * @return an immutable view, whose elements are made when they are asked for
     */
    public List<UnplacedTouch> unplaced() {
        return new Unplaced();
    }

    /**
     * The names of the occasions, the most important first, and of regular contacts if they are wanted.
     *
     * @return immutable
     */
    public List<String> reasons() {
        List<String> names = new ArrayList<>();
        setting.occasions().forEach(occasion -> names.add(occasion.name()));
        if (rules().touches() > 0) {
            names.add(Occasion.REGULAR);
        }
        return names.stream().distinct().toList();
    }

    /**
     * How many touches there are for a reason.
     *
     * @param name one of the {@link #reasons}
     * @return 0 or more
     * @throws IllegalArgumentException if there is no such reason
     */
    public int planned(String name) {
        boolean[] named = named(name);
        int count = 0;
        for (int i = 0; i < columns.placed; i++) {
            count += named[columns.reason[i]] ? 1 : 0;
        }
        return count;
    }

    /**
     * How many touches for a reason are not in the plan, by the rule that was against them. A customer who must not be
     * contacted counts once for all his regular contacts.
     *
     * @param name one of the {@link #reasons}
     * @return an immutable map of the rules that were against any
     * @throws IllegalArgumentException if there is no such reason
     */
    public Map<UnplacedTouch.Why, Integer> notPlanned(String name) {
        boolean[] named = named(name);
        Map<UnplacedTouch.Why, Integer> counts = new EnumMap<>(UnplacedTouch.Why.class);
        for (int i = 0; i < columns.unplaced; i++) {
            if (named[columns.unplacedReason[i]]) {
                counts.merge(columns.why(i), 1, Integer::sum);
            }
        }
        return Collections.unmodifiableMap(counts);
    }

    /** Which occasions go by a name: what returns every year is one for each year. */
    private boolean[] named(String name) {
        List<Occasion> occasions = setting.occasions();
        boolean[] named = new boolean[occasions.size() + 1];
        for (int which = 0; which < occasions.size(); which++) {
            named[which] = occasions.get(which).name().equals(name);
        }
        named[occasions.size()] = name.equals(Occasion.REGULAR);
        if (!reasons().contains(name)) {
            throw new IllegalArgumentException("the plan has no reason '" + name + "'; it has "
                    + (reasons().isEmpty() ? "none" : String.join(", ", reasons())));
        }
        return named;
    }

    /** The day on which a customer's contact for a visit is planned, from 1970-01-01; none if it is not. */
    int visitCall(int row) {
        for (int touch = begin[row]; touch < begin[row + 1]; touch++) {
            int which = columns.reason[touch];
            if (which < setting.occasions().size()
                    && setting.occasions().get(which).isVisit()) {
                return setting.days().first + columns.day[touch];
            }
        }
        return Occasion.NONE;
    }

    private PlannedTouch touch(int touch) {
        int row = rowOf(touch);
        LocalDate date = setting.days().date(columns.day[touch]);
        TouchWording wording = new TouchWording(setting, row);
        int which = columns.reason[touch];
        return new PlannedTouch(
                customers.id(row),
                ContactDays.moment(rules(), date).orElseThrow(),
                wording.reason(which),
                wording.key(which, columns.day[touch]),
                wording.due(which),
                wording.because(which, columns.day[touch]));
    }

    private int rowOf(int touch) {
        int found = Arrays.binarySearch(begin, touch);
        int row = found >= 0 ? found : -found - 2;
        // customers without a touch share their beginning with the next one who has some
        while (begin[row + 1] <= touch) {
            row++;
        }
        return row;
    }

    private UnplacedTouch unplaced(int index) {
        int row = columns.unplacedRow[index];
        int which = columns.unplacedReason[index];
        TouchWording wording = new TouchWording(setting, row);
        UnplacedTouch.Why why = columns.why(index);
        return new UnplacedTouch(
                customers.id(row),
                wording.reason(which),
                wording.due(which),
                why,
                wording.unplaced(which, columns.part[index], why));
    }

    /**
     * The plan in words: how many contacts for each reason, and why others are not in it.
     *
     * @return some lines of English
     */
    public String explain() {
        StringBuilder text = new StringBuilder();
        text.append(this).append('\n').append(rules()).append('\n');
        for (String name : reasons()) {
            Map<UnplacedTouch.Why, Integer> not = notPlanned(name);
            long all = not.values().stream().mapToLong(Integer::longValue).sum();
            text.append(name)
                    .append(": ")
                    .append(PlanWording.count(planned(name)))
                    .append(" planned, ");
            text.append(PlanWording.count(all)).append(" not");
            if (!not.isEmpty()) {
                text.append(not.entrySet().stream()
                        .map(entry -> PlanWording.count(entry.getValue()) + " "
                                + entry.getKey().label())
                        .collect(Collectors.joining("; ", " (", ")")));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** As in "12,345 contacts of 2,357 customers". */
    @Override
    public String toString() {
        return PlanWording.count(columns.placed, "contact") + " of " + PlanWording.count(customers.size(), "customer");
    }

    private final class Touches extends AbstractList<PlannedTouch> implements RandomAccess {

        private final int from;
        private final int to;

        Touches(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public PlannedTouch get(int index) {
            return touch(from + Objects.checkIndex(index, size()));
        }

        @Override
        public int size() {
            return to - from;
        }
    }

    private final class Unplaced extends AbstractList<UnplacedTouch> implements RandomAccess {

        @Override
        public UnplacedTouch get(int index) {
            return unplaced(Objects.checkIndex(index, size()));
        }

        @Override
        public int size() {
            return columns.unplaced;
        }
    }

    /** Takes the occasions, the most important first. Not safe to share between threads. */
    public static final class Builder {

        private static final int BLOCK = 4096;
        private static final int MOST_OCCASIONS = 1000;

        private final CustomerTable customers;
        private final ContactRules rules;
        private final List<Occasion> occasions = new ArrayList<>();
        private @Nullable VisitForecasts visits;
        private @Nullable Seasonality seasons;
        private @Nullable IntPredicate contactable;
        private @Nullable MadeTouches made;
        private @Nullable Parallelism parallelism;

        private Builder(CustomerTable customers, ContactRules rules) {
            this.customers = customers;
            this.rules = rules;
        }

        /**
         * Contacts customers before their next visit, for the reason "next visit".
         *
         * @param forecasts of the customers
         * @return this builder
         * @throws IllegalArgumentException if they are of another table, or were given already
         */
        public Builder visits(VisitForecasts forecasts) {
            PlanWording.requireUnset("visits", visits);
            requireSame("visits", forecasts.customers());
            int[] due = new int[customers.size()];
            for (int row = 0; row < due.length; row++) {
                due[row] = forecasts.columns(row).expected[row];
            }
            requireNew(Occasion.VISIT);
            add(new Occasion(Occasion.VISIT, due, true));
            visits = forecasts;
            return this;
        }

        /**
         * Contacts customers before a date of theirs, such as the end of a contract or a birthday in the planned days.
         *
         * @param name of the occasion, not blank and given once
         * @param dateOfRow the date of a row's customer; empty if he has none; asked for once, here
         * @return this builder
         * @throws IllegalArgumentException if the name is blank, "regular contact", or was given already, a date is
         *     beyond an {@code int} of days, or there are more than 1,000 occasions
         */
        public Builder occasion(String name, IntFunction<Optional<LocalDate>> dateOfRow) {
            String stripped = name.strip();
            if (stripped.isEmpty()) {
                throw new IllegalArgumentException("occasion must have a name, but it was blank");
            }
            int[] due = new int[customers.size()];
            for (int row = 0; row < due.length; row++) {
                due[row] = dateOfRow.apply(row).map(Builder::day).orElse(Occasion.NONE);
            }
            requireNew(stripped);
            return add(new Occasion(stripped, due, false));
        }

        /**
         * Contacts customers before the milestones in the planned days: birthdays, ends of contracts, anniversaries.
         *
         * @param milestones of the customers
         * @return this builder
         * @throws IllegalArgumentException if they are of another table, an occasion of theirs was given already or is
         *     called "regular contact", or there are more than 1,000 occasions, every year counted
         */
        public Builder milestones(Milestones milestones) {
            requireSame("milestones", milestones.customers());
            List<String> names = milestones.occasions();
            List<List<int[]>> byName = new ArrayList<>();
            for (String name : names) {
                requireNew(name);
                byName.add(new ArrayList<>(List.of(noDates())));
            }
            for (int place = 0; place < milestones.size(); place++) {
                int row = milestones.row(place);
                List<int[]> years = byName.get(milestones.occasion(place));
                int year = 0;
                while (year < years.size() && years.get(year)[row] != Occasion.NONE) {
                    year++;
                }
                if (year == years.size()) {
                    years.add(noDates());
                }
                years.get(year)[row] = milestones.epochDay(place);
            }
            for (int i = 0; i < names.size(); i++) {
                for (int[] year : byName.get(i)) {
                    add(new Occasion(names.get(i), year, false));
                }
            }
            return this;
        }

        private void requireSame(String what, CustomerTable given) {
            if (!given.equals(customers)) {
                throw new IllegalArgumentException(
                        what + " must be of the customers of the plan, " + customers + ", but were of " + given);
            }
        }

        private int[] noDates() {
            int[] due = new int[customers.size()];
            Arrays.fill(due, Occasion.NONE);
            return due;
        }

        private static int day(LocalDate date) {
            long day = date.toEpochDay();
            if (day <= Integer.MIN_VALUE || day > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("date of an occasion is out of range: " + date);
            }
            return (int) day;
        }

        private void requireNew(String name) {
            if (name.equals(Occasion.REGULAR)) {
                throw new IllegalArgumentException(
                        "occasion must not be called '" + Occasion.REGULAR + "', as contacts without an occasion are");
            }
            if (occasions.stream().anyMatch(other -> other.name().equals(name))) {
                throw new IllegalArgumentException("occasion '" + name + "' was already given");
            }
        }

        private Builder add(Occasion occasion) {
            if (occasions.size() == MOST_OCCASIONS) {
                throw new IllegalArgumentException("occasions must be at most " + PlanWording.count(MOST_OCCASIONS)
                        + ", but '" + occasion.name() + "' is one more");
            }
            occasions.add(occasion);
            return this;
        }

        /**
         * Chooses days on which customers come most, instead of the first that are left.
         *
         * @param seasonality of the same customers
         * @return this builder
         * @throws IllegalArgumentException if it is of other customers, or was given already
         */
        public Builder seasonality(Seasonality seasonality) {
            PlanWording.requireUnset("seasonality", seasons);
            VisitForecasts.requireDays(seasonality.days(), customers);
            seasons = seasonality;
            return this;
        }

        /**
         * Says who may be contacted at all, as those who have agreed to it; all if nothing is said.
         *
         * @param byRow whether a row's customer may be; asked from any of the threads
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder contactable(IntPredicate byRow) {
            if (contactable != null) {
                throw new IllegalArgumentException("contactable was already set");
            }
            contactable = byRow;
            return this;
        }

        /**
         * Says which contacts were made before: they count for the cap, the gap and the parts of the plan, and nobody
         * is contacted again for the same date, or for a visit that was not paid since.
         *
         * @param touches in any order
         * @return this builder
         * @throws IllegalArgumentException if one is of a customer who is not in the table, or they were given already
         */
        public Builder made(List<PlannedTouch> touches) {
            if (made != null) {
                throw new IllegalArgumentException("contacts made were already given");
            }
            made = new MadeTouches(customers, touches);
            return this;
        }

        /**
         * Says how many threads plan; the calling one alone if nothing is said. The plan does not depend on them.
         *
         * @param threads the threads
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder parallelism(Parallelism threads) {
            PlanWording.requireUnset("parallelism", parallelism);
            parallelism = threads;
            return this;
        }

        /**
         * Plans.
         *
         * @return the plan
         * @throws IllegalArgumentException if there is nothing to plan: no visits, no occasion and no touches wanted
         * @throws ArithmeticException if there are more than 2,147,483,639 touches
         * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
         */
        public ContactPlan build() {
            if (occasions.isEmpty() && rules.touches() == 0) {
                throw new IllegalArgumentException(
                        "a plan still needs: visits, an occasion, or a number of touches in the rules");
            }
            Optional<Seasonality> known = Optional.ofNullable(seasons);
            Placement.Setting setting = new Placement.Setting(
                    customers,
                    rules,
                    new ContactDays(rules, known),
                    List.copyOf(occasions),
                    visits,
                    known,
                    contactable == null ? row -> true : contactable,
                    made == null ? new MadeTouches(customers, List.of()) : made);
            int rows = customers.size();
            int[] begin = new int[rows + 1];
            PlanColumns[] blocks = new PlanColumns[(rows + BLOCK - 1) / BLOCK];
            (parallelism == null ? Parallelism.sequential() : parallelism).run(blocks.length, block -> {
                PlanColumns out = new PlanColumns();
                Placement placement = new Placement(setting);
                for (int row = block * BLOCK; row < Math.min(rows, (block + 1) * BLOCK); row++) {
                    begin[row + 1] = placement.place(row, out);
                }
                blocks[block] = out;
            });
            PlanColumns all = PlanColumns.joined(blocks);
            for (int row = 0; row < rows; row++) {
                begin[row + 1] += begin[row];
            }
            return new ContactPlan(setting, all, begin);
        }
    }
}
