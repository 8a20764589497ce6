package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.CustomerTable;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Fits of CDNOW against what the papers print, to one unit in the last digit. */
class CdnowFitTest {

    private static CustomerTable calibration;
    private static long holdOut;

    @BeforeAll
    static void read() {
        calibration = Cdnow.sample().summarize(Cdnow.CALIBRATED, Cdnow.in(ChronoUnit.WEEKS));
        holdOut = Cdnow.sample()
                .split(Cdnow.CALIBRATED, Cdnow.OBSERVED, Cdnow.in(ChronoUnit.WEEKS))
                .holdoutPurchases();
    }

    private static double expectedInHoldOut(TransactionModel model) {
        double sum = 0;
        for (int row = 0; row < calibration.size(); row++) {
            sum += model.expectedTransactions(
                    calibration.frequency(row), calibration.recency(row), calibration.age(row), 39);
        }
        return sum;
    }

    private static void assertFit(
            Fit<? extends TransactionModel> fit,
            double logLikelihood,
            double expected,
            double[] values,
            double[] digits) {
        assertThat(fit.logLikelihood()).isCloseTo(logLikelihood, within(0.01));
        assertThat(fit.diagnosis()).hasToString("converged");
        assertParameters(fit, values, digits);
        assertThat(expectedInHoldOut(fit.model())).isCloseTo(expected, within(0.1));
    }

    @Test
    void theDataAreThoseOfThePapers() {
        Tally tally = Tally.of(calibration);
        assertThat(tally.customers()).isEqualTo(2357);
        assertThat(tally.rows()).isEqualTo(1016);
        assertThat(tally.repeatPurchases()).isEqualTo(2457);
        assertThat(tally.unit()).isEqualTo(ChronoUnit.WEEKS);
        assertThat(holdOut).isEqualTo(1882);
    }

    @Test
    void bgNbd() {
        Fit<BgNbd> fit = BgNbd.fit(calibration);
        assertFit(
                fit, -9582.43, 1653.4, new double[] {0.2426, 4.414, 0.793, 2.426}, new double[] {1e-4, 1e-3, 1e-3, 1e-3
                });
        assertThat(fit.model().expectedTransactionsOfNewCustomer(78)).isCloseTo(1.8580, within(1e-4));
        assertThat(fit.model().probabilityOfCount(0, 39)).isCloseTo(0.5743, within(1e-4));
        assertThat(fit.unit()).contains(ChronoUnit.WEEKS);
        assertThat(fit.evaluations()).isLessThan(40);
    }

    @Test
    void paretoNbd() {
        Fit<ParetoNbd> fit = ParetoNbd.fit(calibration);
        assertFit(fit, -9594.97, 1665.5, new double[] {0.5533, 10.578, 0.606, 11.669}, new double[] {
            1e-4, 1e-3, 1e-3, 1e-3
        });
        assertThat(fit.model().expectedTransactionsOfNewCustomer(52)).isCloseTo(1.4734, within(1e-4));
    }

    @Test
    void mbgNbd() {
        assertFit(MbgNbd.fit(calibration), -9582.13, 1576.7, new double[] {0.525, 6.183, 0.891, 1.614}, new double[] {
            1e-3, 1e-3, 1e-3, 1e-3
        });
    }

    @Test
    void seventyEightWeeks() {
        CustomerTable observed = Cdnow.sample().summarize(Cdnow.OBSERVED, Cdnow.in(ChronoUnit.WEEKS));
        Fit<ParetoNbd> pareto = ParetoNbd.fit(observed);
        assertThat(pareto.diagnosis()).hasToString("converged");
        assertParameters(pareto, new double[] {0.5630, 12.559, 0.4081, 10.515}, new double[] {1e-4, 1e-3, 1e-4, 1e-3});
        Fit<GammaGamma> spend = GammaGamma.fit(observed);
        assertThat(spend.diagnosis()).hasToString("converged");
        assertParameters(spend, new double[] {4.68, 4.19, 24.40}, new double[] {0.01, 0.01, 0.01});
    }

