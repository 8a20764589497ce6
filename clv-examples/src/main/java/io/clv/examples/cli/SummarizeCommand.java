package io.clv.examples.cli;

import io.clv.io.LogFile;
import io.clv.io.ResultWriter;
import io.clv.ledger.CustomerTable;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clv summarize}: a log folded to one row a customer. */
@Command(
        name = "summarize",
        description = "Folds a log to one row a customer: frequency, recency, age, monetary value and total.",
        mixinStandardHelpOptions = true)
final class SummarizeCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "LOG.csv", description = "the log, or - for standard input")
    private @Nullable String file;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final TableOptions table = new TableOptions();

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "csv",
            description = "how the result is printed (default: ${DEFAULT-VALUE})")
    private OutputFormat format = OutputFormat.CSV;

    SummarizeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LogFile log = input.read(String.valueOf(file), none -> {}, console);
        CustomerTable customers = input.folding().summarize(log.ledger(), console);
        switch (format) {
            case TABLE -> CustomersForReading.print(customers, table, console.out());
            case CSV -> ResultWriter.csv(console.out()).write(customers);
            case JSON -> ResultWriter.json(console.out()).write(customers);
        }
        return 0;
    }
}
