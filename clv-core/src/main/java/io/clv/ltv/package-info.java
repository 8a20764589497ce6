/**
 * Lifetime value by formula, and the place where every other model plugs in: {@link io.clv.ltv.LtvModel}.
 *
 * <p>A model sees one customer as a {@link io.clv.ltv.CustomerProfile}, a typed map of {@link io.clv.ltv.Input}s, and a
 * base as a {@link io.clv.ltv.CustomerBase}, which reads those inputs off a table of customers. It answers with an
 * {@link io.clv.quantity.Estimate} or, in columns, with {@link io.clv.ltv.CustomerValues}.
 */
@NullMarked
package io.clv.ltv;

import org.jspecify.annotations.NullMarked;
