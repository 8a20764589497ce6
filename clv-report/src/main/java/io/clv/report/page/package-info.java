/**
 * A page of text, charts and tables in one file. It knows nothing of customers: texts come in the language of the page,
 * figures come formatted, and charts say what they draw ({@link io.clv.report.page.Drawing}). Not exported.
 */
@NullMarked
package io.clv.report.page;

import org.jspecify.annotations.NullMarked;
