package io.clv.io;

import io.clv.task.Progress;
import java.util.EnumMap;
import java.util.Map;

/**
 * Collects what a reader of files whose columns have roles is told. Each setting can be made once.
 *
 * @param <R> the roles
 * @param <B> the builder itself
 */
abstract class RoleReaderBuilder<R extends Enum<R> & ColumnRole, B extends RoleReaderBuilder<R, B>> {

    private final Map<R, String> named;
    private final ReaderSettings settings = new ReaderSettings();

    RoleReaderBuilder(Class<R> roles) {
        named = new EnumMap<>(roles);
    }

    abstract B self();

    final Map<R, String> named() {
        return named;
    }

    final ReaderSettings settings() {
        return settings;
    }

    final B name(R role, String column) {
        named.put(role, ReaderSettings.once(role.word() + " column", named.get(role), column));
        return self();
    }

    /**
     * Says what stands between two fields.
     *
     * @param separator a character that is no quote, letter, digit or line end
     * @return this builder
     * @throws IllegalArgumentException if the character is another, or it was set already
     */
    public B delimiter(char separator) {
        settings.delimiter(separator);
        return self();
    }

    /**
     * Says how many rows with problems are put up with before reading stops.
     *
     * @param count the most such rows that a file may have, 0 or more
     * @return this builder
     * @throws IllegalArgumentException if the count is negative, or it was set already
     */
    public B maxProblems(int count) {
        settings.maxProblems(count);
        return self();
    }

    /**
     * Says who hears how many bytes were read.
     *
     * @param listener told every megabyte or so, and at the end
     * @return this builder
     * @throws IllegalArgumentException if it was set already
     */
    public B progress(Progress listener) {
        settings.progress(listener);
        return self();
    }
}
