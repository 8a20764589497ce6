package io.clv.economics;

import com.google.common.collect.Maps;
import io.clv.quantity.Money;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a campaign, a channel or all of them cost, and whom they brought.
 *
 * @param name of the campaign or channel, or "paid" or "blended"
 * @param currency of all its money
 * @param spend exact, by what it went to; a kind without spend is absent
 * @param customers how many came
 */
public record AcquisitionCost(String name, Currency currency, Map<SpendKind, Money> spend, long customers) {

    /**
     * Copies the spend.
     *
     * @param name of the campaign or channel
     * @param currency of all its money
     * @param spend by what it went to
     * @param customers how many came
     */
    public AcquisitionCost {
        spend = Maps.immutableEnumMap(spend);
    }

    /**
     * The spend on one kind.
     *
     * @param kind which
     * @return zero if there is none
     */
    public Money spend(SpendKind kind) {
        return spend.getOrDefault(kind, Money.zero(currency));
    }

    /**
     * All that was spent, whatever it went to.
     *
     * @return the exact sum
     */
    public Money loaded() {
        return spend.values().stream().reduce(Money.zero(currency), Money::plus);
    }

    /**
     * The loaded cost of acquisition of a customer: all spend / customers, rounded half to even.
     *
     * @return empty if nobody came
     */
    public Optional<Money> cac() {
        return perCustomer(loaded());
    }

    /**
     * The cost of acquisition that counts media alone, as dashboards of platforms do.
     *
     * @return empty if nobody came
     */
    public Optional<Money> mediaCac() {
        return perCustomer(spend(SpendKind.MEDIA));
    }

    /**
     * The loaded cost of acquisition, unrounded, in major units.
     *
     * @return empty if nobody came
     */
    public OptionalDouble cacAmount() {
        return customers == 0 ? OptionalDouble.empty() : OptionalDouble.of(loaded().toDouble() / customers);
    }

    private Optional<Money> perCustomer(Money money) {
        return customers == 0 ? Optional.empty() : Optional.of(Money.ofRounded(money.toDouble() / customers, currency));
    }

    /** "USD 80.00 a customer (search / brand: USD 8000.00 for 100 customers)". */
    @Override
    public String toString() {
        return cac().map(money -> money + " a customer").orElse("no customer") + " (" + name + ": " + loaded() + " for "
                + Wording.count(customers, "customer") + ")";
    }
}
