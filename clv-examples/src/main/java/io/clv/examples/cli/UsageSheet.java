package io.clv.examples.cli;

import io.clv.ledger.CustomerTable;
import io.clv.lifecycle.Reading;
import io.clv.lifecycle.Usage;
import io.clv.quantity.Pace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What customers use up: a file of readings, and after how much a service is due. */
final class UsageSheet {

    @Option(
            names = "--usage",
            paramLabel = "READINGS.csv",
            description = "what meters showed: columns customer, date, reading, and where they are known last_service"
                    + " and pace, as in '1250 per month'; a row a reading")
    private @Nullable String file;

    @Option(names = "--service-every", paramLabel = "N", description = "after how much of usage a service is due")
    private @Nullable Double every;

    @Option(
            names = "--usage-unit",
            paramLabel = "NAME",
            defaultValue = "km",
            description = "what is counted (default: ${DEFAULT-VALUE})")
    private String unit = "km";

    boolean isAsked() {
        return file != null;
    }

    /** Refuses one option without the other. */
    void check() {
        Refused.unless(file != null || every == null, "--service-every", "is of the readings of --usage");
        Refused.unless(file == null || every != null, "--usage", "needs --service-every, such as 15000");
    }

    /** What is known of one customer. */
    private static final class Known {
        private final List<Reading> readings = new ArrayList<>();
        private @Nullable Double lastService;
        private @Nullable Pace pace;
    }

    /** The usage of each customer in the file. */
    Map<String, Usage> read(CustomerTable customers, Console console) {
        String name = String.valueOf(file);
        Map<String, Known> all = new HashMap<>();
        Sheet.read(name, List.of("customer", "date", "reading"), console).map(row -> {
            Known known = all.computeIfAbsent(row.get("customer", text -> text), none -> new Known());
            known.readings.add(new Reading(row.get("date", Sheet::date), row.get("reading", Amounts::number)));
            Optional<Double> service = row.find("last_service").map(Amounts::number);
            service.ifPresent(amount -> known.lastService = amount);
            row.find("pace").map(Pace::parse).ifPresent(pace -> known.pace = pace);
            return row;
        });
        Sheet.warnOfUnknown(all.keySet(), customers, name, console);
        Map<String, Usage> usages = new HashMap<>();
        all.forEach((customer, known) -> usages.put(customer, usage(name, customer, known)));
        return usages;
    }

    private Usage usage(String name, String customer, Known known) {
        try {
            Usage.Builder usage = Usage.of(unit).serviceEvery(every == null ? 0 : every);
            known.readings.sort(Comparator.comparing(Reading::date));
            // with a pace that was given the last reading is all that counts
            List<Reading> used = known.pace == null
                    ? known.readings
                    : known.readings.subList(known.readings.size() - 1, known.readings.size());
            used.forEach(reading -> usage.read(reading.date(), reading.amount()));
            if (known.lastService != null) {
                usage.lastServiceAt(known.lastService);
            }
            if (known.pace != null) {
                usage.pace(known.pace);
            }
            return usage.build();
        } catch (IllegalArgumentException e) {
            throw new DataException(name + ", customer " + customer + ": " + e.getMessage());
        }
    }
}
