/**
 * A finished analysis for people who look at it: {@link io.clv.report.Analysis} takes the results of the library,
 * {@link io.clv.report.ReportRows} are the plain rows of every chart, and {@link io.clv.report.Report} shows them as a
 * page that needs no network, and as a workbook.
 *
 * <pre>{@code
 * Analysis analysis = Analysis.of(values).cohorts(cohorts);
 * Report.of(analysis).language(Locale.ENGLISH).writeTo(Path.of("report.html"));
 * }</pre>
 *
 * <p>{@link io.clv.report.ContactCalendar} writes a plan of contacts as a calendar.
 *
 * <p>Who has charts of his own takes the rows and leaves the page. What an analysis was not given is left out, and
 * {@link io.clv.report.ReportRows#absent()} says so. The same analysis gives the same bytes at any time of day,
 * whatever the locale of the virtual machine.
 */
@NullMarked
package io.clv.report;

import org.jspecify.annotations.NullMarked;
