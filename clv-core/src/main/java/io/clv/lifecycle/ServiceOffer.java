package io.clv.lifecycle;

import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.util.List;

/**
 * What to offer a customer next, and after that.
 *
 * @param customer the id
 * @param segment of the customer
 * @param age in the base, in years
 * @param value of the customer
 * @param has the services he uses, of those that have a margin
 * @param services that he does not use and the ideal customer of the segment does, the highest margin first
 * @param toBeWon what they bring together in a year: the exact sum of their margins
 */
public record ServiceOffer(
        String customer,
        String segment,
        Span age,
        Money value,
        List<String> has,
        List<Service> services,
        Money toBeWon) {

    /**
     * Copies the lists.
     *
     * @param customer the id
     * @param segment of the customer
     * @param age in the base
     * @param value of the customer
     * @param has the services he uses
     * @param services to be offered
     * @param toBeWon what they bring together
     */
    public ServiceOffer {
        has = List.copyOf(has);
        services = List.copyOf(services);
    }

    /**
     * A service to be offered.
     *
     * @param name of the service
     * @param margin what it brings in a year, of peers who have it
     * @param idealShare how many of the ideal customers use it
     */
    public record Service(String name, Money margin, Ratio idealShare) {}
}
