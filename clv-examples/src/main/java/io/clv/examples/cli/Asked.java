package io.clv.examples.cli;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values of options that the library reads, refused in the name of the option. */
final class Asked {

    private Asked() {}

    static <T> T of(String option, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UsageException(option + ": " + e.getMessage());
        }
    }

    static <T> Optional<T> find(String option, @Nullable String text, Function<String, T> parser) {
        return text == null ? Optional.empty() : Optional.of(of(option, text, parser));
    }
}
