package io.clv.economics;

import io.clv.ledger.JoinedAttributes;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What customers answered when they were asked, joined to what they are worth: how many would recommend (NPS) or are
 * satisfied (CSAT), among the valuable and the others; who is valuable and unhappy, the most valuable first; and the
 * value at risk with them, in money. A customer is unhappy whose answer is a detractor's (0 to 6) or a dissatisfied one
 * (1 or 2 of 5), and valuable whose value is not below a threshold. Immutable.
 *
 * <p>Those who did not answer are shown apart and guessed nothing about; an unhappy customer has not left yet, so that
 * the value at risk is not a loss before somebody says how many of the unhappy leave.
 */
public final class Satisfaction {

    /** Valuable or not, unhappy or not: in the order in which to care for them. */
    public enum Quadrant {
        /** To be called first. */
        VALUABLE_UNHAPPY("valuable and unhappy"),
        /** To be kept as they are, and asked to recommend. */
        VALUABLE_HAPPY("valuable, not unhappy"),
        /** To be heard, at low cost. */
        OTHER_UNHAPPY("less valuable and unhappy"),
        /** To be grown. */
        OTHER_HAPPY("less valuable, not unhappy"),
        /** To be asked. */
        SILENT("without an answer");

        private final String label;

        Quadrant(String label) {
            this.label = label;
        }

        /**
         * The quadrant in words.
         *
         * @return such as "valuable and unhappy"
         */
        public String label() {
            return label;
        }
    }

    /**
     * The customers of a quadrant.
     *
     * @param quadrant which one
     * @param customers how many
     * @param value of theirs, summed unrounded and rounded once
     */
    public record Line(Quadrant quadrant, int customers, Money value) {}

    /**
     * A valuable customer who is unhappy.
     *
     * @param id the customer
     * @param value of his
     * @param nps the answer from 0 to 10, where there is one
     * @param csat the answer from 1 to 5, where there is one
     */
    public record Call(String id, Money value, OptionalInt nps, OptionalInt csat) {}

    private final List<Line> lines;
    private final List<Call> calls;
    private final Optional<NetPromoterScore> nps;
    private final Optional<NetPromoterScore> npsOfValuable;
    private final Optional<SatisfiedShare> csat;
    private final Optional<SatisfiedShare> csatOfValuable;
    private final Money threshold;
    private final Money atRisk;
    private final Optional<Ratio> leaving;
    private final Ratio level;

    private Satisfaction(AnsweredValues answered, Optional<Ratio> leaving, Ratio level) {
        lines = answered.lines();
        calls = answered.calls();
        nps = answered.nps(false);
        npsOfValuable = answered.nps(true);
        csat = answered.csat(false);
        csatOfValuable = answered.csat(true);
        threshold = answered.threshold();
        atRisk = answered.atRisk();
        this.leaving = leaving;
        this.level = level;
    }

    /**
     * Starts the join.
     *
     * @param values of the customers
     * @param answers of theirs, joined to the table of the values
     * @return a builder
     * @throws IllegalArgumentException if the answers are of another table, or there is no customer
     */
    public static Builder builder(CustomerValues values, JoinedAttributes answers) {
        return new Builder(values, answers);
    }

    /**
     * The quadrants, valuable and unhappy first, those without an answer last.
     *
     * @return all five, immutable
     */
    public List<Line> quadrants() {
        return lines;
    }

    /**
     * Who is valuable and unhappy.
     *
     * @return the most valuable first, immutable
     */
    public List<Call> firstToCall() {
        return calls;
    }

    /**
     * How many would recommend.
     *
     * @return empty where nobody was asked or answered
     */
    public Optional<NetPromoterScore> nps() {
        return nps;
    }

    /**
     * How many of the valuable would recommend.
     *
     * @return empty where none of them answered
     */
    public Optional<NetPromoterScore> npsOfValuable() {
        return npsOfValuable;
    }

    /**
     * How many are satisfied.
     *
     * @return empty where nobody was asked or answered
     */
    public Optional<SatisfiedShare> csat() {
        return csat;
    }

    /**
     * How many of the valuable are satisfied.
     *
     * @return empty where none of them answered
     */
    public Optional<SatisfiedShare> csatOfValuable() {
        return csatOfValuable;
    }

    /**
     * The value from which a customer is valuable.
     *
     * @return the threshold
     */
    public Money threshold() {
        return threshold;
    }

    /**
     * The value of all who are unhappy, of those whose value is above zero.
     *
     * @return what is lost if all of them leave
     */
    public Money valueAtRisk() {
        return atRisk;
    }

    /**
     * What is to be expected to be lost.
     *
     * @return value at risk x share of the unhappy who leave; empty where that share was not given
     */
    public Optional<Money> expectedLoss() {
        return leaving.map(share -> Money.ofRounded(atRisk.toDouble() * share.value(), atRisk.currency()));
    }

