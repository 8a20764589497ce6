package io.clv.examples.cli;

import static io.clv.examples.cli.TableOptions.line;

import io.clv.io.LogFile;
import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.PeriodTable;
import io.clv.lifecycle.ContactPlan;
import io.clv.lifecycle.ContactRules;
import io.clv.lifecycle.PlannedTouch;
import io.clv.lifecycle.Seasonality;
import io.clv.lifecycle.Usage;
import io.clv.lifecycle.VisitForecasts;
import io.clv.report.ContactCalendar;
import io.clv.task.Parallelism;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clv plan contacts}: whom to contact when, and why. */
@Command(
        name = "contacts",
        description = {
            "Plans whom to contact when, before a visit is to be expected or something is due, and how often.",
            "Visits are forecast by a model that is fitted to the log, by the customer's own rhythm, or by usage. Every"
                    + " contact has its reason; --unplaced lists what is not in the plan, and why."
        },
        mixinStandardHelpOptions = true)
final class ContactsCommand implements Callable<Integer> {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Console console;

    @Parameters(paramLabel = "LOG.csv", description = "the log, or - for standard input")
    private String file = "";

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final ForecastOptions forecast = new ForecastOptions();

    @Mixin
    private final UsageSheet usage = new UsageSheet();

    @Mixin
    private final ContactOptions contact = new ContactOptions();

    @Option(
            names = "--occasions",
            paramLabel = "DATES.csv",
            description = "what else is due: columns customer, occasion and date; an occasion that stands further up is"
                    + " more important")
    private @Nullable String occasions;

    @Option(
            names = "--made",
            paramLabel = "PLAN.csv",
            description = "contacts that were made: columns customer, moment, reason and key, as --format csv has them")
    private @Nullable String made;

    @Option(names = "--seasonality", description = "choose the weekdays and months in which customers come most")
    private boolean seasonality;

    @Option(names = "--unplaced", description = "the contacts that are not in the plan, and why, instead of it")
    private boolean unplaced;

    @Option(names = "--calendar", paramLabel = "FILE.ics", description = "write the plan as a calendar, too")
    private @Nullable Path calendar;

