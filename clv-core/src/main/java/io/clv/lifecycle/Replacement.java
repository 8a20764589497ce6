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
 * @param date the median of the dates, if he replaces within the longest interval that was seen; empty if nobody was
 *     seen to replace after as long as he has waited
 * @param earliest the lower end of the interval of that date
 * @param latest the upper end
 * @param chance that he replaces within the horizon
 * @param value of the next one, if he buys it
 * @param expected chance x value
 */
public record Replacement(
        String customer,
        LocalDate last,
        Optional<LocalDate> date,
        Optional<LocalDate> earliest,
        Optional<LocalDate> latest,
        Ratio chance,
        Money value,
        Money expected) {}
