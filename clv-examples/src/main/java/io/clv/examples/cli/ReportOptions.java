package io.clv.examples.cli;

import static io.clv.examples.cli.TableOptions.line;

import io.clv.quantity.Money;
import java.io.PrintWriter;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands whose result is a few sentences and rows of which they tell. */
final class ReportOptions {

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "table",
            description = "how the result is printed (default: ${DEFAULT-VALUE})")
    private OutputFormat format = OutputFormat.TABLE;

    @Mixin
    private final TableOptions table = new TableOptions();

    /** Asks the library, whose refusals are of what the files say. */
    static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DataException(InOptions.say(e.getMessage()));
        }
    }

    /** As {@link #asked}, where all that could be wrong is in the options. */
    static <T> T wellAsked(Supplier<T> question) {
        try {
            return question.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UsageException(e.getMessage());
        }
    }

    static Money money(String option, String text, Currency currency) {
        return Asked.of(option, text, each -> Amounts.money(each, currency));
    }

    static Optional<Money> findMoney(String option, @Nullable String text, Currency currency) {
        return Asked.find(option, text, each -> Amounts.money(each, currency));
    }

    /** The text is for readers alone; the rows are all there is in csv and json. */
    void print(String text, List<String> names, List<List<Object>> rows, String noun, PrintWriter out) {
        Rows shown = new Rows(names);
        rows.stream()
                .limit(format == OutputFormat.TABLE ? table.limit() : rows.size())
                .forEach(shown::add);
        switch (format) {
            case TABLE -> {
                text.lines().forEach(each -> line(SafeText.escaped(each), out));
                if (!rows.isEmpty()) {
                    line("", out);
                    table.print(shown.table(2), rows.size(), noun, "first", out);
                }
            }
            case CSV -> shown.csv(out);
            case JSON -> out.print(shown.json() + "\n");
        }
    }
}
