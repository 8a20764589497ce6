package io.clv.examples.cli;

import static io.clv.examples.cli.TableOptions.line;

import io.clv.economics.SaleOdds;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clv economics odds}: an offer to customers one has, against one to new ones. */
@Command(
        name = "odds",
        description = "What an offer brings that is made to existing and to new customers, by the odds of a sale.",
        mixinStandardHelpOptions = true)
final class OddsCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--margin", paramLabel = "MONEY", required = true, description = "the margin of a sale")
    private String margin = "";

    @Option(
            names = "--cost-existing",
            paramLabel = "MONEY",
            defaultValue = "0",
            description = "of making the offer to an existing customer (default: ${DEFAULT-VALUE})")
    private String costOfExisting = "0";

    @Option(
            names = "--cost-new",
            paramLabel = "MONEY",
            defaultValue = "0",
            description = "of making the offer to a new customer (default: ${DEFAULT-VALUE})")
    private String costOfNew = "0";

    @Option(
            names = "--existing",
            paramLabel = "RANGE",
            description = "odds of a sale to an existing customer, as in 60%%-70%% or 30%% (default: 60%%-70%%)")
    private @Nullable String existing;

    @Option(
            names = "--new",
            paramLabel = "RANGE",
            description = "odds of a sale to a new customer, as in 5%%-20%% (default: 5%%-20%%)")
    private @Nullable String newcomer;

    @Mixin
    private final CurrencyOption currency = new CurrencyOption();

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "table",
            description = "how the result is printed (default: ${DEFAULT-VALUE})")
    private OutputFormat format = OutputFormat.TABLE;

    OddsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        SaleOdds.Offer offer;
        try {
            offer = odds().offer(
                            money("--margin", margin),
                            money("--cost-existing", costOfExisting),
                            money("--cost-new", costOfNew));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
        if (format == OutputFormat.TABLE) {
            offer.explain().lines().forEach(text -> line(text, console.out()));
            return 0;
        }
        SaleOdds odds = offer.odds();
        Rows rows = new Rows(
                "customers", "odds_low", "odds_high", "cost", "per_contact_low", "per_contact_high", "currency");
        add(rows, "existing", odds.existingLow(), odds.existingHigh(), offer.costOfExisting(), offer);
        add(rows, "new", odds.newLow(), odds.newHigh(), offer.costOfNew(), offer);
        if (format == OutputFormat.CSV) {
            rows.csv(console.out());
        } else {
            console.out().print(rows.json() + "\n");
        }
        return 0;
    }

    private static void add(Rows rows, String whom, Ratio low, Ratio high, Money cost, SaleOdds.Offer offer) {
        rows.add(
                whom,
                low.value(),
                high.value(),
                cost.amount(),
                offer.perContact(low, cost).amount(),
                offer.perContact(high, cost).amount(),
                cost.currency().getCurrencyCode());
    }

    private SaleOdds odds() {
        if (existing == null || newcomer == null) {
            console.note("with the odds that are commonly quoted, " + SaleOdds.commonlyQuoted()
                    + ", where none were given: measure your own");
        }
        SaleOdds quoted = SaleOdds.commonlyQuoted();
        Ratio[] old = existing == null
                ? new Ratio[] {quoted.existingLow(), quoted.existingHigh()}
                : Asked.of("--existing", existing, OddsCommand::range);
        Ratio[] fresh = newcomer == null
                ? new Ratio[] {quoted.newLow(), quoted.newHigh()}
                : Asked.of("--new", newcomer, OddsCommand::range);
        return new SaleOdds(old[0], old[1], fresh[0], fresh[1]);
    }

    private static Ratio[] range(String text) {
        int dash = text.indexOf('-', 1);
        return dash < 0
                ? new Ratio[] {Ratio.parse(text), Ratio.parse(text)}
                : new Ratio[] {Ratio.parse(text.substring(0, dash)), Ratio.parse(text.substring(dash + 1))};
    }

    private Money money(String option, String text) {
        return Asked.of(option, text, each -> Amounts.money(each, currency.get()));
    }
}
