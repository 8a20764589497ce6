package io.clv.economics;

import io.clv.ledger.Attributes;
import io.clv.ledger.IdPolicy;
import io.clv.ledger.JoinedAttributes;
import io.clv.ltv.CustomerValues;
import io.clv.numerics.InverseNormal;
import io.clv.numerics.NumberBands;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prospects ranked by the value of customers like them. A prospect is an id that only the attributes know; customers
 * like him have the same traits. The mean of a few customers says little, so each group's is shrunken to that of the
 * wider group it is part of, by as much as chance explains (credibility, Buehlmann 1967): {@code w = n / (n +
 * s^2/t^2)}, {@code score = w mean + (1 - w) score of the wider group}, s^2 the variance of values within groups and
 * t^2 that between the groups of a wider one, by moments. Traits count one after the other in the order in which they
 * were named: all customers, those with the same first trait, those with the same first two, and so on.
 *
 * <p>The interval is of the mean of customers like him, {@code v = (1 - w) t^2 + (1 - w)^2 v'} with v' of the wider
 * group, by the normal distribution with s and t taken as known; what one prospect brings scatters far more. A single
 * customer far off raises t, and with it the trust in small groups: look at how many are alike. A score is an
 * association, and of those who bought: whether a prospect will is not in it. Immutable.
 */
public final class LeadScores {

    /** The label of a trait that is not known. */
    public static final String UNKNOWN = "(unknown)";

    /**
     * A prospect.
     *
     * @param prospect the id
     * @param value the expected value, if he becomes a customer
     * @param interval of the mean of customers like him, in major units
     * @param alike how many customers have all the same traits
     * @param traits the traits, as in "channel social, age 30 to 45"
     */
    public record Score(String prospect, Money value, Interval interval, int alike, String traits) {}

    private final List<Score> scores;
    private final CustomerValues values;
    private final List<String> columns;

    private LeadScores(List<Score> scores, CustomerValues values, List<String> columns) {
        this.scores = List.copyOf(scores);
        this.values = values;
        this.columns = List.copyOf(columns);
    }

    /**
     * Starts scores.
     *
     * @param values of the customers
     * @param attributes of customers and prospects
     * @return a builder
     */
    public static Builder builder(CustomerValues values, Attributes attributes) {
        return new Builder(values, attributes);
    }

    /**
     * The prospects, the highest score first; equal ones by id.
     *
     * @return immutable
     */
    public List<Score> scores() {
        return scores;
    }

    /**
     * The score of a prospect.
     *
     * @param prospect the id
     * @return the score
     * @throws IllegalArgumentException if there is no such prospect
     */
    public Score of(String prospect) {
        return scores.stream()
                .filter(score -> score.prospect().equals(prospect))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + prospect + "' is no prospect: an id that only the"
                        + " attributes know, of which there are " + scores.size()));
    }

    /**
     * What the scores rest on, in words.
     *
     * @return a few lines of English
     */
    public String explain() {
        return Wording.count(scores.size(), "prospect") + " scored by " + String.join(", ", columns) + " from "
                + Wording.count(values.size(), "customer") + " worth "
                + Wording.money(values.totalAmount() / values.size(), values.currency()) + " on average ("
                + values.measure().label() + ", " + values.basis().label() + ", by the " + values.model() + " model)\n"
                + "means of few customers are shrunken to those of the wider group\n"
                + "association: what customers with the same traits are worth, if the prospect becomes one\n";
    }

    @Override
    public String toString() {
        return Wording.count(scores.size(), "prospect") + " scored by " + String.join(", ", columns);
    }

    /** Collects the traits. Not safe to share between threads. */
    public static final class Builder {

        private final CustomerValues values;
        private final Attributes attributes;
        private final List<String> columns = new ArrayList<>();
        private final List<Trait> traits = new ArrayList<>();
        private @Nullable Ratio level;

        private Builder(CustomerValues values, Attributes attributes) {
            this.values = values;
            this.attributes = attributes;
        }

        /**
         * Compares by a category; who has none is {@value LeadScores#UNKNOWN}.
         *
         * @param column of categories
         * @return this builder
         * @throws IllegalArgumentException if there is no such column, it holds something else, or was named already
         */
        public Builder category(String column) {
            attributes.category(column, "");
            return trait(column, id -> attributes.category(column, id).orElse(UNKNOWN));
        }

        /**
         * Compares by a number in bands.
         *
         * @param column of numbers
         * @param cuts where bands part, ascending; a number at a cut is in the upper band
         * @return this builder
         * @throws IllegalArgumentException if there is no such column, it holds something else or was named already, or
         *     the cuts are missing, not finite or not ascending
         */
        public Builder number(String column, double... cuts) {
            attributes.number(column, "");
            NumberBands bands = NumberBands.of(column, cuts);
            return trait(
                    column,
                    id -> attributes.number(column, id).stream()
                            .mapToObj(bands::label)
                            .findFirst()
                            .orElse(UNKNOWN));
        }

        private Builder trait(String column, Trait trait) {
            if (columns.contains(column)) {
                throw new IllegalArgumentException("column '" + column + "' was already named");
            }
            columns.add(column);
            traits.add(trait);
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
            if (level != null) {
                throw new IllegalArgumentException("level was already set");
            }
            new Interval(0, 0, ratio, Interval.Of.MEAN);
            level = ratio;
            return this;
        }

        /**
         * Scores the prospects.
         *
         * @return the scores
         * @throws IllegalArgumentException if no trait was named, or there are fewer than 2 customers
         */
        public LeadScores build() {
            if (traits.isEmpty()) {
                throw new IllegalArgumentException("lead scores still need: a category or number to compare by");
            }
            if (values.size() < 2) {
                throw new IllegalArgumentException(
                        "lead scores need at least 2 customers, but there were " + values.size());
            }
            JoinedAttributes joined = attributes.join(values.customers(), IdPolicy.ALLOW, IdPolicy.ALLOW);
            List<List<String>> paths = new ArrayList<>();
            for (int row = 0; row < values.size(); row++) {
                paths.add(path(values.id(row)));
            }
            Credibility likeness = Credibility.of(paths, values::amount, traits.size());
            Ratio sure = level == null ? Ratio.percent(90) : level;
            double z = InverseNormal.at((1 + sure.value()) / 2);
            List<Score> scores = new ArrayList<>();
            for (String prospect : joined.prospects()) {
                List<String> path = path(prospect);
                Credibility.Mean mean = likeness.at(path);
                double half = z * Math.sqrt(mean.variance());
                scores.add(new Score(
                        prospect,
                        Money.ofRounded(mean.value(), values.currency()),
                        new Interval(mean.value() - half, mean.value() + half, sure, Interval.Of.MEAN),
                        mean.customers(),
                        words(path)));
            }
            scores.sort(Comparator.comparingDouble((Score score) ->
                            score.interval().low() + score.interval().high())
                    .reversed()
                    .thenComparing(Score::prospect));
            return new LeadScores(scores, values, columns);
        }

        private List<String> path(String id) {
            return traits.stream().map(trait -> trait.of(id)).toList();
        }

        private String words(List<String> path) {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < path.size(); i++) {
                words.add(columns.get(i) + " " + path.get(i));
            }
            return String.join(", ", words);
        }
    }

    /** What is known of an id, as a label. */
    private interface Trait {
        String of(String id);
    }
}
