package io.clv.examples.cli;

import io.clv.btyd.FittedLtv;
import io.clv.btyd.TransactionModel;
import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.Ledger;
import io.clv.ledger.Split;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.Input;
import io.clv.quantity.Horizon;
import io.clv.segment.ConcentrationContrast;
import io.clv.segment.CustomerAmounts;
import io.clv.segment.ExpectedMoves;
import io.clv.segment.Migration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What became of customers since a date, beside what was to be expected at that date. */
final class MoveOptions {

    private static final String NOT_VALUED =
            "with --since nothing is valued: customers are compared by what they brought";

    private static final Attributes NOTHING_ELSE = Attributes.builder().build();

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "who moved from which segment to which: from the time that ended on this date to the time of"
                    + " the same length after it; with --concentration, what came since beside what was expected then")
    private @Nullable LocalDate since;

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "how often the later date is drawn from the model for the moves to be expected; 0 for none"
                    + " (default: 100)")
    private @Nullable Integer draws;

    @Option(names = "--seed", paramLabel = "N", description = "which draws (default: 1)")
    private @Nullable Long seed;

    @Nullable
    LocalDate since() {
        if (since == null) {
            Refused.unlessNull("--draws", draws, "is of use with --since only");
            Refused.unlessNull("--seed", seed, "is of use with --since only");
        }
        Refused.unless(
                draws == null || draws == 0 || draws > 1, "--draws", "must be 0, or at least 2, but was " + draws);
        return since;
    }

    ConcentrationContrastForReading contrast(ValueOptions options, LocalDate cut, Console console) {
        Refused.unlessNull("--draws", draws, "--concentration draws nothing");
        Refused.unlessNull("--seed", seed, "--concentration draws nothing");
        ValueOptions.Unfitted unfitted = options.unfitted(NOT_VALUED, console);
        CustomerTable after = unfitted.customers().table();
        CustomerTable before = before(cut, after, unfitted.customers().ledger());
        FittedLtv fitted = options.fit(unfitted, before, console);
        Split split = unfitted.customers().ledger().split(cut, after.observedThrough(), after.options());
        return ValueOptions.asked(() -> new ConcentrationContrastForReading(ConcentrationContrast.of(
                CustomerAmounts.heldOut(split),
                CustomerAmounts.of(fitted.value(
                        CustomerBase.of(split.calibration()).with(Input.HORIZON, Horizon.over(split.duration())))))));
    }

    private static CustomerTable before(LocalDate cut, CustomerTable after, Ledger ledger) {
        if (!cut.isBefore(after.observedThrough())) {
            throw new UsageException(
                    "--since: must be before the end of observation, " + after.observedThrough() + ", but was " + cut);
        }
        CustomerTable before = ledger.summarize(cut, after.options());
        if (before.size() == 0) {
            throw new DataException("no customer has bought anything through " + cut);
        }
        return before;
    }

    MigrationForReading migration(ValueOptions options, SegmentOptions segments, LocalDate cut, Console console) {
        ValueOptions.Unfitted unfitted = options.unfitted(NOT_VALUED, console);
        Ledger ledger = unfitted.customers().ledger();
        CustomerTable after = unfitted.customers().table();
        CustomerTable before = before(cut, after, ledger);
        LocalDate end = after.observedThrough();
        LocalDate start = cut.minusDays(end.toEpochDay() - cut.toEpochDay());
        CustomerTable earliest = ledger.summarize(start, after.options());
        CustomerAmounts worthThen = CustomerAmounts.between(earliest, before);
        CustomerAmounts worthNow = CustomerAmounts.between(before, after);
        Groups then = segments.groups(worthThen, NOTHING_ELSE);
        Groups now = segments.groups(worthNow, NOTHING_ELSE);
        Migration migration = Migration.of(worthThen, then, worthNow, now);
        if (draws != null && draws == 0) {
            return new MigrationForReading(migration);
        }
        FittedLtv fitted = options.fit(unfitted, before, console);
        ExpectedMoves.Builder expected = ExpectedMoves.builder(ledger, before, then)
                .through(end)
                .models(
                        (TransactionModel) fitted.transactions().model(),
                        fitted.spend().model())
                .segments(drawn -> segments.groups(CustomerAmounts.between(before, drawn), NOTHING_ELSE))
                .seed(seed == null ? 1 : seed);
        if (draws != null) {
            expected.draws(draws);
        }
        return new MigrationForReading(migration.beside(ValueOptions.asked(expected::build)));
    }
}
