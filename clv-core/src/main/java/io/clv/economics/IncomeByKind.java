package io.clv.economics;

import io.clv.ledger.JoinedAttributes;
import io.clv.ltv.CustomerValues;
import io.clv.numerics.CompensatedSum;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Income split by its kind, such as commission and interest: of each customer, of each kind, and in all, exact money
 * that sums to the cent either way. Immutable.
 */
public final class IncomeByKind {

    /** The kind of value of customers who have brought no income that would tell. */
    public static final String NO_INCOME = "(no income yet)";

    /**
     * A kind.
     *
     * @param name of the kind
     * @param customers who brought any
     * @param income of the kind
     * @param share of all income; empty where there is none in all
     */
    public record Kind(String name, int customers, Money income, Optional<Ratio> share) {}

    private final Currency currency;
    private final List<String> names;
    private final Map<String, Map<String, Money>> byCustomer;

    private IncomeByKind(Currency currency, List<String> names, Map<String, Map<String, Money>> byCustomer) {
        this.currency = currency;
        this.names = List.copyOf(names);
        this.byCustomer = byCustomer;
    }

    /**
     * Starts a split, entry by entry.
     *
     * @param currency of all income
     * @return a builder
     */
    public static Builder builder(Currency currency) {
        return new Builder(currency);
    }

    /**
     * A split by columns of money, one a kind.
     *
     * @param customers what is known of each customer
     * @param kinds the columns, of one currency
     * @return the split
     * @throws IllegalArgumentException if there is no such column, or it does not hold money of the table's currency
     */
    public static IncomeByKind of(JoinedAttributes customers, List<String> kinds) {
        Builder split = new Builder(customers.customers().currency());
        for (String kind : kinds) {
            split.kind(kind);
            for (int row = 0; row < customers.customers().size(); row++) {
                String id = customers.customers().id(row);
                customers.money(kind, row).ifPresent(money -> split.add(id, kind, money));
            }
        }
        return split.build();
    }

    /**
     * The kinds, in the order in which they were first named.
     *
     * @return immutable
     */
    public List<Kind> kinds() {
        Money all = total();
        List<Kind> kinds = new ArrayList<>();
        for (String name : names) {
            Money sum = Money.zero(currency);
            int customers = 0;
            for (Map<String, Money> own : byCustomer.values()) {
                Money income = own.get(name);
                if (income != null) {
                    sum = sum.plus(income);
                    customers++;
                }
            }
            Optional<Ratio> share =
                    all.isZero() ? Optional.empty() : Optional.of(Ratio.of(sum.toDouble() / all.toDouble()));
            kinds.add(new Kind(name, customers, sum, share));
        }
        return List.copyOf(kinds);
    }

    /**
     * All income.
     *
     * @return the sum of the kinds, and of the customers
     */
    public Money total() {
        return byCustomer.keySet().stream().map(this::total).reduce(Money.zero(currency), Money::plus);
    }

    /**
     * A customer's income by kind.
     *
     * @param customer the id
     * @return the kinds he brought any of; empty for an id that is not known
     */
    public Map<String, Money> of(String customer) {
        return byCustomer.getOrDefault(customer, Map.of());
    }

    private Money total(String customer) {
        return of(customer).values().stream().reduce(Money.zero(currency), Money::plus);
    }

    /**
     * The value of a base by kind, each customer's in the proportions of the income so far. They sum to the total of
     * the base to the cent; the value of who has brought no income above zero is under {@value #NO_INCOME}.
     *
     * @param values of the same customers
     * @return kind to value
     * @throws IllegalArgumentException if the values are of another currency
     */
    public Map<String, Money> split(CustomerValues values) {
        Money.zero(currency).plus(Money.zero(values.currency()));
        CompensatedSum[] sums = new CompensatedSum[names.size() + 1];
        Arrays.setAll(sums, kind -> new CompensatedSum());
        for (int row = 0; row < values.size(); row++) {
            Map<String, Money> own = of(values.id(row));
            double all = total(values.id(row)).toDouble();
            if (all > 0 && own.values().stream().noneMatch(Money::isNegative)) {
                for (Map.Entry<String, Money> each : own.entrySet()) {
                    sums[names.indexOf(each.getKey())].add(
                            values.amount(row) * (each.getValue().toDouble() / all));
                }
            } else {
                sums[names.size()].add(values.amount(row));
            }
        }
        double[] amounts = new double[sums.length];
        Arrays.setAll(amounts, kind -> sums[kind].value());
        List<Money> parts = values.total().inParts(amounts);
        Map<String, Money> split = new LinkedHashMap<>();
        for (int kind = 0; kind < names.size(); kind++) {
            split.put(names.get(kind), parts.get(kind));
        }
        if (!parts.get(names.size()).isZero()) {
            split.put(NO_INCOME, parts.get(names.size()));
        }
        return split;
    }

    /**
     * The split in words.
     *
     * @return a few lines of English
     */
    public String explain() {
        StringBuilder text = new StringBuilder()
                .append(total())
                .append(" of income from ")
                .append(Wording.count(byCustomer.size(), "customer"))
                .append('\n');
        for (Kind kind : kinds()) {
            text.append(kind.name())
                    .append(": ")
                    .append(kind.income())
                    .append(kind.share()
                            .map(share -> ", " + Wording.percent(share.value()))
                            .orElse(""))
                    .append(" from ")
                    .append(Wording.count(kind.customers(), "customer"))
                    .append('\n');
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return total() + " in " + Wording.count(names.size(), "kind");
    }

    /** Adds up income entry by entry. Not safe to share between threads. */
    public static final class Builder {

        private final Currency currency;
        private final List<String> names = new ArrayList<>();
        private final Map<String, Map<String, Money>> byCustomer = new TreeMap<>();

        private Builder(Currency currency) {
            this.currency = currency;
        }

        /**
         * Has a kind, even if nobody brings any.
         *
         * @param name of the kind
         * @return this builder
         * @throws IllegalArgumentException if the name is blank, or {@value IncomeByKind#NO_INCOME}
         */
        public Builder kind(String name) {
            if (name.isBlank() || name.equals(NO_INCOME)) {
                throw new IllegalArgumentException(
                        "kind of income must have a name other than " + NO_INCOME + ", but was '" + name + "'");
            }
            if (!names.contains(name)) {
                names.add(name);
            }
            return this;
        }

        /**
         * Adds income to what was added before.
         *
         * @param customer who brought it
         * @param kind of the income
         * @param income the amount; negative for what was paid back
         * @return this builder
         * @throws IllegalArgumentException if a name is blank, or the currency another
         */
        public Builder add(String customer, String kind, Money income) {
            if (customer.isBlank()) {
                throw new IllegalArgumentException("customer must not be blank, but was '" + customer + "'");
            }
            kind(kind);
            Money.zero(currency).plus(income);
            byCustomer.computeIfAbsent(customer, id -> new LinkedHashMap<>()).merge(kind, income, Money::plus);
            return this;
        }

        /**
         * The split so far.
         *
         * @return an immutable split
         * @throws IllegalArgumentException if there is no kind
         */
        public IncomeByKind build() {
            if (names.isEmpty()) {
                throw new IllegalArgumentException("income by kind needs at least one kind, but had none");
            }
            Map<String, Map<String, Money>> copy = new TreeMap<>();
            byCustomer.forEach((id, own) -> copy.put(id, Collections.unmodifiableMap(new LinkedHashMap<>(own))));
            return new IncomeByKind(currency, names, copy);
        }
    }
}
