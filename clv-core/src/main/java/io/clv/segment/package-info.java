/**
 * Who is worth what: customers in tiers by value, by recency, frequency and money, and by what else is known of them;
 * how much of the value few of them hold; and who moved where between two dates.
 *
 * <p>Every rule here makes {@link io.clv.ledger.Groups}, which is what other packages take, and none depends on the
 * order of rows: customers with equal figures are in the same group.
 */
@NullMarked
package io.clv.segment;

import org.jspecify.annotations.NullMarked;