    /**
     * Satisfaction in words.
     *
     * @return a few lines of English
     */
    public String explain() {
        StringBuilder text = new StringBuilder();
        nps.ifPresent(score -> {
            Interval interval = score.interval(level);
            text.append(score)
                    .append(", ")
                    .append(level)
                    .append(" interval ")
                    .append(NetPromoterScore.signed(interval.low()))
                    .append(" to ")
                    .append(NetPromoterScore.signed(interval.high()));
            npsOfValuable.ifPresent(own -> text.append("; of the valuable ").append(own));
            text.append('\n');
        });
        csat.ifPresent(share -> {
            Interval interval = share.interval(level);
            text.append(share)
                    .append(", ")
                    .append(level)
                    .append(" interval ")
                    .append(Wording.percent(interval.low()))
                    .append(" to ")
                    .append(Wording.percent(interval.high()));
            csatOfValuable.ifPresent(own -> text.append("; of the valuable ").append(own));
            text.append('\n');
        });
        for (Line line : lines) {
            text.append(line.quadrant().label())
                    .append(": ")
                    .append(Wording.count(line.customers(), "customer"))
                    .append(", ")
                    .append(line.value())
                    .append('\n');
        }
        text.append("value at risk with the unhappy: ").append(atRisk);
        expectedLoss()
                .ifPresent(loss -> text.append("; if ")
                        .append(leaving.orElseThrow())
                        .append(" of them leave, ")
                        .append(loss)
                        .append(" is lost"));
        return text.append('\n')
                .append("valuable from ")
                .append(threshold)
                .append("; nothing is guessed about those who did not answer\n")
                .toString();
    }

    @Override
    public String toString() {
        return atRisk + " at risk with the unhappy, " + Wording.count(calls.size(), "customer") + " to call first";
    }

    /** Collects columns and thresholds. Not safe to share between threads. */
    public static final class Builder {

        private final CustomerValues values;
        private final JoinedAttributes answers;
        private @Nullable String npsColumn;
        private @Nullable String csatColumn;
        private @Nullable Money threshold;
        private @Nullable Ratio leaving;
        private @Nullable Ratio level;

        private Builder(CustomerValues values, JoinedAttributes answers) {
            Wording.requireJoined("answers", answers, values);
            if (values.size() == 0) {
                throw new IllegalArgumentException("satisfaction needs customers, but there were none");
            }
            this.values = values;
            this.answers = answers;
        }

        /**
         * Says where the answers to "would you recommend us" are.
         *
         * @param column of whole numbers from 0 to 10
         * @return this builder
         * @throws IllegalArgumentException if there is no such column of numbers, or it was set already
         */
        public Builder nps(String column) {
            requireUnset("column of NPS", npsColumn);
            npsColumn = numbers(column);
            return this;
        }

        /**
         * Says where the answers to "how satisfied are you" are.
         *
         * @param column of whole numbers from 1 to 5
         * @return this builder
         * @throws IllegalArgumentException if there is no such column of numbers, or it was set already
         */
        public Builder csat(String column) {
            requireUnset("column of CSAT", csatColumn);
            csatColumn = numbers(column);
            return this;
        }

        private String numbers(String column) {
            if (!answers.holdsNumbers(column)) {
                throw new IllegalArgumentException("column '" + column + "' must hold numbers, but does not");
            }
            return column;
        }

        /**
         * Says from what value on a customer is valuable; the mean of the base if nothing is said.
         *
         * @param money the threshold, which is valuable itself
         * @return this builder
         * @throws IllegalArgumentException if it is of another currency, or was set already
         */
        public Builder valuableFrom(Money money) {
            requireUnset("threshold", threshold);
            Money.zero(values.currency()).plus(money);
            threshold = money;
            return this;
        }

        /**
         * Says how many of the unhappy leave, so that the value at risk becomes an expected loss. It is an input:
         * measure your own, from those who were unhappy and have left.
         *
         * @param share from 0% to 100%
         * @return this builder
         * @throws IllegalArgumentException if it is not, or was set already
         */
        public Builder leaving(Ratio share) {
            requireUnset("share that leaves", leaving);
            if (share.value() < 0 || share.value() > 1) {
                throw new IllegalArgumentException(
                        "share of the unhappy who leave must be between 0% and 100%, but was " + share);
            }
            leaving = share;
            return this;
        }

        /**
         * Says how sure the intervals are to be; 90% if nothing is said.
         *
         * @param ratio above 0% and below 100%
         * @return this builder
         * @throws IllegalArgumentException if it is not, or was set already
         */
        public Builder level(Ratio ratio) {
            requireUnset("level", level);
            new Interval(0, 0, ratio, Interval.Of.MEAN);
            level = ratio;
            return this;
        }

        private static void requireUnset(String name, @Nullable Object previous) {
            if (previous != null) {
                throw new IllegalArgumentException(name + " was already set");
            }
        }

        /**
         * Joins answers and values.
         *
         * @return satisfaction
         * @throws IllegalArgumentException if no column was named, or an answer is out of its range
         */
        public Satisfaction build() {
            if (npsColumn == null && csatColumn == null) {
                throw new IllegalArgumentException("satisfaction still needs: a column of NPS or of CSAT");
            }
            Money from = threshold == null
                    ? Money.ofRounded(values.totalAmount() / values.size(), values.currency())
                    : threshold;
            return new Satisfaction(
                    AnsweredValues.of(values, answers, npsColumn, csatColumn, from),
                    Optional.ofNullable(leaving),
                    level == null ? Ratio.percent(90) : level);
        }
    }
}
