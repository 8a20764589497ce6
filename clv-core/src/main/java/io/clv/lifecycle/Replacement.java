package io.clv.lifecycle;

import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When a customer is likely to buy the next one, and what it brings.
 *
 * @param customer the id
 * @param last the first day of the period of the last purchase
 * @param date the median of the dates, if he replaces before the curve ends; empty if he has waited beyond its end, so
 *     that nothing can be told
 * @param earliest the lower end of the interval of that date
 * @param latest the upper end
 * @param chance that he replaces within the horizon; empty likewise
 * @param value of the next one, if he buys it
 * @param expected chance x value; empty likewise
 */
public record Replacement(
        String customer,
        LocalDate last,
        Optional<LocalDate> date,
        Optional<LocalDate> earliest,
        Optional<LocalDate> latest,
        Optional<Ratio> chance,
        Money value,
        Optional<Money> expected) {}
