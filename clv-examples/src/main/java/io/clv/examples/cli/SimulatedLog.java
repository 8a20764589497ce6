package io.clv.examples.cli;

import io.clv.btyd.BgNbd;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.Simulation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;

/**
 * A log for those who have none at hand, the same on every run: customers who come during two years, buy every month or
 * so until they leave without a word, and spend around 40 at a time.
 */
final class SimulatedLog {

    private static final int CUSTOMERS = 300;
    private static final long SEED = 20240101;

    private SimulatedLog() {}

    static Simulation of(Currency currency) {
        return Simulation.builder(BgNbd.of(1.2, 5, 0.8, 5), ChronoUnit.WEEKS, currency)
                .spend(GammaGamma.of(4, 6, 50))
                .customers(CUSTOMERS)
                .seed(SEED)
                .from(LocalDate.of(2024, 1, 1))
                .observedThrough(LocalDate.of(2025, 12, 31))
                .build();
    }
}
