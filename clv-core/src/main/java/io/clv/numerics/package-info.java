/**
 * The mathematics under the models: special functions, quadrature, optimisation and random draws. Not exported: what a
 * user sees is the models.
 *
 * <p>Every function states its formula, its source and the accuracy measured against 50-digit references. Functions of
 * plain numbers check nothing, allocate nothing and are safe from any thread: the models above have checked.
 */
@NullMarked
package io.clv.numerics;

import org.jspecify.annotations.NullMarked;
