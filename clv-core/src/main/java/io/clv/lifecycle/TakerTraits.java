package io.clv.lifecycle;

import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.IdPolicy;
import io.clv.ledger.JoinedAttributes;
import io.clv.numerics.NumberBands;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Traits by member: the rows of the table, then the prospects. A trait is a label, and whoever is without one has
 * {@link Takers#UNKNOWN}.
 */
final class TakerTraits {

    private final Attributes attributes;
    private final JoinedAttributes joined;
    private final CustomerTable customers;
    private final List<String> names = new ArrayList<>();
    private final List<IntFunction<String>> traits = new ArrayList<>();

    /** The traits that prospects have not. */
    private final List<String> ofCustomersAlone = new ArrayList<>();

    /** The labels of sets that are traits, behind the names of their columns. */
    private final List<List<String>> labels = new ArrayList<>();

    TakerTraits(CustomerTable customers, Attributes attributes) {
        this(customers, attributes, attributes.join(customers, IdPolicy.ALLOW, IdPolicy.ALLOW));
    }

    private TakerTraits(CustomerTable customers, Attributes attributes, JoinedAttributes joined) {
        this.customers = customers;
        this.attributes = attributes;
        this.joined = joined;
    }

    /** The traits so far. */
    TakerTraits copy() {
        TakerTraits copy = new TakerTraits(customers, attributes, joined);
        copy.names.addAll(names);
        copy.traits.addAll(traits);
        copy.ofCustomersAlone.addAll(ofCustomersAlone);
        copy.labels.addAll(labels);
        return copy;
    }

    Attributes attributes() {
        return attributes;
    }

    CustomerTable customers() {
        return customers;
    }

    JoinedAttributes joined() {
        return joined;
    }

    List<String> names() {
        return List.copyOf(names);
    }

    List<String> ofCustomersAlone() {
        return List.copyOf(ofCustomersAlone);
    }

    /** The members, customers first. */
    int size(boolean withProspects) {
        return customers.size() + (withProspects ? joined.prospects().size() : 0);
    }

    String id(int member) {
        return member < customers.size() ? customers.id(member) : prospect(member);
    }

    private String prospect(int member) {
        return joined.prospects().get(member - customers.size());
    }

    private boolean isCustomer(int member) {
        return member < customers.size();
    }

    void category(String column) {
        attributes.category(column, "");
        add(
                column,
                member -> (isCustomer(member)
                                ? joined.category(column, member)
                                : attributes.category(column, prospect(member)))
                        .orElse(Takers.UNKNOWN));
    }

    void number(String column, double... cuts) {
        attributes.number(column, "");
        NumberBands bands = NumberBands.of(column, cuts);
        add(column, member -> {
            var number =
                    isCustomer(member) ? joined.number(column, member) : attributes.number(column, prospect(member));
            return number.isPresent() ? bands.label(number.getAsDouble()) : Takers.UNKNOWN;
        });
    }

    void has(String column, String label) {
        attributes.set(column, "");
        add(label, member -> {
            boolean known = isCustomer(member) ? joined.has(column, member) : attributes.has(column, prospect(member));
            Set<String> set =
                    isCustomer(member) ? joined.set(column, member) : attributes.set(column, prospect(member));
            return !known ? Takers.UNKNOWN : set.contains(label) ? "yes" : "no";
        });
        labels.add(List.of(column, label));
    }

    void requireNoTrait(String column, String label) {
        if (labels.contains(List.of(column, label))) {
            throw new IllegalArgumentException(
                    "'" + label + "' is looked for and must not be a trait to compare by, but was");
        }
    }

    void group(String name, Groups groups) {
        if (groups.size() != customers.size()) {
            throw new IllegalArgumentException("groups of '" + name + "' must have one for each of the "
                    + customers.size() + " customers, but had " + groups.size());
        }
        add(name, groups::label);
        ofCustomersAlone.add(name);
    }

    private void add(String name, IntFunction<String> trait) {
        if (names.contains(name)) {
            throw new IllegalArgumentException("trait '" + name + "' was already named");
        }
        names.add(name);
        traits.add(trait);
    }

    List<String> path(int member) {
        List<String> path = new ArrayList<>(traits.size());
        for (IntFunction<String> trait : traits) {
            path.add(trait.apply(member));
        }
        return path;
    }

    /** "channel fair, age 30 to 45". */
    String words(List<String> path) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < path.size(); i++) {
            words.append(i == 0 ? "" : ", ").append(names.get(i)).append(' ').append(path.get(i));
        }
        return words.toString();
    }
}
