package io.clv.examples.cli;

import io.clv.io.LogFile;
import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.lifecycle.TakerScore;
import io.clv.lifecycle.Takers;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clv plan takers}: who is likely to take what customers like him took. */
@Command(
        name = "takers",
        description = {
            "Who is likely to take a product, a bundle, a bigger basket, or to buy for the first time, by how many"
                    + " customers like him did.",
            "TRAITS.csv has the column customer and what is known of customers and prospects; products stand as in"
                    + " card+loan, and - for none."
        },
        mixinStandardHelpOptions = true)
final class TakersCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "LOG.csv", description = "the log, or - for standard input")
    private String file = "";

    @Parameters(index = "1", paramLabel = "TRAITS.csv", description = "what is known of customers and prospects")
    private String traits = "";

    @Option(
            names = "--by",
            paramLabel = "COL[:CUTS|=LABEL]",
            required = true,
            split = ",",
            description =
                    "what to compare by, the first first: a category, numbers in bands as in age:30:45, or whether"
                            + " a label is there, as in products=card")
    private List<String> by = List.of();

    @Option(names = "--product", paramLabel = "COL=LABEL", description = "who takes it, as in products=loan")
    private @Nullable String product;

    @Option(names = "--bundle", paramLabel = "COL=A+B", description = "who takes them together")
    private @Nullable String bundle;

    @Option(names = "--basket", paramLabel = "MONEY", description = "who spends as much in a purchase")
    private @Nullable String basket;

    @Option(names = "--first-purchase", description = "which prospects buy: they have traits and are not in the log")
    private boolean first;

    @Option(names = "--level", paramLabel = "RATIO", description = "of the intervals (default: 90%%)")
    private @Nullable Ratio level;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    TakersCommand(Console console) {
        this.console = console;
    }

    /** A column, and the label that is looked for in it. */
    private record Labelled(String column, Set<String> labels) {

        static Labelled parse(String text) {
            int at = text.indexOf('=');
            if (at < 1 || at == text.length() - 1) {
                throw new IllegalArgumentException(
                        "must be a column and a label, as in products=loan, but was '" + text + "'");
            }
            return new Labelled(text.substring(0, at), KnownTraits.labels(text.substring(at + 1)));
        }

        String only() {
            if (labels.size() != 1) {
                throw new IllegalArgumentException("must name one label, but named " + labels.size());
            }
            return labels.iterator().next();
        }
    }

    @Override
    public Integer call() {
        requireOneQuestion();
        KnownTraits columns = new KnownTraits();
        List<UnaryOperator<Takers.Builder>> named =
                by.stream().map(text -> trait(text, columns)).toList();
        Function<Takers.Builder, Takers> question = question(columns);
        Attributes known = columns.read(traits, input.currency(), console);
        LogFile log = input.read(file, reader -> {}, console);
        CustomerTable customers = input.folding().summarize(log.ledger(), console);
        if (!first) {
            KnownTraits.join(known, customers, traits, console);
        }
        Takers takers = ReportOptions.asked(() -> {
            Takers.Builder builder = Takers.builder(customers, known);
            for (UnaryOperator<Takers.Builder> trait : named) {
                builder = trait.apply(builder);
            }
            return question.apply(level == null ? builder : builder.level(level));
        });
        List<List<Object>> rows = new ArrayList<>();
        for (TakerScore each : takers.scores()) {
            rows.add(List.of(
                    each.customer(),
                    each.share().value(),
                    each.interval().low(),
                    each.interval().high(),
                    each.alike(),
                    each.took(),
                    each.traits()));
        }
        report.print(
                takers.explain(),
                List.of("customer", "share", "low", "high", "alike", "took", "traits"),
                rows,
                "candidate",
                console.out());
        return 0;
    }

    private void requireOneQuestion() {
        long asked = Stream.of(product, bundle, basket).filter(Objects::nonNull).count() + (first ? 1 : 0);
        if (asked != 1) {
            throw new UsageException("what may be taken: give one of --product, --bundle, --basket, --first-purchase");
        }
    }

    private static UnaryOperator<Takers.Builder> trait(String text, KnownTraits columns) {
        if (text.indexOf('=') >= 0) {
            Labelled labelled = Asked.of("--by", text, Labelled::parse);
            String label = Asked.of("--by", text, each -> labelled.only());
            String column = columns.set("--by", labelled.column());
            return builder -> builder.has(column, label);
        }
        String[] parts = text.split(":", -1);
        if (parts.length == 1) {
            String column = columns.category("--by", text);
            return builder -> builder.category(column);
        }
        double[] cuts = Asked.of(
                "--by",
                text,
                each -> Arrays.stream(parts)
                        .skip(1)
                        .mapToDouble(Amounts::number)
                        .toArray());
        String column = columns.number("--by", parts[0]);
        return builder -> builder.number(column, cuts);
    }

    private Function<Takers.Builder, Takers> question(KnownTraits columns) {
        if (product != null) {
            Labelled asked = Asked.of("--product", product, Labelled::parse);
            String label = Asked.of("--product", product, each -> asked.only());
            String column = columns.set("--product", asked.column());
            return builder -> builder.ofProduct(column, label);
        }
        if (bundle != null) {
            Labelled asked = Asked.of("--bundle", bundle, Labelled::parse);
            String column = columns.set("--bundle", asked.column());
            return builder -> builder.ofBundle(column, asked.labels());
        }
        if (basket != null) {
            Money from = ReportOptions.money("--basket", basket, input.currency());
            return builder -> builder.ofBasket(from);
        }
        return Takers.Builder::ofFirstPurchase;
    }
}
