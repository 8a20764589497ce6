package io.clv.examples.cli;

import io.clv.io.ResultWriter;
import io.clv.ltv.CustomerProfile;
import io.clv.ltv.NamedLtvModel;
import io.clv.quantity.Estimate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** {@code clv ltv}: one customer by a formula, whose inputs are the options. */
@Command(
        name = "ltv",
        description = {
            "Values one customer by a formula.",
            "Each input of the model is an option of its name, which may carry the unit:",
            "  clv ltv simple --average-order-value 50 --orders-per-year 4 --lifespan-years 3",
            "  clv ltv subscription --revenue '49 per month' --gross-margin 80%% --churn '3%% per month'"
        },
        mixinStandardHelpOptions = true)
final class LtvCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "MODEL", description = "simple, margin-adjusted, discounted, subscription, or your own")
    private String name = "";

    @Unmatched
    private List<String> words = new ArrayList<>();

    @Mixin
    private final CurrencyOption currency = new CurrencyOption();

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "json",
            description = "how the result is printed (default: ${DEFAULT-VALUE})")
    private OutputFormat format = OutputFormat.JSON;

    LtvCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Estimate estimate;
        try {
            NamedLtvModel model = NamedLtvModel.named(name);
            estimate = model.estimate(profile(model));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UsageException(e.getMessage());
        }
        switch (format) {
            case TABLE ->
                estimate.explain().lines().forEach(line -> console.out().print(line + "\n"));
            case CSV -> ResultWriter.csv(console.out()).write(estimate);
            case JSON -> ResultWriter.json(console.out()).write(estimate);
        }
        return 0;
    }

    /** Words come as {@code --input value} or {@code --input=value}. */
    private CustomerProfile profile(NamedLtvModel model) {
        CustomerProfile.Builder profile = CustomerProfile.builderFor(model, currency.get());
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (!word.startsWith("--")) {
                throw new UsageException("unexpected '" + word + "': inputs are written as --input value");
            }
            int equals = word.indexOf('=');
            String input = word.substring(2, equals < 0 ? word.length() : equals);
            if (equals < 0 && !rest.hasNext()) {
                throw new UsageException("--" + input + " needs a value");
            }
            profile.set(input, equals < 0 ? rest.next() : word.substring(equals + 1));
        }
        return profile.build();
    }
}
