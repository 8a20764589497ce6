package io.clv.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** The one session of the tests: two threads, real shuffles, no page to look at it. */
final class LocalSpark {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private LocalSpark() {}

    static SparkSession session() {
        return Holder.SESSION;
    }

    /** A new folder that {@code mvn clean} takes away. */
    static Path folder(String name) {
        try {
            return Files.createTempDirectory(TARGET, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        static final SparkSession SESSION = SparkSession.builder()
                .master("local[2]")
                .appName("clv-spark tests")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 4)
                .config("spark.sql.session.timeZone", "America/New_York")
                .config("spark.sql.warehouse.dir", TARGET.resolve("warehouse").toString())
                .config("spark.driver.host", "localhost")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
    }
}
