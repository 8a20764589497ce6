/**
 * Transaction logs in, results out. {@link io.clv.io.TransactionCsv} streams a CSV file into a ledger and collects what
 * it cannot read, with line numbers; {@link io.clv.io.SummaryCsv} does so with customers who were summarised elsewhere;
 * {@link io.clv.io.ResultWriter} writes tables, values, estimates, fits and predictions as CSV or JSON.
 */
@NullMarked
package io.clv.io;

import org.jspecify.annotations.NullMarked;
