package io.clv.io;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * A reader of files whose columns have roles, as it was told.
 *
 * @param <R> the roles
 * @param <H> what makes something of the rows
 */
final class RoleReader<R extends Enum<R> & ColumnRole, H extends RoleHandler<R>> {

    private final CsvFile csv;
    private final CsvFile.Handlers<H> handlers;

    /** Makes what a file is read to, by the name that messages call it. */
    interface Handlers<R, H> {
        H of(String file, int maxProblems, Map<R, String> named);
    }

    RoleReader(RoleReaderBuilder<R, ?> told, Handlers<R, H> handlers) {
        csv = told.settings().file();
        int maxProblems = told.settings().maxProblems();
        Map<R, String> named = new EnumMap<>(told.named());
        this.handlers = file -> handlers.of(file, maxProblems, named);
    }

    H read(Path file) {
        return csv.read(file, handlers);
    }

    H read(InputStream in, String name) {
        return csv.read(in, name, handlers);
    }
}
