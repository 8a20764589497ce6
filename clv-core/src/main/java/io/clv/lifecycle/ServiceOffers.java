package io.clv.lifecycle;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.JoinedAttributes;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which service to offer next, and the income still to be won. Of each segment the customers worth most are the ideal;
 * a service that at least half of them use belongs to the {@linkplain IdealProfile profile}; what a customer of the
 * segment lacks of it is offered, the highest margin first. The income to be won is the sum of the margins of these
 * services: what each brings in a year, on average, of those in the segment who have it. The mean of few is shrunken to
 * that of the base, {@code w = n / (n + s^2/t^2)} (credibility, Buehlmann 1967).
 *
 * <p>What he has already counts for nothing, and neither does a service whose margin is not above zero. A customer
 * without a value in the column of services is unknown, counted and offered nothing; an empty set says that he uses
 * none. A segment with too few ideal customers takes those of the base. Money is exact: every offer is rounded once,
 * and sums are sums of offers.
 *
 * <p>This is an association. Those who have a service chose it, and who takes it because it was offered may bring less;
 * nor is there a chance of acceptance in it, for which see {@link Takers}. Immutable.
 */
public final class ServiceOffers {

    private final JoinedAttributes known;
    private final Groups segments;
    private final String column;
    private final IntToDoubleFunction worth;
    private final List<IdealProfile> profiles;
    private final long[] toBeWon;
    private final int[] ranked;
    private final Money total;
    private final int unknown;
    private final Map<String, Integer> notValued;
    private final boolean stated;

