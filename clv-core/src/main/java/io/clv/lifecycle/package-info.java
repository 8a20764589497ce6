/**
 * What happens next. Where a customer stands, from first notice to won back, and why; how an income grows, holds and
 * flows out; what gives a reason to call, such as a service that customers like him use, a date or a purchase that is
 * due; when the next visit is to be expected; and a plan of contacts that keeps to caps, lead times and quiet hours.
 *
 * <p>A stage and a reason are read off what customers did; a date is a forecast with its interval. That customers like
 * him took an offer is an association: it does not say that offering it made them.
 */
@NullMarked
package io.clv.lifecycle;

import org.jspecify.annotations.NullMarked;
