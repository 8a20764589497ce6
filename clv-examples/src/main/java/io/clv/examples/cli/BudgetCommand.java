package io.clv.examples.cli;

import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clv economics budget}: a budget spread over channels. */
@Command(
        name = "budget",
        description = {
            "Spreads a budget over channels with diminishing returns, so that the last money brings the same in each.",
            "The file has the columns channel, response (power SCALE ELASTICITY, log SCALE THRESHOLD or hill MOST HALF"
                    + " STEEPNESS: customers for spend) and value (of a customer over a whole life), and as it may be floor,"
                    + " cap, uncertainty (of SCALE or MOST, as in 20%%) and current (what is spent now)."
        },
        mixinStandardHelpOptions = true)
final class BudgetCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "CHANNELS.csv", description = "the channels")
    private String file = "";

    @Option(names = "--budget", paramLabel = "MONEY", required = true, description = "the most to be spent")
    private String budget = "";

    @Option(
            names = "--hurdle",
            paramLabel = "RATIO",
            defaultValue = "100%",
            description = "what the last money must bring at least; else it stays unspent (default: 100%%)")
    private String hurdle = "100%";

    @Option(
            names = "--draws",
            paramLabel = "N",
            defaultValue = "1000",
            description = "draws of the responses where there is uncertainty (default: ${DEFAULT-VALUE})")
    private int draws = 1000;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "seed of the draws (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Mixin
    private final CurrencyOption currency = new CurrencyOption();

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "table",
            description = "how the result is printed (default: ${DEFAULT-VALUE})")
    private OutputFormat format = OutputFormat.TABLE;

    BudgetCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Money total = Asked.of("--budget", budget, text -> Amounts.money(text, currency.get()));
        Ratio least = Asked.of("--hurdle", hurdle, Ratio::parse);
        List<ChannelRow> rows = Sheet.read(file, List.of("channel", "response", "value"), console)
                .map(row -> ChannelRow.of(row, currency.get()));
        PlannedBudget planned;
        try {
            planned = PlannedBudget.of(total, least, rows, draws, seed);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DataException(e.getMessage());
        }
        planned.print(format, console.out());
        return 0;
    }
}
