package io.clv.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares what was printed with a file in {@code src/test/resources/golden}: numbers with decimals to 1e-12 of
 * themselves (1e-7 where they rest on a fit), because their last bits may differ between machines, and all else to the
 * letter. With {@code -Dgolden.update=true} the files are written instead, to be read before they are committed.
 */
public final class Golden {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+");
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
    private static final double TOLERANCE = 1e-12;

    /** A fit ends where its steps no longer matter, which may be elsewhere on another machine. */
    private static final double TOLERANCE_OF_FITS = 1e-7;

    private Golden() {}

    /** Fails with the first difference between a golden file and what was printed. */
    public static void assertMatches(String name, String actual) {
        assertMatches(name, actual, TOLERANCE);
    }

    /** As {@link #assertMatches(String, String)}, for what rests on a fit. */
    public static void assertMatchesFit(String name, String actual) {
        assertMatches(name, actual, TOLERANCE_OF_FITS);
    }

    private static void assertMatches(String name, String actual, double tolerance) {
        if (Boolean.getBoolean("golden.update")) {
            write(name, actual);
        }
        String expected = read(name);
        assertThat(DECIMAL.matcher(actual).replaceAll("#"))
                .isEqualTo(DECIMAL.matcher(expected).replaceAll("#"));
        List<String> numbers = decimals(actual);
        List<String> wanted = decimals(expected);
        for (int i = 0; i < wanted.size(); i++) {
            double value = Double.parseDouble(wanted.get(i));
            assertThat(Double.parseDouble(numbers.get(i)))
                    .as("number %s of %s", i + 1, name)
                    .isCloseTo(value, within(Math.abs(value) * tolerance));
        }
    }

    private static List<String> decimals(String text) {
        List<String> decimals = new ArrayList<>();
        Matcher matcher = DECIMAL.matcher(text);
        while (matcher.find()) {
            decimals.add(matcher.group());
        }
        return decimals;
    }

    private static void write(String name, String actual) {
        try {
            Files.writeString(FOLDER.resolve(name), actual);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
