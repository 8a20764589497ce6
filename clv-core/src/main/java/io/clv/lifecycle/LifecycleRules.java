package io.clv.lifecycle;

import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which customers are put into stages. Each has a default that is read off the base, and each may be set.
 * They are asked in this order, and the first that holds decides:
 *
 * <ol>
 *   <li><b>lost</b>: no purchase for longer than {@link Builder#lostAfter}; by default twice what makes a customer at
 *       risk.
 *   <li><b>at risk</b>: no purchase for longer than {@link Builder#overdueShare} of gaps last, 95% by default. A
 *       customer with at least {@link Builder#ownRhythmFrom} gaps, 3 by default, is judged by his own: of n gaps with
 *       mean g at random times, the next is with probability p not longer than {@code n g ((1 - p)^(-1/n) - 1)}, which
 *       is 5.1 g for 95% and three gaps and nears 3 g for many. All others are judged by the gaps of the base; so are
 *       those whom their own rhythm would make lost before it made them at risk, and those who were lost once. With
 *       {@link Builder#atRiskBelow} customers with a repeat purchase are judged by P(alive) instead, and those without
 *       by the gaps of the base: under BG/NBD they are alive by construction.
 *   <li><b>won back</b>: came back within {@link Builder#wonBackFor} after a silence for which a customer counts as
 *       lost; by default for as long as a customer is new.
 *   <li><b>new</b>: first purchase less than {@link Builder#newFor} ago; by default until there has been time both for
 *       a second purchase (what makes a customer at risk) and to see a change of income ({@link CurveRules#plateauFrom}
 *       periods).
 *   <li><b>growing</b>, <b>declining</b>, <b>plateau</b>: by the {@link IncomeCurve}, after the return of those who
 *       came back. A customer whose income has not changed beyond chance is on the plateau.
 * </ol>
 *
 * <p>Immutable and safe to share between threads.
 */
public final class LifecycleRules {

    private static final Ratio MOST = Ratio.percent(95);
    private static final int OWN_GAPS = 3;

    private final Ratio share;
    private final int ownGaps;
    private final Optional<Span> atRiskAfter;
    private final Optional<Ratio> alive;
    private final Optional<Span> lostAfter;
    private final Optional<Span> newFor;
    private final Optional<Span> wonBackFor;
    private final CurveRules curve;

    private LifecycleRules(Builder builder) {
        share = builder.share == null ? MOST : builder.share;
        ownGaps = builder.ownGaps == null ? OWN_GAPS : builder.ownGaps;
        atRiskAfter = Optional.ofNullable(builder.atRiskAfter);
        alive = Optional.ofNullable(builder.alive);
        lostAfter = Optional.ofNullable(builder.lostAfter);
        newFor = Optional.ofNullable(builder.newFor);
        wonBackFor = Optional.ofNullable(builder.wonBackFor);
        curve = builder.curve == null ? CurveRules.defaults() : builder.curve;
    }

    /**
     * All rules as they are if nothing is set.
     *
     * @return the rules
     */
    public static LifecycleRules defaults() {
        return builder().build();
    }

    /**
     * Starts rules of one's own.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    Ratio share() {
        return share;
    }

    int ownGaps() {
        return ownGaps;
    }

    Optional<Span> atRiskAfter() {
        return atRiskAfter;
    }

    Optional<Ratio> alive() {
        return alive;
    }

    Optional<Span> lostAfter() {
        return lostAfter;
    }

    Optional<Span> newFor() {
        return newFor;
    }

    Optional<Span> wonBackFor() {
        return wonBackFor;
    }

    CurveRules curve() {
        return curve;
    }

    /** The rules that were set, or those read off the base. */
    @Override
    public String toString() {
        return "at risk after " + words(atRiskAfter, share + " of gaps")
                + alive.map(least -> " or with P(alive) below " + least).orElse("") + ", lost after "
                + words(lostAfter, "twice that") + ", new for " + words(newFor, "as long as it takes to tell") + ", "
                + curve;
    }

    private static String words(Optional<Span> set, String otherwise) {
        return set.map(Span::toString).orElse(otherwise);
    }

    /** Sets each rule once. Not safe to share between threads. */
    public static final class Builder {

        private @Nullable Ratio share;
        private @Nullable Integer ownGaps;
        private @Nullable Span atRiskAfter;
        private @Nullable Ratio alive;
        private @Nullable Span lostAfter;
        private @Nullable Span newFor;
        private @Nullable Span wonBackFor;
        private @Nullable CurveRules curve;

        private Builder() {}

        /**
         * Says after what share of gaps a customer who is still silent is overdue; 95% if nothing is said, so that of
         * those who come back about one gap in twenty is taken for a risk first.
         *
         * @param ofGaps above 0% and below 100%
         * @return this builder
         * @throws IllegalArgumentException if it is not, or was set already
         */
        public Builder overdueShare(Ratio ofGaps) {
            requireUnset("share of gaps", share);
            requireShare("share of gaps", ofGaps);
            share = ofGaps;
            return this;
        }

        /**
         * Says how many gaps a customer must have to be judged by his own rhythm; 3 if nothing is said. More make fewer
         * customers so, and their rhythm surer.
         *
         * @param gaps at least 1
         * @return this builder
         * @throws IllegalArgumentException if there are fewer, or it was set already
         */
        public Builder ownRhythmFrom(int gaps) {
            requireUnset("number of gaps of a rhythm", ownGaps);
            if (gaps < 1) {
                throw new IllegalArgumentException("number of gaps of a rhythm must be at least 1, but was " + gaps);
            }
            ownGaps = gaps;
            return this;
        }

        /**
         * Says after what silence customers are at risk who are not judged by their own rhythm, in place of what the
         * gaps of the base say. A base without repeat purchases needs it.
         *
         * @param silence longer than zero
         * @return this builder
         * @throws IllegalArgumentException if it is zero, or was set already
         */
        public Builder atRiskAfter(Span silence) {
            requireUnset("silence of a customer at risk", atRiskAfter);
            requireLonger("silence of a customer at risk", silence);
            atRiskAfter = silence;
            return this;
        }

        /**
         * Says that customers with a repeat purchase are at risk by P(alive), and not by their rhythm. Customers who
         * bought once are judged by their silence beside the gaps of the base all the same: BG/NBD knows them to be
         * alive by construction, however long ago that was.
         *
         * @param least the P(alive) below which a customer is at risk; above 0% and below 100%
         * @return this builder
         * @throws IllegalArgumentException if it is not, or was set already
         */
        public Builder atRiskBelow(Ratio least) {
            requireUnset("P(alive) of a customer at risk", alive);
            requireShare("P(alive) of a customer at risk", least);
            alive = least;
            return this;
        }

        /**
         * Says after what silence a customer counts as lost. {@code ChurnRule.fromGaps(customers).window()} makes it
         * the same as in churn that is measured by that rule.
         *
         * @param silence longer than zero
         * @return this builder
         * @throws IllegalArgumentException if it is zero, or was set already
         */
        public Builder lostAfter(Span silence) {
            requireUnset("silence of a lost customer", lostAfter);
            requireLonger("silence of a lost customer", silence);
            lostAfter = silence;
            return this;
        }

        /**
         * Says for how long after the first purchase a customer is new.
         *
         * @param time zero for no new customers
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder newFor(Span time) {
            requireUnset("time of a new customer", newFor);
            newFor = time;
            return this;
        }

        /**
         * Says for how long after the return a customer is won back, and not yet one like the others.
         *
         * @param time zero for no customers won back
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder wonBackFor(Span time) {
            requireUnset("time of a customer won back", wonBackFor);
            wonBackFor = time;
            return this;
        }

        /**
         * Says what counts as a change of income and as a plateau.
         *
         * @param rules of the income curve
         * @return this builder
         * @throws IllegalArgumentException if they were set already
         */
        public Builder curve(CurveRules rules) {
            requireUnset("rule of the income curve", curve);
            curve = rules;
            return this;
        }

        /**
         * Makes the rules.
         *
         * @return the rules
         * @throws IllegalArgumentException if a customer would be lost before he is at risk
         */
        public LifecycleRules build() {
            if (atRiskAfter != null && lostAfter != null) {
                RulesInDays.requireOrder(atRiskAfter, lostAfter, "");
            }
            return new LifecycleRules(this);
        }

        private static void requireUnset(String name, @Nullable Object previous) {
            if (previous != null) {
                throw new IllegalArgumentException(name + " was already set to " + previous);
            }
        }

        private static void requireShare(String name, Ratio ratio) {
            if (!(ratio.value() > 0 && ratio.value() < 1)) {
                throw new IllegalArgumentException(name + " must be above 0% and below 100%, but was " + ratio);
            }
        }

        private static void requireLonger(String name, Span span) {
            if (span.length() == 0) {
                throw new IllegalArgumentException(name + " must be longer than zero, but was " + span);
            }
        }
    }
}
