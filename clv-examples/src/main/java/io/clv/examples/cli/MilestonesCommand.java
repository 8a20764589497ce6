package io.clv.examples.cli;

import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.IdPolicy;
import io.clv.ledger.Ledger;
import io.clv.ledger.Transaction;
import io.clv.lifecycle.Milestone;
import io.clv.lifecycle.Milestones;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clv plan milestones}: days that give a reason to call. */
@Command(
        name = "milestones",
        description = {
            "The days within a window that give a reason to call: birthdays, ends of contracts, anniversaries.",
            "DATES.csv has the column customer and columns of dates; the name of a column is the reason."
        },
        mixinStandardHelpOptions = true)
final class MilestonesCommand implements Callable<Integer> {

    private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

    private final Console console;

    @Parameters(index = "0", paramLabel = "DATES.csv", description = "the dates of customers")
    private String dates = "";

    @Option(names = "--yearly", paramLabel = "COL", split = ",", description = "dates that return every year")
    private List<String> yearly = List.of();

    @Option(names = "--once", paramLabel = "COL", split = ",", description = "dates that come once")
    private List<String> once = List.of();

    @Option(names = "--from", paramLabel = "DATE", required = true, description = "the first day")
    private LocalDate from = ANY_DAY;

    @Option(names = "--through", paramLabel = "DATE", required = true, description = "the last day")
    private LocalDate through = ANY_DAY;

    @Option(
            names = "--leap-day",
            paramLabel = "february-28|march-1",
            description = "when 29 February returns in years without one (default: february-28)")
    private Milestones.@Nullable LeapDay leapDay;

    @Mixin
    private final ReportOptions report = new ReportOptions();

    MilestonesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (yearly.isEmpty() && once.isEmpty()) {
            throw new UsageException("which dates: give columns by --yearly, --once or both");
        }
        KnownTraits columns = new KnownTraits();
        List<String> returning =
                yearly.stream().map(name -> columns.date("--yearly", name)).toList();
        List<String> single =
                once.stream().map(name -> columns.date("--once", name)).toList();
        Currency any = Money.currency("USD");
        Attributes known = columns.read(dates, any, console);
        CustomerTable customers = Ledger.of(
                        any, known.ids().stream().map(id -> new Transaction(id, ANY_DAY, Money.zero(any))))
                .summarize(ANY_DAY);
        Milestones milestones = ReportOptions.wellAsked(() -> {
            Milestones.Builder builder = Milestones.builder(known.join(customers, IdPolicy.REJECT, IdPolicy.REJECT));
            returning.forEach(column -> builder.yearly(words(column), column));
            single.forEach(column -> builder.once(words(column), column));
            if (leapDay != null) {
                builder.leapDay(leapDay);
            }
            return builder.between(from, through);
        });
        List<List<Object>> rows = new ArrayList<>();
        for (Milestone each : milestones.list()) {
            rows.add(List.of(each.date().toString(), each.customer(), each.occasion(), each.years()));
        }
        report.print(
                milestones.explain(),
                List.of("date", "customer", "occasion", "years"),
                rows,
                "milestone",
                console.out());
        return 0;
    }

    private static String words(String column) {
        return column.replace('_', ' ');
    }
}
