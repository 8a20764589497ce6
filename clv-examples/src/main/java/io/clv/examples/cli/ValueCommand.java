package io.clv.examples.cli;

import io.clv.btyd.ValueExplanation;
import io.clv.btyd.ValueExplanations;
import io.clv.io.ResultWriter;
import io.clv.ltv.CustomerValues;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clv value}: from a log to the value of every customer. */
@Command(
        name = "value",
        description = "Values every customer of a log, or of a simulated one if no log is given.",
        mixinStandardHelpOptions = true)
final class ValueCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final ValueOptions options = new ValueOptions();

    @Mixin
    private final TableOptions table = new TableOptions();

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "table",
            description = "how the result is printed (default: ${DEFAULT-VALUE})")
    private OutputFormat format = OutputFormat.TABLE;

    @Option(
            names = "--explain",
            paramLabel = "CUSTOMER",
            description = "instead of all values, why this customer's is above or below the average: what P(alive),"
                    + " purchases, spend and costs add, in money")
    private @Nullable String explained;

    ValueCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ValueOptions.Job job = options.job(why -> Refused.unlessNull("--explain", explained, why), console);
        if (explained == null) {
            print(job);
        } else {
            explain(job, explained);
        }
        return 0;
    }

    private void print(ValueOptions.Job job) {
        CustomerValues values = job.values();
        ValueOptions.warnOfRevenue(values.measure(), job.chosen(), console);
        switch (format) {
            case TABLE -> ValuesForReading.print(values, table, console.out());
            case CSV -> ResultWriter.csv(console.out()).write(values);
            case JSON -> ResultWriter.json(console.out()).write(values);
        }
    }

    private void explain(ValueOptions.Job job, String customer) {
        ValueExplanations all =
                ValueOptions.asked(() -> job.fitted().orElseThrow().explain(job.base()));
        ValueExplanation why = one(all, customer);
        ValueOptions.warnOfRevenue(why.measure(), job.chosen(), console);
        switch (format) {
            case TABLE -> ExplanationForReading.print(why, console.out());
            case CSV -> ResultWriter.csv(console.out()).write(why);
            case JSON -> ResultWriter.json(console.out()).write(why);
        }
    }

    private static ValueExplanation one(ValueExplanations all, String customer) {
        try {
            return all.of(customer);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--explain: " + e.getMessage());
        }
    }
}
