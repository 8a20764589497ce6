/** Transaction logs in, results out: CSV and JSON for the types of {@code io.clv.core}. */
module io.clv.io {
    requires transitive io.clv.core;
    requires de.siegmar.fastcsv;
    requires com.fasterxml.jackson.core;
    requires static org.jspecify;

    exports io.clv.io;
}
