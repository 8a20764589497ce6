package io.clv.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of the workbook. A cell is a {@link String} as it is, a {@link Word} of the language,
 * {@link io.clv.quantity.Money}, a {@link io.clv.quantity.Ratio} that is shown in percent, a whole or decimal
 * {@link Number}, a {@link java.time.LocalDate}, or null for nothing.
 *
 * @param name what it is of: the key of its title, without "sheet."
 * @param columns their heads
 * @param rows as many cells as there are columns
 */
record Table(String name, List<Word> columns, List<List<@Nullable Object>> rows) {

    /**
     * A word of the language.
     *
     * @param key where it stands
     * @param otherwise what is shown if the language has none, as for names that users give
     * @param arguments what stands in its places
     */
    record Word(String key, String otherwise, List<Object> arguments) {

        static Word of(String key, Object... arguments) {
            return new Word(key, key, List.of(arguments));
        }

        /** A word that users may have given. */
        static Word named(String family, String name) {
            return new Word(family + "." + name, name, List.of());
        }
    }
}
