/** A finished analysis for people to look at: a contact plan as a calendar. */
@NullMarked
package io.clv.report;

import org.jspecify.annotations.NullMarked;