    private static void assertParameters(Fit<?> fit, double[] values, double[] digits) {
        int i = 0;
        for (Map.Entry<String, Double> parameter : fit.parameters().entrySet()) {
            assertThat(parameter.getValue()).as(parameter.getKey()).isCloseTo(values[i], within(digits[i]));
            i++;
        }
    }

    @Test
    void theLikelihoodOfCountsAloneIsAnother() {
        Tally tally = Tally.of(calibration);
        Nbd model = Nbd.fit(calibration).model();
        double sum = 0;
        for (int row = 0; row < tally.rows(); row++) {
            sum += tally.weight(row) * Math.log(model.probabilityOfCount(tally.x(row), tally.age(row)));
        }
        assertThat(sum).isCloseTo(-3193.06, within(0.01));
    }

    @Test
    void histories() {
        List<double[]> summary = Cdnow.summary();
        assertThat(summary).hasSize(calibration.size());
        for (int row = 0; row < summary.size(); row++) {
            double[] expected = summary.get(row);
            assertThat(calibration.frequency(row)).isEqualTo((int) expected[0]);
            assertThat(calibration.recency(row)).isCloseTo(expected[1], within(0.0051));
            assertThat(calibration.age(row)).isCloseTo(expected[2], within(0.0051));
            assertThat(calibration.monetaryValue(row)).isCloseTo(expected[3], within(0.0051));
        }
        assertThat(calibration.monetaryValue(0)).isCloseTo(22.345, within(1e-12));
    }

    @Test
    void nbd() {
        assertFit(Nbd.fit(calibration), -9763.66, 2929.8, new double[] {0.385, 12.072}, new double[] {1e-3, 1e-3});
    }

    /**
     * Bemmaor and Glady (2012, table 2) print .553, 10.578, b = .0002, s = .603, beta = .0026 and -9594.98, CLVTools
     * tests for b = .0000011, beta = .000013 and -9594.9762: mortality does not grow, and what is left is Pareto/NBD.
     */
    @Test
    void gGompertzNbdIsParetoNbd() {
        Fit<GGompertzNbd> fit = GGompertzNbd.fit(calibration);
        Fit<ParetoNbd> limit = ParetoNbd.fit(calibration);
        assertThat(fit.logLikelihood())
                .isCloseTo(-9594.9762, within(1e-4))
                .isCloseTo(limit.logLikelihood(), within(1e-8));
        assertThat(fit.diagnosis()).hasToString("at-boundary (b -> 0, beta -> 0)");
        for (String name : List.of("r", "alpha", "s")) {
            assertThat(fit.parameter(name)).isCloseTo(limit.parameter(name), within(1e-6 * limit.parameter(name)));
        }
        assertThat(fit.parameter("beta") / fit.parameter("b")).isCloseTo(limit.parameter("beta"), within(1e-4));
        assertThat(expectedInHoldOut(fit.model())).isCloseTo(1665.5, within(0.1));
    }

    @Test
    void gammaGamma() {
        Fit<GammaGamma> fit = GammaGamma.fit(calibration);
        assertThat(fit.customers()).isEqualTo(946);
        assertThat(fit.logLikelihood()).isCloseTo(-4055.92, within(0.01));
        double[] values = {6.25, 3.74, 15.44};
        int i = 0;
        for (double value : fit.parameters().values()) {
            assertThat(value).isCloseTo(values[i++], within(0.01));
        }
        double[] expected = {24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17};
        for (int row = 0; row < expected.length; row++) {
            assertThat(fit.model().expectedSpend(calibration.frequency(row), calibration.monetaryValue(row)))
                    .as("customer " + calibration.id(row))
                    .isCloseTo(expected[row], within(0.01));
        }
        assertThat(fit.unitText()).isEqualTo("USD");
        assertThat(fit.unit()).isEmpty();
        assertThat(fit.notes())
                .containsExactly(
                        "spend is taken to be independent of frequency; their correlation is 0.114",
                        "customers left out for want of a repeat purchase: 1411; they get the mean of all");
    }

