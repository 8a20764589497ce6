package io.clv.benchmarks;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static java.time.temporal.ChronoUnit.YEARS;

import io.clv.btyd.BgNbd;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.Simulation;
import io.clv.io.TransactionCsv;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.PeriodTable;
import io.clv.ledger.RefundPolicy;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Customers to fit models to, as the CDNOW study has them (Fader and Hardie): they come over twelve weeks from January
 * 1997 and are observed through September. The study's own logs are read where {@code -Dclv.data} or {@code CLV_DATA}
 * names their folder; otherwise, and for larger bases, as many customers are simulated from the BG/NBD model with the
 * study's estimates.
 */
enum CalibrationBase {

    /** The study's sample, in weeks. */
    SAMPLE("cdnow_sample.csv", 2_357, WEEKS),

    /** The whole cohort, in days. */
    COHORT("cdnow.csv", 23_570, DAYS),

    /** A simulated cohort, in days. */
    MILLION(null, 1_000_000, DAYS),

    /** The donors of another study, a year an opportunity. */
    DONORS("donations.csv", 11_104, YEARS) {
        @Override
        CustomerTable table(int howMany) {
            return DonationBase.table(log(), howMany);
        }

        @Override
        String describe(int howMany) {
            return String.format(
                    Locale.ROOT, "%,d %sdonors in years", size(howMany), log().isPresent() ? "" : "simulated ");
        }
    };

    /** BG/NBD's estimates for the sample, in weeks. */
    static final BgNbd MODEL = BgNbd.of(0.243, 4.414, 0.793, 2.426);

    /** Gamma-Gamma's estimates for the sample. */
    private static final GammaGamma SPEND = GammaGamma.of(6.25, 3.74, 15.44);

    /** The system property that names the folder of public data. */
    static final String FOLDER = "clv.data";

    private static final LocalDate FIRST_DAY = LocalDate.of(1997, 1, 1);
    private static final LocalDate CALIBRATED = LocalDate.of(1997, 9, 30);
    private static final int WEEKS_OF_ARRIVAL = 12;

    private final @Nullable String file;
    private final int customers;
    private final ChronoUnit unit;

    CalibrationBase(@Nullable String file, int customers, ChronoUnit unit) {
        this.file = file;
        this.customers = customers;
        this.unit = unit;
    }

    int customers() {
        return customers;
    }

    /** The study's log, if it has one and it is at hand. */
    Optional<Path> log() {
        @Nullable String property = System.getProperty(FOLDER);
        @Nullable String folder = property == null || property.isBlank() ? System.getenv("CLV_DATA") : property;
        if (file == null || folder == null || folder.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Path.of(folder, file)).filter(Files::isRegularFile);
    }

    /** The study's customers cannot be chosen. */
    int size(int howMany) {
        return log().isPresent() ? customers : howMany;
    }

    /** Reads or simulates. */
    CustomerTable table(int howMany) {
        return log().map(CalibrationBase::read)
                .orElseGet(() -> simulated(howMany))
                .summarize(CALIBRATED, LedgerOptions.defaults().unit(unit));
    }

    /** Simulated customers in weeks, whether or not the study's are at hand. */
    static CustomerTable simulatedSample(int howMany) {
        return simulated(howMany).summarize(CALIBRATED, LedgerOptions.defaults().unit(WEEKS));
    }

    /** Simulated customers by calendar month, as many as a table of them has. */
    static PeriodTable months(CustomerTable customers) {
        return simulated(customers.size()).periods(CALIBRATED, CalendarGrid.months(), RefundPolicy.REJECT);
    }

    private static Ledger read(Path file) {
        return TransactionCsv.builder(SimulatedLog.CURRENCY)
                .customer("customer")
                .date("date")
                .amount("amount")
                .build()
                .read(file)
                .ledger();
    }

    private static Ledger simulated(int howMany) {
        return simulation(howMany).ledger();
    }

    private static Simulation simulation(int howMany) {
        return Simulation.builder(MODEL, WEEKS, SimulatedLog.CURRENCY)
                .spend(SPEND)
                .customers(howMany)
                .seed(AggregationBenchmark.SEED)
                .from(FIRST_DAY)
                .comingOver(Span.of(WEEKS_OF_ARRIVAL, WEEKS))
                .observedThrough(CALIBRATED)
                .build();
    }

    /** How customers are simulated, and what would make it unnecessary. */
    static String note() {
        String missing = SAMPLE.log().isPresent() && COHORT.log().isPresent()
                ? ""
                : " CDNOW was not at hand: set -Dclv.data or CLV_DATA to a folder with cdnow.csv and cdnow_sample.csv from"
                        + " https://www.brucehardie.com/datasets/.";
        return "Simulated customers are " + simulation(MILLION.customers) + "." + missing;
    }

    /** Such as "2,357 customers of CDNOW in weeks", or who takes their place. */
    String describe(int howMany) {
        return String.format(
                Locale.ROOT,
                "%,d %s in %s",
                size(howMany),
                log().isPresent() ? "customers of CDNOW" : "simulated customers",
                unit.toString().toLowerCase(Locale.ROOT));
    }
}
