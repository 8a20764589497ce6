package io.clv.lifecycle;

import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.JoinedAttributes;
import io.clv.numerics.CompensatedSum;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who is likely to take a new product, a bundle, a bigger basket, or to buy for the first time: those who have not,
 * ranked by the share of customers like them who have. Traits count one after the other in the order in which they were
 * named: all, those with the same first trait, those with the same first two, and so on; a share of few is shrunken to
 * that of the wider group, {@code (M p + k) / (M + n)} for k of n, with the precision M of its level by moments
 * (beta-binomial, Kleinman 1973). The interval is of the share of customers like him, by a beta distribution with the
 * same mean and variance.
 *
 * <p>This is an association, and of today: how many have it, however long they took, and not how many will take it when
 * they are asked, or by when. He counts among those like him himself, as one who has not. Immutable.
 */
public final class Takers {

    /** The label of a trait that is not known. */
    public static final String UNKNOWN = "(unknown)";

    private final TakerTraits traits;
    private final String what;
    private final int taken;
    private final int unknown;

    /** The distinct kinds of candidates. */
    private final List<TakerScore> kinds;

    /** The candidates in rank order, and the kind of each. */
    private final int[] members;

    private final int[] kindOf;

    private Takers(
            TakerTraits traits,
            String what,
            IntPredicate isKnown,
            IntPredicate isTaken,
            boolean withProspects,
            Ratio level) {
        this.traits = traits;
        this.what = what;
        int size = traits.size(withProspects);
        PeerShares counted = new PeerShares(traits.names().size());
        int missing = 0;
        int[] candidates = new int[size];
        int waiting = 0;
        Map<List<String>, Integer> codes = new HashMap<>();
        List<List<String>> paths = new ArrayList<>();
        int[] code = new int[size];
        for (int member = 0; member < size; member++) {
            if (!isKnown.test(member)) {
                missing++;
                continue;
            }
            List<String> path = traits.path(member);
            boolean took = isTaken.test(member);
            counted.add(path, took);
            if (!took) {
                Integer known = codes.get(path);
                if (known == null) {
                    known = paths.size();
                    codes.put(path, known);
                    paths.add(path);
                }
                code[waiting] = known;
                candidates[waiting++] = member;
            }
        }
        this.unknown = missing;
        this.taken = size - missing - waiting;
        if (taken == 0) {
            throw new IllegalArgumentException("likely takers of " + what + " are found among customers like those who"
                    + " took it, but of " + TriggerWording.count(size - missing, "customer") + " none did");
        }
        PeerShares shares = counted.judged();
        this.kinds = new ArrayList<>();
        for (List<String> path : paths) {
            PeerShares.Share share = shares.at(path);
            kinds.add(new TakerScore(
                    "",
                    Ratio.of(share.value()),
                    share.interval(level),
                    share.customers(),
                    share.took(),
                    traits.words(path)));
        }
        int[] order = IntStream.range(0, waiting)
                .boxed()
                .sorted((one, other) -> Double.compare(
                        kinds.get(code[other]).share().value(),
                        kinds.get(code[one]).share().value()))
                .mapToInt(Integer::intValue)
                .toArray();
        this.members = IntStream.of(order).map(at -> candidates[at]).toArray();
        this.kindOf = IntStream.of(order).map(at -> code[at]).toArray();
    }

    /**
     * Starts scores.
     *
     * @param customers the table
     * @param attributes of customers and prospects
     * @return a builder
     */
    public static Builder builder(CustomerTable customers, Attributes attributes) {
        return new Builder(customers, attributes);
    }

    /**
     * Those who have not taken it, the likeliest first; equal ones by id, prospects after customers.
     *
     * @return an immutable view
     */
    public List<TakerScore> scores() {
        return new View();
    }

    /**
     * How many took it.
     *
     * @return at least 1
     */
    public int taken() {
        return taken;
    }

    /**
     * How many have not.
     *
     * @return 0 or more
     */
    public int candidates() {
        return members.length;
    }

    /**
     * Of how many it is not known.
     *
     * @return 0 or more
     */
    public int unknown() {
        return unknown;
    }

