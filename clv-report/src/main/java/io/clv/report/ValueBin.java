package io.clv.report;

import io.clv.quantity.Money;
import java.util.Optional;

/**
 * Customers whose values lie between two amounts.
 *
 * @param from the least value; empty for the first bin where it has no lower end
 * @param to what the values are below; empty for the last bin where it has no upper end
 * @param customers how many
 * @param value what they are worth together, rounded once
 */
public record ValueBin(Optional<Money> from, Optional<Money> to, int customers, Money value) {}
