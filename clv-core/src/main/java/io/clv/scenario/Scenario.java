package io.clv.scenario;

import io.clv.quantity.Money;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Changes that come together, under a name.
 *
 * @param name what readers call it
 * @param changes in the order in which they are made; none for the base as it is
 */
public record Scenario(String name, List<Change> changes) {

    /**
     * Keeps the changes.
     *
     * @param name what readers call it
     * @param changes in the order in which they are made
     * @throws IllegalArgumentException if the name is blank
     */
    public Scenario {
        if (name.isBlank()) {
            throw new IllegalArgumentException("scenario must have a name, but had '" + name + "'");
        }
        changes = List.copyOf(changes);
    }

    /**
     * A scenario.
     *
     * @param name what readers call it
     * @param changes in the order in which they are made
     * @return the scenario
     * @throws IllegalArgumentException if the name is blank
     */
    public static Scenario of(String name, Change... changes) {
        return new Scenario(name, Arrays.asList(changes));
    }

    /**
     * Reads {@code "price +5%; churn x 1.1"}, or the same after a name, {@code "dearer: price +5%; churn x 1.1"};
     * without a name the changes are it. {@link Change#parse} says how a change is written.
     *
     * @param text the text form
     * @param currency of money that names none
     * @return the scenario
     * @throws IllegalArgumentException if the text has another form
     */
    public static Scenario parse(String text, Currency currency) {
        int colon = text.indexOf(':');
        String changes = text.substring(colon + 1).strip();
        List<Change> all = Arrays.stream(changes.split(";", -1))
                .map(each -> Change.parse(each, Money.zero(currency).currency()))
                .toList();
        return new Scenario(colon < 0 ? changes : text.substring(0, colon).strip(), all);
    }

    /** The name, and the changes where they are not the name. */
    @Override
    public String toString() {
        String all = changes.stream().map(Change::toString).collect(Collectors.joining("; "));
        return all.isEmpty() || all.equals(name) ? name : name + ": " + all;
    }
}