    @Test
    void theUnitOfTimeOnlyScales() {
        CustomerTable days = Cdnow.sample().summarize(Cdnow.CALIBRATED, Cdnow.in(ChronoUnit.DAYS));
        CustomerTable years = Cdnow.sample().summarize(Cdnow.CALIBRATED, Cdnow.in(ChronoUnit.YEARS));
        Tally weeks = Tally.of(calibration);
        double week = ChronoUnit.WEEKS.getDuration().toSeconds();
        double[][] seconds = new double[4][weeks.rows()];
        for (int row = 0; row < weeks.rows(); row++) {
            seconds[0][row] = weeks.x(row);
            seconds[1][row] = weeks.last(row) * week;
            seconds[2][row] = weeks.age(row) * week;
            seconds[3][row] = weeks.weight(row);
        }
        Tally inSeconds = Tally.of(seconds[0], seconds[1], seconds[2], seconds[3], ChronoUnit.SECONDS);
        for (TransactionFamily<?> family : ContinuousTime.families()) {
            Fit<? extends TransactionModel> inWeeks = family.fit(weeks);
            for (Tally tally : new Tally[] {Tally.of(days), Tally.of(years), inSeconds}) {
                double ratio = week / tally.unit().getDuration().toSeconds();
                Fit<? extends TransactionModel> fit = family.fit(tally);
                assertThat(fit.logLikelihood() + tally.repeatPurchases() * Math.log(ratio))
                        .as(family.name() + " in " + tally.unit())
                        .isCloseTo(inWeeks.logLikelihood(), within(1e-7));
                inWeeks.parameters().forEach((name, value) -> {
                    double scaled = family.scaledParameters().contains(name)
                            ? value * ratio
                            : family.inverseParameters().contains(name) ? value / ratio : value;
                    assertThat(fit.parameter(name)).isCloseTo(scaled, within(1e-9 * scaled));
                });
                assertThat(fit.toString()).contains(" in " + fit.unitText() + ", ");
                for (int row = 0; row < calibration.size(); row++) {
                    int x = calibration.frequency(row);
                    double last = calibration.recency(row);
                    double age = calibration.age(row);
                    double before = inWeeks.model().expectedTransactions(x, last, age, 39);
                    assertThat(fit.model().expectedTransactions(x, last * ratio, age * ratio, 39 * ratio))
                            .isCloseTo(before, within(1e-9 * before));
                    assertThat(fit.model().probabilityAlive(x, last * ratio, age * ratio))
                            .isCloseTo(inWeeks.model().probabilityAlive(x, last, age), within(1e-9));
                }
            }
        }
    }

    @Test
    void theFullDataInDaysConverge() {
        CustomerTable days = Cdnow.full().summarize(Cdnow.CALIBRATED, Cdnow.in(ChronoUnit.DAYS));
        assertThat(days.size()).isEqualTo(23_570);
        for (TransactionFamily<?> family : ContinuousTime.families()) {
            String expected = family.name().equals("ggompertz-nbd") ? "at-boundary (b -> 0, beta -> 0)" : "converged";
            assertThat(family.fit(days).diagnosis()).as(family.name()).hasToString(expected);
        }
        Fit<GammaGamma> spend = GammaGamma.fit(days);
        assertThat(spend.diagnosis().converged()).isTrue();
        assertThat(spend.notes()).contains("customers left out because their mean amount is not above 0: 1");
    }

    @Test
    void donationsNeverEndBelowTheModelNested() {
        Tally donations = Cdnow.donations();
        assertThat(donations.customers()).isEqualTo(11_104);
        double nested = Nbd.family().fit(donations).logLikelihood();
        Fit<BgNbd> bg = BgNbd.family().fit(donations);
        assertThat(bg.logLikelihood()).isGreaterThanOrEqualTo(nested - 1e-9);
        assertThat(bg.diagnosis().kind()).isEqualTo(Diagnosis.Kind.AT_BOUNDARY);
        assertThat(bg.diagnosis().directions()).contains("a -> 0");
        assertThat(ParetoNbd.family().fit(donations).logLikelihood()).isGreaterThan(nested);
        assertThat(MbgNbd.family().fit(donations).logLikelihood()).isGreaterThan(nested);
        assertThat(GGompertzNbd.family().fit(donations).logLikelihood())
                .isGreaterThanOrEqualTo(ParetoNbd.family().fit(donations).logLikelihood() - 1e-6);
    }
}
