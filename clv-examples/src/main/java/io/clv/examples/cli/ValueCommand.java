package io.clv.examples.cli;

import io.clv.io.ResultWriter;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ltv.CustomerValues;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clv value}: from a log to the value of every customer. */
@Command(
        name = "value",
        description = "Values every customer of a log, or of a simulated one if no log is given.",
        mixinStandardHelpOptions = true)
final class ValueCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "LOG.csv",
            description = "the log, or - for standard input (default: a log that is simulated, always the same)")
    private @Nullable String file;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final TableOptions table = new TableOptions();

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "table",
            description = "how the result is printed (default: ${DEFAULT-VALUE})")
    private OutputFormat format = OutputFormat.TABLE;

    ValueCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ChosenModel chosen = model.choose(input.currency(), console);
        CustomerValues values = chosen.value(customers(), console);
        switch (format) {
            case TABLE -> table.print(values, console.out());
            case CSV -> ResultWriter.csv(console.out()).write(values);
            case JSON -> ResultWriter.json(console.out()).write(values);
        }
        return 0;
    }

    private CustomerTable customers() {
        if (file != null) {
            return input.summarize(input.read(file, none -> {}, console), console);
        }
        input.requireNoColumns();
        Ledger simulated = SimulatedLog.of(input.currency());
        console.note("no log was given: this is a simulated one, " + simulated);
        return input.summarize(simulated, SimulatedLog.END, console);
    }
}
