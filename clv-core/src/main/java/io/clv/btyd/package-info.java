/**
 * Models of customers who buy when they like and leave without a word: how often they buy, whether they are still
 * there, what they spend, and how such models are fitted.
 *
 * <p>Everywhere x is the number of repeat purchases (purchase periods after the first), t_x the time of the last one
 * and T the time observed, both since the first purchase and in the model's time unit: the unit of the data it was
 * fitted to.
 */
@NullMarked
package io.clv.btyd;

import org.jspecify.annotations.NullMarked;