    private ServiceOffers(Builder from, String column, Map<String, ServiceMargin> margins) {
        this.known = from.known;
        this.segments = from.segments;
        this.column = column;
        CustomerTable customers = known.customers();
        @Nullable CustomerValues values = from.values;
        this.worth = values == null ? customers::totalAmount : values::amount;
        this.stated = values != null;
        this.profiles = new SegmentProfiles(
                        known,
                        segments,
                        column,
                        worth,
                        margins,
                        from.top == null ? Ratio.percent(20) : from.top,
                        from.usedBy == null ? Ratio.percent(50) : from.usedBy,
                        from.fewest == null ? 5 : from.fewest,
                        from.level == null ? Ratio.percent(90) : from.level)
                .all();
        this.toBeWon = new long[customers.size()];
        this.notValued = new TreeMap<>();
        this.unknown = addUp(margins.keySet());
        this.ranked = IntStream.range(0, toBeWon.length)
                .filter(row -> toBeWon[row] > 0)
                .boxed()
                .sorted(Comparator.comparingLong((Integer row) -> -toBeWon[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        Money sum = Money.zero(customers.currency());
        for (long each : toBeWon) {
            sum = sum.plus(Money.ofMinor(each, customers.currency()));
        }
        this.total = sum;
    }

    /** Fills in what is to be won of each; there are far fewer sets of services than customers. */
    private int addUp(Set<String> valued) {
        List<Map<Set<String>, Long>> bySet = new ArrayList<>();
        profiles.forEach(profile -> bySet.add(new HashMap<>()));
        Map<Set<String>, Integer> sets = new HashMap<>();
        int without = 0;
        for (int row = 0; row < toBeWon.length; row++) {
            if (!known.has(column, row)) {
                without++;
                continue;
            }
            Set<String> used = known.set(column, row);
            sets.merge(used, 1, Integer::sum);
            int segment = segments.code(row);
            toBeWon[row] = bySet.get(segment)
                    .computeIfAbsent(used, has -> sum(lacking(segment, has)).minorUnits());
        }
        sets.forEach((used, customers) -> used.stream()
                .filter(service -> !valued.contains(service))
                .forEach(service -> notValued.merge(service, customers, Integer::sum)));
        return without;
    }

    private List<IdealProfile.Line> lacking(int segment, Set<String> used) {
        return profiles.get(segment).lines().stream()
                .filter(line -> line.wanted() && !used.contains(line.service()))
                .sorted(Comparator.comparing((IdealProfile.Line line) -> line.margin())
                        .reversed())
                .toList();
    }

    private Money sum(List<IdealProfile.Line> lines) {
        Money sum = Money.zero(known.customers().currency());
        for (IdealProfile.Line line : lines) {
            sum = sum.plus(line.margin());
        }
        return sum;
    }

    /**
     * Starts a search.
     *
     * @param known the services of customers, and their margins where these are known
     * @param segments of the customers, by the rows of the same table
     * @return a builder
     * @throws IllegalArgumentException if there is not one group for each row
     */
    public static Builder builder(JoinedAttributes known, Groups segments) {
        return new Builder(known, segments);
    }

    /**
     * The profiles, in the order of the segments.
     *
     * @return immutable
     */
    public List<IdealProfile> profiles() {
        return profiles;
    }

    /**
     * What to offer to a customer.
     *
     * @param row of the table
     * @return the offers; none to whose services are not known
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public ServiceOffer get(int row) {
        Objects.checkIndex(row, toBeWon.length);
        CustomerTable customers = known.customers();
        Set<String> used = known.set(column, row);
        int segment = segments.code(row);
        List<String> has = profiles.get(segment).lines().stream()
                .map(IdealProfile.Line::service)
                .filter(used::contains)
                .toList();
        List<ServiceOffer.Service> services = known.has(column, row)
                ? lacking(segment, used).stream()
                        .map(line -> new ServiceOffer.Service(line.service(), line.margin(), line.idealShare()))
                        .toList()
                : List.of();
        return new ServiceOffer(
                customers.id(row),
                segments.label(row),
                Span.of(customers.age(row), customers.unit()).to(ChronoUnit.YEARS),
                Money.ofRounded(worth.applyAsDouble(row), customers.currency()),
                has,
                services,
                toBeWon(row));
    }

    /**
     * The income still to be won of a customer in a year.
     *
     * @param row of the table
     * @return the sum of the margins of what is offered
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Money toBeWon(int row) {
        return Money.ofMinor(toBeWon[row], known.customers().currency());
    }

    /**
     * Of whom most is to be won; equal ones by id.
     *
     * @param limit how many at most
     * @return offers that are not empty, immutable
     * @throws IllegalArgumentException if the limit is negative
     */
    public List<ServiceOffer> first(int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit must not be negative, but was " + limit);
        }
        return IntStream.of(ranked).limit(limit).mapToObj(this::get).toList();
    }

    /**
     * How many customers there is something to offer to.
     *
     * @return 0 or more
     */
    public int customers() {
        return ranked.length;
    }

    /**
     * How many customers have no value in the column of services.
     *
     * @return 0 or more
     */
    public int unknown() {
        return unknown;
    }

    /**
     * What is to be won of all customers in a year, if each took all that he is offered.
     *
     * @return the exact sum
     */
    public Money total() {
        return total;
    }

    /**
     * What was found, in words.
     *
     * @return a few lines of English
     */
    public String explain() {
        StringBuilder text = new StringBuilder(this + ", if each took all that he is offered\n");
        for (IdealProfile profile : profiles) {
            text.append(profile.segment())
                    .append(": ")
                    .append(TriggerWording.count(profile.customers(), "customer"))
                    .append("; ")
                    .append(profile.ofBase() ? "too few to tell, " : "")
                    .append(profile.ideal() == 1 ? "the ideal is the one" : "the ideal are the ")
                    .append(profile.ideal() == 1 ? "" : TriggerWording.count(profile.ideal()))
                    .append(profile.ofBase() ? " of the base" : "")
                    .append(
                            stated
                                    ? " worth most, "
                                    : profile.ideal() == 1 ? " who has brought most, " : " who have brought most, ")
                    .append(profile.value())
                    .append(" each, ")
                    .append(TriggerWording.number(profile.age().length()))
                    .append(" years in the base, with ")
                    .append(TriggerWording.number(profile.services()))
                    .append(" services\n");
            profile.lines()
                    .forEach(line -> text.append("  ").append(words(line)).append('\n'));
        }
        if (unknown > 0) {
            text.append(TriggerWording.count(unknown, "customer"))
                    .append(unknown == 1 ? " is" : " are")
                    .append(" offered nothing, whose services are not known\n");
        }
        notValued.forEach((service, customers) -> text.append(service)
                .append(" is not valued, having no margin: ")
                .append(TriggerWording.count(customers, "customer"))
                .append(customers == 1 ? " uses it\n" : " use it\n"));
        return text.append("association: what peers bring who have a service; no chance of acceptance is in it\n")
                .toString();
    }

    private String words(IdealProfile.Line line) {
        return line.service() + ": " + TriggerWording.percent(line.idealShare().value()) + " of the ideal, "
                + TriggerWording.percent(line.share().value()) + " of the segment, " + line.margin() + " a year"
                + line.interval()
                        .map(interval -> " (" + interval.level() + " interval "
                                + TriggerWording.money(interval, line.margin().currency()) + "; "
                                + TriggerWording.count(line.peers(), "peer") + ")")
                        .orElse(" as stated")
                + (line.wanted() ? "" : ": not offered");
    }

    @Override
    public String toString() {
        return total + " a year to be won of " + TriggerWording.count(ranked.length, "customer");
    }

    /** Collects services and rules. Not safe to share between threads. */
    public static final class Builder {

        private final JoinedAttributes known;
        private final Groups segments;
        private final Map<String, String> columns = new LinkedHashMap<>();
        private final Map<String, Money> stated = new LinkedHashMap<>();
        private final List<String> order = new ArrayList<>();
        private @Nullable String services;
        private @Nullable CustomerValues values;
        private @Nullable Ratio top;
        private @Nullable Ratio usedBy;
        private @Nullable Integer fewest;
        private @Nullable Ratio level;

        private Builder(JoinedAttributes known, Groups segments) {
            if (segments.size() != known.customers().size()) {
                throw new IllegalArgumentException("segments must have one group for each of the "
                        + known.customers().size() + " customers, but had " + segments.size());
            }
            this.known = known;
            this.segments = segments;
        }

        /**
         * Says where the services are that customers use.
         *
         * @param column of sets
         * @return this builder
         * @throws IllegalArgumentException if there is no such column of sets, or it was set already
         */
        public Builder services(String column) {
            TriggerWording.requireUnset("column of services", services);
            requireColumn(column);
            if (segments.size() > 0) {
                // Asked once to be refused now if it holds something else.
                known.set(column, 0);
            }
            services = column;
            return this;
        }

        /**
         * Says where the margin of a service is, by customer.
         *
         * @param service its name among the services
         * @param column of money: what it brings in a year of a customer who has it
         * @return this builder
         * @throws IllegalArgumentException if there is no such column of money, or the service has a margin already
         */
        public Builder margin(String service, String column) {
            requireNew(service);
            requireColumn(column);
            if (segments.size() > 0) {
                known.money(column, 0);
            }
            columns.put(service, column);
            return this;
        }

        /**
         * States the margin of a service.
         *
         * @param service its name among the services
         * @param money what it brings in a year of a customer who has it
         * @return this builder
         * @throws IllegalArgumentException if it is of another currency, or the service has a margin already
         */
        public Builder margin(String service, Money money) {
            requireNew(service);
            Money.zero(known.customers().currency()).plus(money);
            stated.put(service, money);
            return this;
        }

        private void requireColumn(String column) {
            if (!known.columns().contains(column)) {
                throw new IllegalArgumentException(
                        "column must be one of " + String.join(", ", known.columns()) + ", but was '" + column + "'");
            }
        }

        private void requireNew(String service) {
            if (order.contains(service)) {
                throw new IllegalArgumentException("service '" + service + "' already has a margin");
            }
            order.add(service);
        }

        /**
         * Says what customers are worth; what they have brought so far if nothing is said.
         *
         * @param worth of the same table
         * @return this builder
         * @throws IllegalArgumentException if it is of another table, or was set already
         */
        public Builder values(CustomerValues worth) {
            TriggerWording.requireUnset("values", values);
            if (!worth.customers().equals(known.customers())) {
                throw new IllegalArgumentException("values must be of the table that the services were joined to, "
                        + known.customers() + ", but were of another, " + worth.customers());
            }
            values = worth;
            return this;
        }

        /**
         * Says how many of a segment are its ideal customers: this share, those worth most; 20% if nothing is said.
         *
         * @param share above 0%, to 100%
         * @return this builder
         * @throws IllegalArgumentException if it is not, or was set already
         */
        public Builder idealTop(Ratio share) {
            TriggerWording.requireUnset("share of ideal customers", top);
            top = requirePositive("share of ideal customers", share);
            return this;
        }

        /**
         * Says from which share of ideal customers on a service belongs to the profile; 50% if nothing is said.
         *
         * @param share above 0%, to 100%
         * @return this builder
         * @throws IllegalArgumentException if it is not, or was set already
         */
        public Builder usedBy(Ratio share) {
            TriggerWording.requireUnset("share that uses a service", usedBy);
            usedBy = requirePositive("share that uses a service", share);
            return this;
        }

        private static Ratio requirePositive(String name, Ratio share) {
            if (share.value() <= 0 || share.value() > 1) {
                throw new IllegalArgumentException(name + " must be above 0% and at most 100%, but was " + share);
            }
            return share;
        }

        /**
         * Says how many ideal customers a segment must have to speak for itself; 5 if nothing is said.
         *
         * @param customers at least 1
         * @return this builder
         * @throws IllegalArgumentException if it is not, or was set already
         */
        public Builder fewestIdeal(int customers) {
            TriggerWording.requireUnset("fewest ideal customers", fewest);
            if (customers < 1) {
                throw new IllegalArgumentException("fewest ideal customers must be at least 1, but were " + customers);
            }
            fewest = customers;
            return this;
        }

        /**
         * Says how sure the intervals of margins are to be; 90% if nothing is said.
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
         * Looks for offers.
         *
         * @return the offers
         * @throws IllegalArgumentException if services or margins are missing, nobody uses a service that has a margin,
         *     or a column has no margin of anybody who does
         * @throws ArithmeticException if a sum is beyond the range of money
         */
        public ServiceOffers build() {
            String column = services;
            if (column == null || order.isEmpty()) {
                throw new IllegalArgumentException("offers still need: "
                        + TriggerWording.missing(
                                        "column of services", column, "margins", order.isEmpty() ? null : order)
                                .orElse(""));
            }
            requireUsed(column);
            Map<String, ServiceMargin> margins = new LinkedHashMap<>();
            for (String service : order) {
                @Nullable Money money = stated.get(service);
                margins.put(
                        service,
                        money == null
                                ? ServiceMargin.OfPeers.of(
                                        service, columns.getOrDefault(service, ""), known, column, segments)
                                : new ServiceMargin.Stated(money));
            }
            return new ServiceOffers(this, column, margins);
        }

        private void requireUsed(String column) {
            Set<Set<String>> sets = new HashSet<>();
            for (int row = 0; row < segments.size(); row++) {
                sets.add(known.set(column, row));
            }
            Set<String> used = new TreeSet<>();
            sets.forEach(used::addAll);
            for (String service : order) {
                if (!used.contains(service)) {
                    throw new IllegalArgumentException("service '" + service + "' has a margin, but nobody uses it; "
                            + (used.isEmpty() ? "no service is used" : "services used are " + String.join(", ", used)));
                }
            }
        }
    }
}
