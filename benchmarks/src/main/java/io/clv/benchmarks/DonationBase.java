package io.clv.benchmarks;

import static java.time.temporal.ChronoUnit.YEARS;

import io.clv.btyd.BgBb;
import io.clv.io.SummaryCsv;
import io.clv.io.SummaryFile;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Donors who may give once a year, six years after the first gift (Fader, Hardie and Shang 2010), as a log of gifts:
 * the study's, of which the number of gifts and the last year are known, or as many as its estimates make.
 */
final class DonationBase {

    private static final int FIRST_YEAR = 1995;
    private static final int YEARS_AHEAD = 6;
    private static final BgBb MODEL = BgBb.of(1.204, 0.750, 0.657, 2.783);

    private final Ledger.Builder gifts = Ledger.builder(SimulatedLog.CURRENCY);
    private long donors;

    private DonationBase() {}

    static CustomerTable table(Optional<Path> study, int donors) {
        DonationBase base = new DonationBase();
        study.ifPresentOrElse(base::read, () -> base.simulate(donors));
        return base.gifts
                .build()
                .summarize(LocalDate.of(FIRST_YEAR + YEARS_AHEAD, 12, 31), LedgerOptions.collapse(YEARS));
    }

    private void read(Path study) {
        SummaryFile rows = SummaryCsv.of().read(study);
        double[] gifts = rows.frequency();
        double[] last = rows.recency();
        double[] donorsAlike = rows.weights().orElseThrow();
        for (int row = 0; row < rows.size(); row++) {
            for (int donor = 0; donor < donorsAlike[row]; donor++) {
                add((int) gifts[row], (int) last[row]);
            }
        }
    }

    private void simulate(int howMany) {
        for (int donor = 0; donor < howMany; donor++) {
            double[] times = MODEL.simulate(AggregationBenchmark.SEED, donor, YEARS_AHEAD);
            add(times.length, times.length == 0 ? 0 : (int) times[times.length - 1]);
        }
    }

    /** In which years between the first and the last the other gifts were made does not matter to the model. */
    private void add(int gifts, int last) {
        give(0);
        for (int year = 1; year < gifts; year++) {
            give(year);
        }
        if (gifts > 0) {
            give(last);
        }
        donors++;
    }

    private void give(int year) {
        gifts.add(donors, (int) LocalDate.of(FIRST_YEAR + year, 6, 1).toEpochDay(), 1);
    }
}