    /**
     * Of the first so many, the average share of customers like them who took it: beside {@link #taken()} of all, what
     * ranking is worth.
     *
     * @param number how many are called
     * @return from 0% to 100%
     * @throws IllegalArgumentException if the number is below 1 or above that of the candidates
     */
    public Ratio shareAmong(int number) {
        if (number < 1 || number > members.length) {
            throw new IllegalArgumentException(
                    "number must be between 1 and " + members.length + ", the candidates, but was " + number);
        }
        CompensatedSum sum = new CompensatedSum();
        for (int rank = 0; rank < number; rank++) {
            sum.add(kinds.get(kindOf[rank]).share().value());
        }
        return Ratio.of(sum.value() / number);
    }

    private TakerScore score(int rank) {
        TakerScore kind = kinds.get(kindOf[rank]);
        return new TakerScore(
                traits.id(members[rank]), kind.share(), kind.interval(), kind.alike(), kind.took(), kind.traits());
    }

    /**
     * What the scores rest on, in words.
     *
     * @return a few lines of English
     */
    public String explain() {
        StringBuilder text = new StringBuilder();
        int known = taken + members.length;
        text.append(what)
                .append(": ")
                .append(TriggerWording.count(taken))
                .append(" of ")
                .append(TriggerWording.count(known))
                .append(" have taken it, ")
                .append(TriggerWording.percent((double) taken / known));
        if (unknown > 0) {
            text.append("; of ").append(TriggerWording.count(unknown)).append(" it is not known");
        }
        text.append('\n');
        if (members.length > 0) {
            int tenth = (members.length + 9) / 10;
            text.append(TriggerWording.count(members.length))
                    .append(" have not; of customers like the first ")
                    .append(tenth == 1 ? "" : TriggerWording.count(tenth) + " ")
                    .append("of them ")
                    .append(TriggerWording.percent(shareAmong(tenth).value()))
                    .append(" have it, of customers like all of them ")
                    .append(TriggerWording.percent(shareAmong(members.length).value()))
                    .append('\n');
        }
        return text.append("compared by ")
                .append(String.join(", then ", traits.names()))
                .append("; shares of few are shrunken to those of the wider group\n")
                .append(
                        "association: how many customers like them have it today, not how many will take it when asked\n")
                .toString();
    }

    @Override
    public String toString() {
        return TriggerWording.count(members.length, "candidate") + " for " + what + ", which "
                + TriggerWording.count(taken) + " have taken";
    }

    private final class View extends AbstractList<TakerScore> implements RandomAccess {
        @Override
        public TakerScore get(int rank) {
            return score(rank);
        }

        @Override
        public int size() {
            return members.length;
        }
    }

    /** Collects traits, and asks one question or several of the same customers. Not safe to share between threads. */
    public static final class Builder {

        private final TakerTraits traits;
        private @Nullable Ratio level;

        private Builder(CustomerTable customers, Attributes attributes) {
            traits = new TakerTraits(customers, attributes);
        }

        /**
         * Compares by a category; who has none is {@value Takers#UNKNOWN}.
         *
         * @param column of categories
         * @return this builder
         * @throws IllegalArgumentException if there is no such column, it holds something else, or was named already
         */
        public Builder category(String column) {
            traits.category(column);
            return this;
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
            traits.number(column, cuts);
            return this;
        }

        /**
         * Compares by whether a set has a label, such as a product.
         *
         * @param column of sets
         * @param label the label, which is the name of the trait
         * @return this builder
         * @throws IllegalArgumentException if there is no such column, it holds something else, or the trait was named
         *     already
         */
        public Builder has(String column, String label) {
            traits.has(column, label);
            return this;
        }

        /**
         * Compares by groups of the customers, such as tiers of value or stages. Prospects are in none, so that a first
         * purchase cannot be asked for beside it.
         *
         * @param name of the trait
         * @param groups by the rows of the table
         * @return this builder
         * @throws IllegalArgumentException if there is not one group for each row, or the trait was named already
         */
        public Builder group(String name, Groups groups) {
            traits.group(name, groups);
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
            TriggerWording.requireUnset("level", level);
            level = TriggerWording.requireLevel(ratio);
            return this;
        }

