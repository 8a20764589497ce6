package io.clv.lifecycle;

import static io.clv.lifecycle.StageWording.count;
import static io.clv.lifecycle.StageWording.percent;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.PeriodTable;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where every customer of a base stands, and every prospect that is known by contacts: the stage, why, and how many are
 * in each stage and worth what.
 *
 * <pre>{@code
 * CustomerTable customers = ledger.summarize(end);
 * PeriodTable months = ledger.periods(end, CalendarGrid.months(), RefundPolicy.REJECT);
 * LifecycleStages stages = LifecycleStages.of(customers, months);
 * System.out.println(stages.stage(0) + ": " + stages.reason(0));
 * }</pre>
 *
 * <p>A stage is read off what the customer did: dates and gaps come from the customers' table, income and returns from
 * that of calendar periods. That a customer came back after a silence is found to the resolution of the periods: the
 * silence is counted from the last day of one period with a purchase to the first of the next, so that one that is up
 * to two periods longer than the rule may not be found (on a grid of days none is missed). Rules and their order are
 * those of {@link LifecycleRules}. P(alive) decides only where the rules ask for it, and never on customers who bought
 * once.
 *
 * <p>A million customers are staged in a fraction of a second on one thread; only the stages are kept, and reasons are
 * put into words when they are asked for. Immutable and safe to share between threads. An accessor given a row that is
 * not from 0 to {@link #size()} - 1 throws {@link IndexOutOfBoundsException}.
 */
public final class LifecycleStages {

    /** The stages of customers, whose codes in {@link #groups()} are places in this list. */
    private static final List<Stage> OF_CUSTOMERS =
            Arrays.stream(Stage.values()).filter(stage -> !stage.isProspect()).toList();

    /**
     * A stage and who is in it.
     *
     * @param stage which one
     * @param customers how many customers, or prospects
     * @param toDate what they have brought up to the end of observation, exactly
     * @param value of theirs, summed unrounded and rounded once; empty where no values were given
     */
    public record Line(Stage stage, int customers, Money toDate, Optional<Money> value) {}

    private final CustomerTable customers;
    private final PeriodTable periods;
    private final LifecycleRules rules;
    private final RulesInDays inDays;
    private final PeriodDays days;
    private final Optional<CustomerValues> values;
    private final Prospects prospects;
    private final Stage[] stages;
    private final List<Line> lines;

    private LifecycleStages(Builder builder) {
        customers = builder.customers;
        periods = builder.periods;
        rules = builder.rules == null ? LifecycleRules.defaults() : builder.rules;
        values = Optional.ofNullable(builder.values);
        if (rules.alive().isPresent() && !values.map(this::knowsAlive).orElse(false)) {
            throw new IllegalArgumentException("P(alive) decides who is at risk, but "
                    + values.map(given -> "the " + given.model() + " model gives none")
                            .orElse("no values were given"));
        }
        inDays = RulesInDays.of(rules, customers, periods.grid().unit());
        days = new PeriodDays(periods);
        stages = new Stage[customers.size()];
        StageJudge judge = judge();
        for (int row = 0; row < stages.length; row++) {
            stages[row] = judge.judge(row);
        }
        prospects = builder.prospects;
        lines = new StageSums(customers, values, stages, prospects.rows()).lines();
    }

    private boolean knowsAlive(CustomerValues given) {
        return given.has(CustomerValues.Column.P_ALIVE);
    }

    private StageJudge judge() {
        return new StageJudge(customers, periods, days, inDays, rules.curve(), values);
    }

    /**
     * The stages of customers by the {@linkplain LifecycleRules#defaults usual rules}.
     *
     * @param customers the base
     * @param periods the same customers by calendar period, months for most businesses
     * @return the stages
     * @throws IllegalArgumentException if the two are not of the same customers at the same date, or the gaps of the
     *     base cannot be told
     * @throws ArithmeticException if what the customers of a stage have brought is beyond the range of money
     */
    public static LifecycleStages of(CustomerTable customers, PeriodTable periods) {
        return builder(customers, periods).build();
    }

    /**
     * Starts stages with rules, values or contacts.
     *
     * @param customers the base
     * @param periods the same customers by calendar period, months for most businesses
     * @return a builder
     * @throws IllegalArgumentException if the two are not of the same customers at the same date
     */
    public static Builder builder(CustomerTable customers, PeriodTable periods) {
        return new Builder(customers, periods);
    }

    /**
     * The base.
     *
     * @return the table in whose rows the stages stand
     */
    public CustomerTable customers() {
        return customers;
    }

    /**
     * The income of the base.
     *
     * @return the same customers by calendar period
     */
    public PeriodTable periods() {
        return periods;
    }

    /**
     * How many customers there are.
     *
     * @return the number of rows
     */
    public int size() {
        return stages.length;
    }

    /**
     * The stage of a customer.
     *
     * @param row from 0
     * @return one of those of customers
     */
    public Stage stage(int row) {
        return stages[row];
    }

    /**
     * Why a customer is in that stage, with the numbers that decided. It is put together when it is asked for.
     *
     * @param row from 0
     * @return such as "no purchase for 214 days; 95% of this base's gaps are 180 days or shorter"
     */
    public String reason(int row) {
        Objects.checkIndex(row, stages.length);
        return new StageReasons(customers, periods, inDays, judge()).reason(row);
    }

    /**
     * The stages as groups, for tiers, cohorts, scenarios and whatever else takes groups.
     *
     * @return a group for each row; the labels are those of the stages of customers, from new to won back
     */
    public Groups groups() {
        int[] codes = new int[stages.length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = OF_CUSTOMERS.indexOf(stages[row]);
        }
        return Groups.of(codes, OF_CUSTOMERS.stream().map(Stage::label).toList());
    }

    /**
     * Who is known by contacts only.
     *
     * @return the prospects, by id in code point order, immutable
     */
    public List<Prospect> prospects() {
        return prospects.rows();
    }

    /**
     * The stages with what is in them.
     *
     * @return all ten, in the order of {@link Stage}, immutable
     */
    public List<Line> lines() {
        return lines;
    }

    /**
     * A stage with what is in it.
     *
     * @param stage which one
     * @return its line
     */
    public Line line(Stage stage) {
        return lines.stream().filter(line -> line.stage() == stage).findFirst().orElseThrow();
    }

    /**
     * The day after which a customer counts as lost: the last purchase and the silence of the rule. Of a customer who
     * is not lost it is the day on which he will be if he does not buy.
     *
     * @param row from 0
     * @return the date
     */
    public LocalDate lostAfter(int row) {
        return customers.lastPurchase(row).plusDays((long) Math.floor(inDays.lost() + 1e-6));
    }

    /**
     * The rules as this base has them, and what was left out.
     *
     * @return sentences without a full stop
     */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        String others = inDays.fromGaps()
                ? percent(inDays.share()) + " of this base's gaps are " + StageWording.days(inDays.atRisk())
                        + " days or shorter"
                : "at risk after " + StageWording.days(inDays.atRisk()) + " days without a purchase";
        notes.add(
                inDays.alive() >= 0
                        ? "at risk with P(alive) below " + percent(inDays.alive()) + "; customers who bought once: "
                                + others
                        : others + "; who has at least " + inDays.ownGaps() + " gaps is judged by his own");
        notes.add("lost after " + StageWording.days(inDays.lost()) + " days without a purchase; won back for "
                + StageWording.days(inDays.back()) + " days, new for " + StageWording.days(inDays.young()));
        notes.add(rules.curve() + ", in whole "
                + StageWording.singular(periods.grid().unit()) + "s");
        values.ifPresent(given -> notes.add("value: " + given.measure().label() + ", "
                + given.basis().label() + ", by the " + given.model() + " model"));
        addUnlessNone(notes, prospects.ofCustomers(), "with customers, whose purchases decide");
        addUnlessNone(notes, prospects.afterEnd(), "after " + customers.observedThrough() + ", left out");
        addUnlessNone(notes, prospects.ignored(), "of kinds that mean nothing, left out");
        return List.copyOf(notes);
    }

    private static void addUnlessNone(List<String> notes, long contacts, String what) {
        if (contacts > 0) {
            notes.add(count(contacts, "contact") + " " + what);
        }
    }

    /**
     * The stages in words: how many are in each and what they have brought, and the rules.
     *
     * @return a few lines of English
     */
    public String explain() {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            if (line.stage().isProspect() && prospects.rows().isEmpty()) {
                continue;
            }
            text.append(line.stage().label()).append(": ");
            text.append(count(line.customers(), line.stage().isProspect() ? "prospect" : "customer"));
            if (!line.stage().isProspect()) {
                text.append(", ").append(line.toDate()).append(" to date");
                line.value().ifPresent(value -> text.append(", worth ").append(value));
            }
            text.append('\n');
        }
        notes().forEach(note -> text.append(note).append('\n'));
        return text.toString();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(count(size(), "customer"));
        for (Stage stage : OF_CUSTOMERS) {
            text.append(stage == Stage.NEW ? ": " : ", ")
                    .append(stage.label())
                    .append(' ')
                    .append(count(line(stage).customers()));
        }
        return text.toString();
    }

    /** Sets each part once. Not safe to share between threads. */
    public static final class Builder {

        private final CustomerTable customers;
        private final PeriodTable periods;
        private @Nullable LifecycleRules rules;
        private @Nullable CustomerValues values;
        private boolean hasContacts;
        private Prospects prospects = Prospects.NONE;

        private Builder(CustomerTable customers, PeriodTable periods) {
            SameCustomers.require(customers, periods);
            this.customers = customers;
            this.periods = periods;
        }

        /**
         * Says by which rules.
         *
         * @param lifecycle the rules
         * @return this builder
         * @throws IllegalArgumentException if they were set already
         */
        public Builder rules(LifecycleRules lifecycle) {
            requireUnset("rules", rules != null);
            rules = lifecycle;
            return this;
        }

        /**
         * Says what customers are worth, so that stages are worth something; and, where the rules ask for it, how
         * likely they are alive.
         *
         * @param ofCustomers values of the same table
         * @return this builder
         * @throws IllegalArgumentException if they are of another table, or were set already
         */
        public Builder values(CustomerValues ofCustomers) {
            requireUnset("values", values != null);
            SameCustomers.require("values", ofCustomers.customers(), customers);
            values = ofCustomers;
            return this;
        }

        /**
         * Adds prospects: who has contacts, and no purchase up to the end of observation. Contacts with customers and
         * contacts after that end are counted in the {@linkplain LifecycleStages#notes notes} and decide nothing.
         *
         * @param events the contacts, in any order
         * @param funnel what they mean
         * @return this builder
         * @throws IllegalArgumentException if the funnel does not know a kind, or contacts were added already
         */
        public Builder contacts(Iterable<ContactEvent> events, Funnel funnel) {
            requireUnset("contacts", hasContacts);
            hasContacts = true;
            prospects = Prospects.of(customers, events, funnel);
            return this;
        }

        private static void requireUnset(String name, boolean set) {
            if (set) {
                throw new IllegalArgumentException(name + " were already set");
            }
        }

        /**
         * Puts every customer into a stage.
         *
         * @return the stages
         * @throws IllegalArgumentException if the rules ask for P(alive) and there is none, a rule is to be read off
         *     gaps that there are not, or a customer would be lost before he is at risk
         * @throws ArithmeticException if what the customers of a stage have brought is beyond the range of money
         */
        public LifecycleStages build() {
            return new LifecycleStages(this);
        }
    }
}
