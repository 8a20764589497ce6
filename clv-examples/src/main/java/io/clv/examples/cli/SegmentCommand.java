package io.clv.examples.cli;

import io.clv.ledger.Attributes;
import io.clv.ledger.Groups;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues;
import io.clv.segment.Concentration;
import io.clv.segment.CustomerAmounts;
import io.clv.segment.Segments;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clv segment}: who is worth what. */
@Command(
        name = "segment",
        description = {
            "Puts customers into segments: tiers of value, named segments of RFM scores, or a column of the log.",
            "--concentration shows how much few customers hold instead, and --since who moved between two dates."
        },
        mixinStandardHelpOptions = true)
final class SegmentCommand implements Callable<Integer> {

    /** What customers are worth. */
    enum Worth {
        /** What a model expects, as in {@code clv value}. */
        EXPECTED,
        /** What they have brought up to the end of observation. */
        REVENUE
    }

    private final Console console;

    @Mixin
    private final ValueOptions options = new ValueOptions();

    @Mixin
    private final SegmentOptions segments = new SegmentOptions();

    @Mixin
    private final MoveOptions moves = new MoveOptions();

    @Mixin
    private final TableOptions table = new TableOptions();

    @Option(
            names = "--worth",
            paramLabel = "expected|revenue",
            description =
                    "what customers are worth: what a model expects, as in clv value, or what they have brought to"
                            + " date (default: expected)")
    private @Nullable Worth worth;

    @Option(names = "--customers", description = "a row for each customer instead of one for each segment")
    private boolean customers;

    @Option(names = "--concentration", description = "how much few customers hold, instead of segments")
    private boolean concentration;

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "table",
            description = "how the result is printed (default: ${DEFAULT-VALUE})")
    private OutputFormat format = OutputFormat.TABLE;

    SegmentCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Refused.unless(!(customers && concentration), "--customers", "--concentration is of all customers together");
        segments.require();
        LocalDate since = moves.since();
        if (since == null) {
            segment(worth());
        } else {
            Refused.unlessNull("--worth", worth, "--since compares what was brought before and after");
            Refused.unless(!customers, "--customers", "--since counts customers who moved");
            moves(since);
        }
        return 0;
    }

    /** What customers are worth, and what else is known of them. */
    private record Valued(
            CustomerAmounts amounts, CustomerBase base, Attributes attributes, Optional<CustomerValues> values) {}

    private Valued worth() {
        if (worth == Worth.REVENUE) {
            ValueOptions.Bought bought =
                    options.bought(segments.column(), "--worth revenue takes what was brought", console);
            return new Valued(
                    CustomerAmounts.toDate(bought.base().customers()),
                    bought.base(),
                    bought.attributes(),
                    Optional.empty());
        }
        ValueOptions.Job job = options.job(
                segments.column(), "segments show what customers are worth, and not how sure that is", console);
        CustomerValues values = job.values();
        ValueOptions.warnOfRevenue(values.measure(), job.chosen(), console);
        return new Valued(CustomerAmounts.of(values), job.base(), job.attributes(), Optional.of(values));
    }

    private void segment(Valued valued) {
        if (concentration) {
            Concentration of = ValueOptions.asked(() -> Concentration.of(valued.amounts()));
            new ConcentrationForReading(of).print(format, console.out());
            return;
        }
        Groups groups = segments.groups(valued.amounts(), valued.attributes());
        if (customers) {
            new CustomersInSegments(
                            valued.amounts(),
                            groups,
                            segments.scores(valued.amounts().customers()))
                    .print(format, table, console.out());
            return;
        }
        Segments rows = valued.values().isPresent()
                ? Segments.of(groups, valued.values().orElseThrow(), valued.base())
                : Segments.of(groups, valued.amounts(), valued.base());
        new SegmentsForReading(rows).print(format, console.out());
    }

    private void moves(LocalDate since) {
        if (concentration) {
            moves.contrast(options, since, console).print(format, console.out());
        } else {
            Refused.unless(!segments.areByColumn(), "--column", "what a log says of customers does not change");
            moves.migration(options, segments, since, console).print(format, console.out());
        }
    }
}
