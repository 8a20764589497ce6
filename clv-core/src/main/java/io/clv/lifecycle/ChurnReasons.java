package io.clv.lifecycle;

import static io.clv.lifecycle.StageWording.count;

import io.clv.ledger.Groups;
import io.clv.ledger.JoinedAttributes;
import io.clv.ltv.CustomerValues;
import io.clv.numerics.CompensatedSum;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why lost customers left, as far as they said: what could have been prevented, what could not, and what went with them
 * in money. Which reasons could have been prevented is for the business to say; a reason that it does not name, and
 * customers of whom no reason is known, have lines of their own and are guessed nothing about.
 *
 * <pre>{@code
 * ChurnReasons reasons = ChurnReasons.builder(stages, answers.join(customers, ALLOW, ALLOW), "reason")
 *         .preventable("price", "service")
 *         .natural("moved", "closed down")
 *         .build();
 * WinBack plan = reasons.winBack(percent(20), Money.parse("EUR 40"));
 * }</pre>
 *
 * <p>What went with a customer is by default what he brought in the year before he was last seen: the income of as many
 * periods as the year has, up to that of his last purchase. It is revenue unless a margin is given, and too low for
 * customers whose income had faded before. {@link Builder#values} takes the values of a model instead, at best as they
 * were before the loss: what a model expects of customers who have fallen silent is little by then.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class ChurnReasons {

    /** Whether a loss could have been prevented. */
    public enum Kind {
        /** The business could have kept the customer. */
        PREVENTABLE("preventable"),
        /** It could not. */
        NATURAL("natural"),
        /** There is a reason, but the business has not said which it is. */
        UNSORTED("neither named preventable nor natural"),
        /** No reason is known. */
        UNKNOWN("no reason known");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /**
         * The kind in words.
         *
         * @return such as "preventable"
         */
        public String label() {
            return label;
        }
    }

    /**
     * A reason and who left for it.
     *
     * @param reason as it was given; that of customers of whom none is known is "no reason known"
     * @param kind whether it could have been prevented
     * @param customers how many
     * @param lost what went with them, summed unrounded and rounded once
     */
    public record Line(String reason, Kind kind, int customers, Money lost) {}

    private final LostValues lost;
    private final Map<String, Kind> kinds;
    private final List<String> reasons;
    private final List<Line> lines;
    private final int reasonsOfOthers;

    private ChurnReasons(Builder builder, LostValues lost) {
        this.lost = lost;
        kinds = new LinkedHashMap<>(builder.kinds);
        List<String> given = new ArrayList<>();
        Map<String, Integer> many = new TreeMap<>();
        Map<String, CompensatedSum> sums = new TreeMap<>();
        kinds.keySet().forEach(reason -> many.put(reason, 0));
        many.put(Kind.UNKNOWN.label(), 0);
        for (int at = 0; at < lost.size(); at++) {
            String reason = builder.reasons.label(lost.row(at));
            given.add(reason);
            many.merge(reason, 1, Integer::sum);
            sums.computeIfAbsent(reason, unseen -> new CompensatedSum()).add(lost.amount(at));
        }
        reasons = List.copyOf(given);
        List<Line> found = new ArrayList<>();
        many.forEach((reason, customers) -> found.add(new Line(
                reason,
                kind(reason),
                customers,
                lost.money(sums.getOrDefault(reason, new CompensatedSum()).value()))));
        found.sort(Comparator.comparing(Line::kind)
                .thenComparing(Comparator.comparing(Line::lost).reversed()));
        lines = List.copyOf(found);
        int others = 0;
        LifecycleStages stages = builder.stages;
        for (int row = 0; row < stages.size(); row++) {
            if (stages.stage(row) != Stage.LOST && kind(builder.reasons.label(row)) != Kind.UNKNOWN) {
                others++;
            }
        }
        reasonsOfOthers = others;
    }

    private Kind kind(String reason) {
        return reason.equals(Kind.UNKNOWN.label()) ? Kind.UNKNOWN : kinds.getOrDefault(reason, Kind.UNSORTED);
    }

    /**
     * Starts with the customers in {@link Stage#LOST}.
     *
     * @param stages of the base
     * @param attributes of the same base
     * @param column of categories with the reasons
     * @return a builder
     * @throws IllegalArgumentException if the attributes are of another table, or have no such column of categories
     */
    public static Builder builder(LifecycleStages stages, JoinedAttributes attributes, String column) {
        return new Builder(stages, attributes, column);
    }

    /**
     * The reasons: preventable ones first, those that took most first among their kind, and customers without a known
     * reason last. Reasons that were named and that nobody gave are there too.
     *
     * @return immutable
     */
    public List<Line> lines() {
        return lines;
    }

    /**
     * All reasons of a kind together.
     *
     * @param kind which
     * @return the line, with the kind for a reason
     */
    public Line total(Kind kind) {
        int customers = 0;
        CompensatedSum sum = new CompensatedSum();
        for (int at = 0; at < lost.size(); at++) {
            if (kind(reasons.get(at)) == kind) {
                customers++;
                sum.add(lost.amount(at));
            }
        }
        return new Line(kind.label(), kind, customers, lost.money(sum.value()));
    }

    /**
     * What it is worth to try to win back those who left for reasons that could have been prevented.
     *
     * @param success the share of attempts that win a customer back, from 0% to 100%: an input, to be measured on one's
     *     own attempts
     * @param costPerAttempt what an attempt costs, won or not
     * @return the arithmetic
     * @throws IllegalArgumentException if the share is not from 0% to 100%, or the cost negative or of another currency
     * @throws ArithmeticException if the cost of all attempts, or cost / success, is beyond the range of money
     */
    public WinBack winBack(Ratio success, Money costPerAttempt) {
        List<WinBack.Unrounded> attempts = new ArrayList<>();
        for (int at = 0; at < lost.size(); at++) {
            if (kind(reasons.get(at)) == Kind.PREVENTABLE) {
                WinBack.Attempt attempt =
                        new WinBack.Attempt(lost.id(at), reasons.get(at), lost.money(lost.amount(at)));
                attempts.add(new WinBack.Unrounded(attempt, lost.amount(at)));
            }
        }
        return WinBack.of(attempts, lost.currency(), success, costPerAttempt);
    }

    /**
     * What was counted how.
     *
     * @return sentences without a full stop
     */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(lost.notes());
        if (reasonsOfOthers > 0) {
            notes.add(count(reasonsOfOthers, "customer") + " gave a reason and "
                    + (reasonsOfOthers == 1 ? "does" : "do") + " not count as lost by the rules of stages");
        }
        return List.copyOf(notes);
    }

    /**
     * The reasons in words.
     *
     * @return a few lines of English
     */
    public String explain() {
        StringBuilder text = new StringBuilder(count(lost.size(), "lost customer")).append('\n');
        for (Kind kind : Kind.values()) {
            Line total = total(kind);
            text.append(total.reason())
                    .append(": ")
                    .append(count(total.customers(), "customer"))
                    .append(", ")
                    .append(total.lost())
                    .append(kind == Kind.UNKNOWN ? "\n" : reasonsIn(kind));
        }
        notes().forEach(note -> text.append(note).append('\n'));
        return text.toString();
    }

    private String reasonsIn(Kind kind) {
        List<String> parts = lines.stream()
                .filter(line -> line.kind() == kind)
                .map(line -> line.reason() + " " + count(line.customers()) + ", " + line.lost())
                .toList();
        return parts.isEmpty() ? "\n" : " (" + String.join("; ", parts) + ")\n";
    }

    @Override
    public String toString() {
        return Arrays.stream(Kind.values())
                .map(kind -> kind.label() + " " + count(total(kind).customers()))
                .reduce(count(lost.size(), "lost customer"), (text, part) -> text + ", " + part);
    }

    /** Collects reasons and says what was lost. Not safe to share between threads. */
    public static final class Builder {

        private final LifecycleStages stages;
        private final Groups reasons;
        private final Map<String, Kind> kinds = new LinkedHashMap<>();
        private @Nullable CustomerValues values;
        private @Nullable Span before;
        private @Nullable Ratio margin;

        private Builder(LifecycleStages stages, JoinedAttributes attributes, String column) {
            SameCustomers.require("attributes", attributes.customers(), stages.customers());
            this.stages = stages;
            reasons = attributes.groups(column, Kind.UNKNOWN.label());
        }

        /**
         * Names reasons for which a customer could have been kept.
         *
         * @param names as the column has them
         * @return this builder
         * @throws IllegalArgumentException if one is blank or was named before
         */
        public Builder preventable(String... names) {
            return put(Kind.PREVENTABLE, names);
        }

        /**
         * Names reasons against which nothing could be done.
         *
         * @param names as the column has them
         * @return this builder
         * @throws IllegalArgumentException if one is blank or was named before
         */
        public Builder natural(String... names) {
            return put(Kind.NATURAL, names);
        }

        private Builder put(Kind kind, String... names) {
            for (String name : names) {
                ContactEvent.requireText("reason", name);
                Kind earlier = name.equals(Kind.UNKNOWN.label()) ? Kind.UNKNOWN : kinds.putIfAbsent(name, kind);
                if (earlier != null) {
                    throw new IllegalArgumentException("reason '" + name + "' was already named " + earlier.label());
                }
            }
            return this;
        }

        /**
         * Takes what customers are worth for what was lost with them. The values may be of an earlier date, and are
         * then found by id; a lost customer without one counts nothing and is said.
         *
         * @param ofCustomers in the currency of the base
         * @return this builder
         * @throws IllegalArgumentException if they are in another currency, or it was already said what was lost
         */
        public Builder values(CustomerValues ofCustomers) {
            requireUnset("values", values);
            requireOneSource("values", before != null || margin != null);
            if (!ofCustomers.currency().equals(stages.customers().currency())) {
                throw new IllegalArgumentException("values must be in "
                        + stages.customers().currency() + ", as the base, but were in " + ofCustomers.currency());
            }
            values = ofCustomers;
            return this;
        }

        /**
         * Takes the income of another time before the loss than a year.
         *
         * @param time as many periods as are nearest to it, at least one
         * @return this builder
         * @throws IllegalArgumentException if it was set already, or values are taken
         */
        public Builder incomeBefore(Span time) {
            requireUnset("time before the loss", before);
            requireOneSource("income before the loss", values != null);
            before = time;
            return this;
        }

        /**
         * Takes the margin of the income, and not all of it.
         *
         * @param ofIncome above 0% and up to 100%
         * @return this builder
         * @throws IllegalArgumentException if it is not, was set already, or values are taken
         */
        public Builder grossMargin(Ratio ofIncome) {
            requireUnset("gross margin", margin);
            requireOneSource("gross margin", values != null);
            if (!(ofIncome.value() > 0 && ofIncome.value() <= 1)) {
                throw new IllegalArgumentException("gross margin must be above 0% and up to 100%, but was " + ofIncome);
            }
            margin = ofIncome;
            return this;
        }

        private static void requireUnset(String name, @Nullable Object previous) {
            if (previous != null) {
                throw new IllegalArgumentException(name + " was already set");
            }
        }

        private static void requireOneSource(String name, boolean other) {
            if (other) {
                throw new IllegalArgumentException("what was lost is either values or the income before the loss, but "
                        + name + " came beside the other");
            }
        }

        /**
         * Counts reasons.
         *
         * @return the reasons
         * @throws IllegalArgumentException if no reason was named preventable or natural
         */
        public ChurnReasons build() {
            if (kinds.isEmpty()) {
                throw new IllegalArgumentException("churn reasons still need: which are preventable, or natural");
            }
            CustomerValues given = values;
            return new ChurnReasons(
                    this,
                    given == null
                            ? LostValues.income(
                                    stages, before == null ? Span.years(1) : before, Optional.ofNullable(margin))
                            : LostValues.of(stages, given));
        }
    }
}