    @Mixin
    private final TableOptions table = new TableOptions();

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "table",
            description = "how the result is printed (default: ${DEFAULT-VALUE})")
    private OutputFormat format = OutputFormat.TABLE;

    ContactsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        forecast.check();
        usage.check();
        contact.check();
        Refused.unless(
                forecast.isAsked() || usage.isAsked() || occasions != null || contact.wantsTouches(),
                "--forecast",
                "none leaves nothing to plan; give --usage, --occasions or --touches");
        LogFile log = input.read(file, forecast::addColumns, console);
        CustomerTable customers = input.folding().summarize(log.ledger(), console);
        PeriodTable days = ForecastOptions.days(input.folding(), log.ledger(), customers);
        ContactRules rules = contact.rules(customers.observedThrough());
        ContactPlan plan = plan(customers, days, log.attributes(), rules);
        if (calendar != null) {
            write(plan, customers, calendar);
        }
        if (unplaced) {
            printUnplaced(plan);
        } else {
            print(plan);
        }
        return 0;
    }

    private ContactPlan plan(CustomerTable customers, PeriodTable days, Attributes attributes, ContactRules rules) {
        ContactPlan.Builder plan = ContactPlan.builder(customers, rules).parallelism(Parallelism.available());
        visits(customers, days, attributes).ifPresent(plan::visits);
        if (occasions != null) {
            addOccasions(plan, occasions, customers);
        }
        if (seasonality) {
            plan.seasonality(Seasonality.of(days));
        }
        if (made != null) {
            plan.made(made(made));
        }
        return ReportOptions.asked(plan::build);
    }

    private Optional<VisitForecasts> visits(CustomerTable customers, PeriodTable days, Attributes attributes) {
        Optional<VisitForecasts> visits =
                forecast.isAsked() ? Optional.of(forecast.of(customers, days, attributes, console)) : Optional.empty();
        if (!usage.isAsked()) {
            return visits;
        }
        Map<String, Usage> known = usage.read(customers, console);
        VisitForecasts byUsage = ReportOptions.asked(() -> VisitForecasts.byUsage(
                customers,
                row -> Optional.ofNullable(known.get(customers.id(row))),
                forecast.horizon(),
                forecast.level()));
        return Optional.of(visits.map(byUsage::orElse).orElse(byUsage));
    }

    private void addOccasions(ContactPlan.Builder plan, String name, CustomerTable customers) {
        Map<String, Map<String, LocalDate>> all = new LinkedHashMap<>();
        Sheet.read(name, List.of("customer", "occasion", "date"), console).map(row -> {
            String customer = row.get("customer", text -> text);
            String occasion = row.get("occasion", text -> text);
            LocalDate date = row.get("date", Sheet::date);
            if (all.computeIfAbsent(occasion, none -> new HashMap<>()).put(customer, date) != null) {
                throw new IllegalArgumentException(
                        "customer " + customer + " has two dates of '" + occasion + "'; give them names of their own");
            }
            return row;
        });
        Set<String> ids = new HashSet<>();
        all.values().forEach(dates -> ids.addAll(dates.keySet()));
        Sheet.warnOfUnknown(ids, customers, name, console);
        ReportOptions.asked(() -> {
            all.forEach((occasion, dates) ->
                    plan.occasion(occasion, row -> Optional.ofNullable(dates.get(customers.id(row)))));
            return plan;
        });
    }

    private List<PlannedTouch> made(String name) {
        return Sheet.read(name, List.of("customer", "moment", "reason", "key"), console)
                .map(row -> new PlannedTouch(
                        row.get("customer", text -> text),
                        row.get("moment", ContactsCommand::moment),
                        row.get("reason", text -> text),
                        row.get("key", text -> text),
                        Optional.empty(),
                        row.text("because")));
    }

    private static ZonedDateTime moment(String text) {
        try {
            return ZonedDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "must be a moment as in 2026-01-05T10:00+01:00[Europe/Berlin], but was '" + text + "'", e);
        }
    }

    /** The time of making is that of the data, so that the same data give the same file. */
    private void write(ContactPlan plan, CustomerTable customers, Path to) {
        try {
            ContactCalendar.of(
                            plan,
                            customers
                                    .observedThrough()
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant())
                    .write(to);
        } catch (IOException | InvalidPathException e) {
            throw new UsageException("--calendar: " + to + " cannot be written");
        }
    }

    private void print(ContactPlan plan) {
        if (format == OutputFormat.TABLE) {
            read(
                    plan,
                    plan.touches(),
                    touch -> touch.customer() + "  " + touch.moment().format(SHOWN) + "  " + touch.because());
            return;
        }
        print(
                List.of("customer", "moment", "reason", "due", "key", "because"),
                plan.touches().stream()
                        .map(touch -> List.of(
                                touch.customer(),
                                touch.moment().toString(),
                                touch.reason(),
                                touch.due().map(LocalDate::toString).orElse(""),
                                touch.key(),
                                touch.because())));
    }

    private void printUnplaced(ContactPlan plan) {
        if (format == OutputFormat.TABLE) {
            read(plan, plan.unplaced(), touch -> touch.customer() + "  " + touch.because());
            return;
        }
        print(
                List.of("customer", "reason", "due", "why", "because"),
                plan.unplaced().stream()
                        .map(touch -> List.of(
                                touch.customer(),
                                touch.reason(),
                                touch.due().map(LocalDate::toString).orElse(""),
                                Words.constant(touch.why()),
                                touch.because())));
    }

    /** For reading: the plan in words, and a line for each of the first contacts. */
    private <T> void read(ContactPlan plan, List<T> contacts, Function<T, String> shown) {
        plan.explain().lines().forEach(each -> line(SafeText.escaped(each), console.out()));
        if (contacts.isEmpty()) {
            return;
        }
        line("", console.out());
        contacts.stream()
                .limit(table.limit())
                .forEach(each -> line(SafeText.escaped(shown.apply(each)), console.out()));
        table.print(new TextTable(), contacts.size(), "contact", "first", console.out());
    }

    private void print(List<String> names, Stream<List<Object>> contacts) {
        if (format == OutputFormat.CSV) {
            Rows.csv(names, contacts, console.out());
        } else {
            Rows rows = new Rows(names);
            contacts.forEachOrdered(rows::add);
            console.out().print(rows.json() + "\n");
        }
    }
}
