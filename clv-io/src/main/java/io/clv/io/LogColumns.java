package io.clv.io;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The columns a log was read from, by the names in its header.
 *
 * @param customer the column of customer ids
 * @param date the column of dates or timestamps
 * @param amount the column of amounts
 * @param currencyOrNull the column of currency codes, if there is one; {@link #currency} is the way to read it
 */
public record LogColumns(
        String customer,
        String date,
        String amount,
        @Nullable String currencyOrNull) {

    /**
     * The column of currency codes.
     *
     * @return its name, or empty
     */
    public Optional<String> currency() {
        return Optional.ofNullable(currencyOrNull);
    }
}
