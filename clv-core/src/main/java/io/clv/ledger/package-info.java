/**
 * The log of transactions and what is read off it: {@link Ledger} holds the log in columns, {@link CustomerTable} one
 * row a customer, {@link PeriodTable} one cell a customer and calendar period, {@link Split} the two sides of a
 * hold-out test, {@link Attributes} and {@link Groups} what is known of customers besides their purchases, and
 * {@link Acquisition} whose history began before the log did. Rows come from objects, columns or, by
 * {@link ResultSetLog}, from a database.
 *
 * <p>Conventions, stated because tools differ in them:
 *
 * <ul>
 *   <li><b>Frequency</b> is the number of distinct purchase <em>periods</em> after the first, not of orders: two orders
 *       on one day are one purchase when days are collapsed. The granularity of collapsing and the unit of time are two
 *       settings; the usual choice, and that of the published CDNOW figures, collapses days and counts time in weeks.
 *       The Python package lifetimes has one setting for both: its {@code freq="W"} collapses whole weeks.
 *   <li><b>Recency</b> is last purchase minus first, not the time since the last purchase as in RFM scoring; 0 for a
 *       customer with one purchase period.
 *   <li><b>Age</b> (T) is the end of observation minus the first purchase. The end is an explicit input, inclusive. The
 *       last date in the log, the default elsewhere, is too early whenever nobody bought on the last day.
 *   <li><b>Monetary value</b> is the mean of the totals of the <em>repeat</em> periods: the first period is left out
 *       (lifetimes: {@code include_first_transaction=False}), and a customer without a repeat has 0.
 *   <li><b>Zero amounts</b> are purchases, <b>negative amounts</b> are refunds and count as {@link RefundPolicy} says.
 *   <li>Sums are exact: they are judged for overflow on their final value, and the message names the customer.
 *   <li>Customers stand in ascending order of their ids, numbers by value and text by code point, and no result depends
 *       on the order of rows.
 * </ul>
 *
 * <p><b>A log that grows</b> need not be kept. {@link CustomerState}, of one customer, and {@link CustomerStates}, of
 * many, hold what a summary needs, are stored between two runs, take new rows and merge in any order. What lies before
 * a date through which no more rows can come is sealed to a constant size. The summary stays that of all rows, to the
 * last bit; only the gaps between purchases are lost by a seal.
 *
 * <pre>{@code
 * CustomerStates states = CustomerStates.of(january, LedgerOptions.defaults())
 *         .sealThrough(LocalDate.of(2024, 1, 31));
 * states.writeTo(stored);
 *
 * CustomerStates again = CustomerStates.readFrom(new ByteArrayInputStream(stored.toByteArray()));
 * List<Problem> problems = new ArrayList<>();
 * CustomerTable customers = again.add(february, problems::add).summarize(LocalDate.of(2024, 2, 29));
 * }</pre>
 */
@NullMarked
package io.clv.ledger;

import org.jspecify.annotations.NullMarked;
