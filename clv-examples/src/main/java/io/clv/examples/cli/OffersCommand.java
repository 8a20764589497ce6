package io.clv.examples.cli;

import io.clv.io.LogFile;
import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.JoinedAttributes;
import io.clv.lifecycle.ServiceOffer;
import io.clv.lifecycle.ServiceOffers;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Ratio;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clv plan offers}: which service to offer next, and the income still to be won. */
@Command(
        name = "offers",
        description = {
            "What the best customers of a segment use and the others do not, and the income still to be won.",
            "TRAITS.csv has the column customer, one of segments, one of services (as in card+loan, and - for none), and"
                    + " those of margins."
        },
        mixinStandardHelpOptions = true)
final class OffersCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "LOG.csv", description = "the log, or - for standard input")
    private String file = "";

    @Parameters(index = "1", paramLabel = "TRAITS.csv", description = "what is known of customers")
    private String traits = "";

    @Option(names = "--segment", paramLabel = "COL", description = "column of segments (default: all are one)")
    private @Nullable String segment;

    @Option(
            names = "--services",
            paramLabel = "COL",
            defaultValue = "services",
            description = "column of the services that customers use (default: ${DEFAULT-VALUE})")
    private String services = "";

    @Option(
            names = "--margin",
            paramLabel = "SERVICE=COL|MONEY",
            required = true,
            split = ",",
            description = "what a service brings in a year: a column of amounts, or an amount for everybody")
    private Map<String, String> margins = new LinkedHashMap<>();

    @Option(
            names = "--values",
            paramLabel = "VALUES.csv",
            description = "what customers are worth, in columns customer and clv or value (default: what they brought)")
    private @Nullable String values;

    @Option(
            names = "--ideal-top",
            paramLabel = "RATIO",
            description = "the ideal customers of a segment: those worth most (default: 20%%)")
    private @Nullable Ratio top;

    @Option(
            names = "--used-by",
            paramLabel = "RATIO",
            description = "a service is part of the ideal if so many of them use it (default: 50%%)")
    private @Nullable Ratio usedBy;

    @Option(
            names = "--fewest-ideal",
            paramLabel = "N",
            description = "with fewer, a segment takes the ideal of the base (default: 5)")
    private @Nullable Integer fewest;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    OffersCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        KnownTraits columns = new KnownTraits();
        String used = columns.set("--services", services);
        String segments = segment == null ? "" : columns.category("--segment", segment);
        Map<String, String> ofColumns = new LinkedHashMap<>();
        margins.forEach((service, text) -> {
            if (!isAmount(text)) {
                ofColumns.put(service, columns.money("--margin", text));
            }
        });
        Attributes known = columns.read(traits, input.currency(), console);
        LogFile log = input.read(file, reader -> {}, console);
        CustomerTable customers = input.folding().summarize(log.ledger(), console);
        JoinedAttributes joined = KnownTraits.join(known, customers, traits, console);
        Groups groups = segment == null
                ? Groups.ofLabels(Collections.nCopies(customers.size(), "all"))
                : joined.groups(segments, "(no segment)");
        ServiceOffers offers = ReportOptions.asked(() -> {
            ServiceOffers.Builder builder =
                    ServiceOffers.builder(joined, groups).services(used);
            margins.forEach((service, text) -> {
                String column = ofColumns.get(service);
                if (column == null) {
                    builder.margin(service, ReportOptions.money("--margin", text, input.currency()));
                } else {
                    builder.margin(service, column);
                }
            });
            if (values != null) {
                builder.values(worth(values, customers));
            }
            if (top != null) {
                builder.idealTop(top);
            }
            if (usedBy != null) {
                builder.usedBy(usedBy);
            }
            if (fewest != null) {
                builder.fewestIdeal(fewest);
            }
            return builder.build();
        });
        print(offers);
        return 0;
    }

    private static boolean isAmount(String text) {
        return text.strip().chars().anyMatch(Character::isDigit)
                && (text.indexOf(' ') > 0 || !text.chars().anyMatch(Character::isLetter));
    }

    private CustomerValues worth(String from, CustomerTable customers) {
        CustomerValues stated = StatedValues.read(from, input.currency(), console);
        double[] amounts = new double[customers.size()];
        for (int row = 0; row < amounts.length; row++) {
            int at = stated.customers().indexOf(customers.id(row));
            if (at < 0) {
                throw new DataException(from + " has no value of customer '" + customers.id(row) + "'");
            }
            amounts[row] = stated.amount(at);
        }
        return CustomerValues.builder("stated", customers)
                .amounts(amounts)
                .basis(stated.basis())
                .measure(stated.measure())
                .build();
    }

    private void print(ServiceOffers offers) {
        String currency = input.currency().getCurrencyCode();
        List<List<Object>> rows = new ArrayList<>();
        for (ServiceOffer each : offers.first(offers.customers())) {
            ServiceOffer.Service next = each.services().get(0);
            rows.add(List.of(
                    each.customer(),
                    each.segment(),
                    OptionalDouble.of(each.age().length()),
                    each.value().amount(),
                    String.join("+", each.has()),
                    next.name(),
                    next.margin().amount(),
                    each.services().stream()
                            .skip(1)
                            .map(ServiceOffer.Service::name)
                            .collect(Collectors.joining("+")),
                    each.toBeWon().amount(),
                    currency));
        }
        report.print(
                offers.explain(),
                List.of(
                        "customer",
                        "segment",
                        "years",
                        "value",
                        "has",
                        "offer",
                        "margin",
                        "then",
                        "to_be_won",
                        "currency"),
                rows,
                "customer",
                console.out());
    }
}
