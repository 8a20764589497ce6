package io.clv.segment;

import io.clv.btyd.Posterior;
import io.clv.btyd.SpendModel;
import io.clv.btyd.TransactionModel;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.Ledger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The moves between segments that are to be expected if nobody changes: if every customer goes on as a fitted model
 * says, given what he did up to the earlier date. It is the regression to the mean that the segments have by their
 * nature: a model takes part of a customer's history for chance, so that what it draws for the top segment is less than
 * what brought its customers there.
 *
 * <p>The later date is drawn many times over. In each draw every customer of the earlier date buys on as the models of
 * purchases and spend draw it given his history, those who really came after that date are as they were, and the same
 * rule that makes the segments at the later date is applied to the drawn base. A mean is over the draws, and so is the
 * standard deviation, of what chance does to the count of one move in one future. The doubt about the parameters of
 * models is in it if posteriors are given. A fault of the model, such as a season that it does not know, is not: of a
 * large base even a small one is beyond chance.
 *
 * <pre>{@code
 * ExpectedMoves expected = ExpectedMoves.builder(log, before, then)
 *         .through(LocalDate.of(1998, 6, 30))
 *         .models(purchases.model(), spend.model())
 *         .segments(after -> Rfm.of(after).groups(RfmScheme.standard()))
 *         .build();
 * System.out.print(Migration.of(worthThen, then, worthNow, now).beside(expected).explain());
 * }</pre>
 *
 * <p>Immutable and safe to share between threads.
 */
public final class ExpectedMoves {

    private static final int FEWEST_DRAWS = 2;
    private static final int DEFAULT_DRAWS = 100;

    private final Groups from;
    private final List<String> to;
    private final double[][] mean;
    private final double[][] deviation;
    private final int draws;
    private final String method;

    /** The sums of counts and of their squares over all draws. */
    ExpectedMoves(Groups from, List<String> to, long[][] sums, double[][] squares, int draws, String method) {
        this.from = from;
        this.to = to;
        this.draws = draws;
        this.method = method;
        mean = new double[sums.length][to.size()];
        deviation = new double[sums.length][to.size()];
        for (int code = 0; code < sums.length; code++) {
            for (int other = 0; other < to.size(); other++) {
                double average = (double) sums[code][other] / draws;
                mean[code][other] = average;
                double variance = (squares[code][other] - average * sums[code][other]) / (draws - 1.0);
                deviation[code][other] = Math.sqrt(Math.max(0, variance));
            }
        }
    }

    /**
     * The segments at the earlier date.
     *
     * @return one for each row
     */
    public Groups from() {
        return from;
    }

    /**
     * The names of the segments at the later date.
     *
     * @return by code
     */
    public List<String> to() {
        return to;
    }

    /**
     * The customers expected to move from one segment to another, or to stay.
     *
     * @param from the code of the segment at the earlier date
     * @param to the code of the segment at the later date
     * @return the mean over the draws; those of one segment sum to its customers
     * @throws IndexOutOfBoundsException if there is no such segment
     */
    public double mean(int from, int to) {
        return mean[from][to];
    }

    /**
     * By how much chance alone lets the count differ from its mean.
     *
     * @param from the code of the segment at the earlier date
     * @param to the code of the segment at the later date
     * @return the standard deviation over the draws
     * @throws IndexOutOfBoundsException if there is no such segment
     */
    public double standardDeviation(int from, int to) {
        return deviation[from][to];
    }

    /**
     * How often the later date was drawn.
     *
     * @return 2 or more
     */
    public int draws() {
        return draws;
    }

    /**
     * What the expectation rests on.
     *
     * @return words that follow "expected"
     */
    public String method() {
        return method;
    }

    /**
     * Moves to be expected of the customers of a table.
     *
     * @param log the log that the table was made of
     * @param before the customers at the earlier date
     * @param then their segments at that date
     * @return a builder
     * @throws IllegalArgumentException if there is not a segment for each row
     */
    public static Builder builder(Ledger log, CustomerTable before, Groups then) {
        if (then.size() != before.size()) {
            throw new IllegalArgumentException("segments at the earlier date must have a row for each of the "
                    + before.size() + " customers, but had " + then.size());
        }
        return new Builder(log, before, then);
    }

    @Override
    public String toString() {
        return "moves of " + Wording.customers(from.size()) + " expected " + method;
    }

    /** Says what is drawn. Not safe to share between threads. */
    public static final class Builder {

        private final Ledger log;
        private final CustomerTable before;
        private final Groups then;
        private @Nullable LocalDate through;
        private @Nullable List<TransactionModel> purchases;
        private @Nullable List<SpendModel> spend;
        private @Nullable Function<CustomerTable, Groups> rule;
        private @Nullable Integer draws;
        private @Nullable Long seed;