        /**
         * Who is likely to take a product.
         *
         * @param column of sets, of the products that customers have; who has no value there is not known
         * @param product one of its labels
         * @return the takers
         * @throws IllegalArgumentException if no trait was named, the product is itself a trait, there is no such
         *     column of sets, or nobody has the product
         */
        public Takers ofProduct(String column, String product) {
            return ofAll(product, column, Set.of(product));
        }

        /**
         * Who is likely to take several products together: those who lack at least one, by how many of those like them
         * have all.
         *
         * @param column of sets, of the products that customers have; who has no value there is not known
         * @param products at least two of its labels
         * @return the takers
         * @throws IllegalArgumentException if no trait was named, a product is itself a trait, there are fewer than
         *     two, there is no such column of sets, or nobody has all of them
         */
        public Takers ofBundle(String column, Set<String> products) {
            if (products.size() < 2) {
                throw new IllegalArgumentException(
                        "a bundle must have at least 2 products, but had " + products.size());
            }
            return ofAll("the bundle of " + String.join(" and ", new TreeSet<>(products)), column, products);
        }

        private Takers ofAll(String what, String column, Set<String> products) {
            JoinedAttributes joined = traits.joined();
            traits.attributes().set(column, "");
            Set<String> seen = new TreeSet<>();
            for (int row = 0; row < joined.customers().size(); row++) {
                seen.addAll(joined.set(column, row));
            }
            for (String product : new TreeSet<>(products)) {
                traits.requireNoTrait(column, product);
                if (!seen.contains(product)) {
                    throw new IllegalArgumentException("product must be one of " + String.join(", ", seen)
                            + ", which customers have, but was '" + product + "'");
                }
            }
            return build(
                    what,
                    false,
                    row -> joined.has(column, row),
                    row -> joined.set(column, row).containsAll(products));
        }

        /**
         * Who is likely to spend as much in a purchase period, on average of all his periods, the first included.
         *
         * @param from the average from which on a basket is big
         * @return the takers
         * @throws IllegalArgumentException if no trait was named, the money is of another currency, or nobody spends as
         *     much
         */
        public Takers ofBasket(Money from) {
            CustomerTable customers = traits.customers();
            Money.zero(customers.currency()).plus(from);
            double least = from.toDouble();
            return build(
                    "a basket of " + from + " and more",
                    false,
                    row -> true,
                    row -> customers.totalAmount(row) >= least * (customers.frequency(row) + 1));
        }

        /**
         * Which prospects are likely to buy for the first time: ids that only the attributes know, by how many of those
         * like them are customers. A prospect of yesterday has had less time than one of last year, which the share
         * does not know.
         *
         * @return the takers
         * @throws IllegalArgumentException if no trait was named, groups of customers were, or there is no prospect
         */
        public Takers ofFirstPurchase() {
            if (!traits.ofCustomersAlone().isEmpty()) {
                throw new IllegalArgumentException("traits of prospects must be known, but "
                        + String.join(", ", traits.ofCustomersAlone()) + " is of customers alone");
            }
            int rows = traits.customers().size();
            if (traits.size(true) == rows) {
                throw new IllegalArgumentException(
                        "a first purchase is of prospects, ids that only the attributes know, but there was none");
            }
            return build("a first purchase", true, member -> true, member -> member < rows);
        }

        /**
         * Who is likely to do what can be told of each customer.
         *
         * @param what in words, as in "a visit to the second shop"
         * @param took whether the customer of a row did
         * @return the takers
         * @throws IllegalArgumentException if no trait was named, the words are blank, or nobody did
         */
        public Takers of(String what, IntPredicate took) {
            if (what.isBlank()) {
                throw new IllegalArgumentException("what is taken must not be blank");
            }
            return build(what, false, row -> true, took);
        }

        private Takers build(String what, boolean withProspects, IntPredicate known, IntPredicate took) {
            if (traits.names().isEmpty()) {
                throw new IllegalArgumentException("takers still need: a trait to compare by");
            }
            return new Takers(
                    traits.copy(), what, known, took, withProspects, level == null ? Ratio.percent(90) : level);
        }
    }
}
