/**
 * What if. A scenario changes what a base's values rest on, such as retention, price or margin, or puts them under
 * stress, and is held against the values as they are ({@link io.clv.scenario.WhatIf}), in all and per segment
 * ({@link io.clv.scenario.Outcome}); which of several drivers matters most ({@link io.clv.scenario.Tornado}); what a
 * few points of retention are worth, with the arithmetic shown ({@link io.clv.scenario.RetentionLift}); and how many
 * orders are to come, and on which day a capacity is no longer enough ({@link io.clv.scenario.OrderForecast}).
 *
 * <p>A scenario values the base anew, by the formula or the fitted model that valued it before; it does not bend
 * results. What customers did is past and stays as it is. That a change can be made, and what it costs, is not part of
 * it: the difference is the most that bringing it about may cost.
 */
@NullMarked
package io.clv.scenario;

import org.jspecify.annotations.NullMarked;