        private Builder(Ledger log, CustomerTable before, Groups then) {
            this.log = log;
            this.before = before;
            this.then = then;
        }

        private static void requireUnset(String name, @Nullable Object value) {
            if (value != null) {
                throw new IllegalArgumentException(name + " was already set to " + value);
            }
        }

        /**
         * Sets the later date.
         *
         * @param date the last date that is observed then
         * @return this builder
         * @throws IllegalArgumentException if it was set before, or is not after the earlier date
         */
        public Builder through(LocalDate date) {
            requireUnset("the later date", through);
            if (!date.isAfter(before.observedThrough())) {
                throw new IllegalArgumentException(
                        "the later date must be after " + before.observedThrough() + ", but was " + date);
            }
            through = date;
            return this;
        }

        /**
         * Sets how customers go on. The models should have been fitted to the earlier date, which then knows nothing of
         * what came.
         *
         * @param ofPurchases in the table's unit of time
         * @param ofSpend in the table's currency, fitted to repeat purchases
         * @return this builder
         * @throws IllegalArgumentException if they were set before
         */
        public Builder models(TransactionModel ofPurchases, SpendModel ofSpend) {
            requireUnset("the model of purchases", purchases);
            purchases = List.of(ofPurchases);
            spend = List.of(ofSpend);
            return this;
        }

        /**
         * Sets how customers go on, with the doubt about the parameters: each draw of the later date is of another draw
         * of them, and what is drawn of purchases and of spend goes together by chance. Deviations are wider, and a
         * move that is beyond chance is so in spite of that doubt.
         *
         * @param ofPurchases in the table's unit of time
         * @param ofSpend in the table's currency, of repeat purchases
         * @return this builder
         * @throws IllegalArgumentException if the models were set before, or the draws of a posterior cannot be trusted
         */
        public Builder posteriors(
                Posterior<? extends TransactionModel> ofPurchases, Posterior<? extends SpendModel> ofSpend) {
            requireUnset("the model of purchases", purchases);
            requireReliable("purchases", ofPurchases);
            requireReliable("spend", ofSpend);
            purchases = List.copyOf(ofPurchases.models());
            spend = List.copyOf(ofSpend.models());
            return this;
        }

        private static void requireReliable(String of, Posterior<?> posterior) {
            if (!posterior.isReliable()) {
                throw new IllegalArgumentException(
                        "the posterior of " + of + " must be reliable, but was not: " + posterior.diagnosis());
            }
        }

        /**
         * Sets the rule by which segments are made at the later date.
         *
         * @param segments the rule, for a table of the same customers as that of the log at the later date
         * @return this builder
         * @throws IllegalArgumentException if it was set before
         */
        public Builder segments(Function<CustomerTable, Groups> segments) {
            requireUnset("the rule of segments", rule);
            rule = segments;
            return this;
        }

        /**
         * Sets how often the later date is drawn; 100 times without it.
         *
         * @param count 2 or more
         * @return this builder
         * @throws IllegalArgumentException if it was set before, or is less than 2
         */
        public Builder draws(int count) {
            requireUnset("the number of draws", draws);
            if (count < FEWEST_DRAWS) {
                throw new IllegalArgumentException("draws must be at least " + FEWEST_DRAWS + ", but were " + count);
            }
            draws = count;
            return this;
        }

        /**
         * Sets which futures are drawn; 1 without it.
         *
         * @param value any number; the same gives the same
         * @return this builder
         * @throws IllegalArgumentException if it was set before
         */
        public Builder seed(long value) {
            requireUnset("the seed", seed);
            seed = value;
            return this;
        }

        /**
         * Draws.
         *
         * @return the expected moves
         * @throws IllegalArgumentException if the later date, the models or the rule are missing, or the rule gives
         *     segments of other rows or other names from draw to draw
         * @throws ArithmeticException if an amount that is drawn is beyond all numbers
         */
        public ExpectedMoves build() {
            List<String> missing = new ArrayList<>();
            if (through == null) {
                missing.add("the later date");
            }
            if (purchases == null || spend == null) {
                missing.add("the models");
            }
            if (rule == null) {
                missing.add("the rule of segments");
            }
            if (through == null || purchases == null || spend == null || rule == null) {
                throw new IllegalArgumentException("expected moves still need: " + String.join(", ", missing));
            }
            SimulatedFuture future = new SimulatedFuture(log, before, through);
            boolean doubt = purchases.size() > 1;
            return new MoveCounts(before, then)
                    .draw(
                            new DrawnModels(future, purchases, spend, draws == null ? DEFAULT_DRAWS : draws),
                            rule,
                            seed == null ? 1 : seed,
                            "if everybody goes on as the "
                                    + purchases.get(0).name() + " and "
                                    + spend.get(0).name() + " models say"
                                    + (doubt ? ", with the doubt about their parameters" : ""));
        }
    }
}
