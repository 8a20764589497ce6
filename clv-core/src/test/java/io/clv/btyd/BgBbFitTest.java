package io.clv.btyd;

import static io.clv.ledger.LedgerOptions.collapse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ltv.CustomerBase;
import io.clv.numerics.Objective;
import io.clv.numerics.TrustRegion;
import io.clv.quantity.Money;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BgBbFitTest {

    @Test
    void donations() {
        Tally donations = Cdnow.donations();
        assertThat(donations.rows()).isEqualTo(22);
        Fit<BgBb> fit = BgBb.family().fit(donations);
        assertThat(fit.logLikelihood()).isCloseTo(-33225.58, within(0.01));
        assertThat(fit.diagnosis()).hasToString("converged");
        assertThat(fit.parameter("alpha")).isCloseTo(1.204, within(0.001));
        assertThat(fit.parameter("beta")).isCloseTo(0.750, within(0.001));
        assertThat(fit.parameter("gamma")).isCloseTo(0.657, within(0.001));
        assertThat(fit.parameter("delta")).isCloseTo(2.783, within(0.001));
        assertThat(fit.customers()).isEqualTo(11_104);
        assertThat(fit.unit()).contains(ChronoUnit.YEARS);
        assertThat(fit.evaluations()).isLessThan(40);

        BgBb model = fit.model();
        double expected = 0;
        for (int row = 0; row < donations.rows(); row++) {
            expected += donations.weight(row)
                    * model.expectedTransactions(donations.x(row), donations.last(row), donations.age(row), 5);
        }
        assertThat(expected).isCloseTo(12_884, within(1.0));
        double tenPercent = Math.log1p(0.1);
        assertThat(model.discountedExpectedTransactions(6, 6, 6, tenPercent)).isCloseTo(5.910, within(0.001));
        assertThat(model.probabilityAliveAtNextOpportunity(2, 4, 6)).isCloseTo(0.59, within(0.01));
    }

    @Test
    void donationsAreNotComparedWithDensities() {
        assertThat(BgBb.family().process()).isEqualTo(PurchaseProcess.OPPORTUNITIES);
        assertThat(BgNbd.family().process()).isEqualTo(PurchaseProcess.CONTINUOUS_TIME);
        assertThat(TransactionFamily.named("bg-bb")).isInstanceOf(BgBb.Family.class);
        assertThat(BgBb.family().scaledParameters()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LikelihoodRatio.bootstrap(
                        Nbd.family(),
                        BgBb.family(),
                        weighted(new double[][] {{3, 5, 6, 1}}),
                        9,
                        1,
                        FitOptions.defaults()))
                .withMessage("families must be of one process, since a density and a probability do not compare, but"
                        + " nbd is of CONTINUOUS_TIME and bg-bb of OPPORTUNITIES");
    }

    private static Ledger donors() {
        Ledger.Builder ledger = Ledger.builder(Money.currency("USD"));
        int[][] years = {{2018, 2019, 2020, 2023}, {2018}, {2018, 2020}, {2019, 2020, 2021, 2022, 2023}, {2019}, {2020}
        };
        for (int donor = 0; donor < years.length; donor++) {
            for (int year : years[donor]) {
                ledger.add("d" + donor, LocalDate.of(year, 1 + donor, 28), Money.of(25 + 10 * donor, "USD"));
                ledger.add("d" + donor, LocalDate.of(year, 12, 24), Money.of(5, "USD"));
            }
        }
        return ledger.build();
    }

    private static final String FEW =
            "3 of 6 customers came back, where the 4 parameters of bg-bb ask for 40: better the weak prior, one fit to"
                    + " the customers of all groups, or a formula such as margin-adjusted with a churn of your own";

    @Test
    void aLogOnAGridOfYearsIsATableOfOpportunities() {
        CustomerTable customers = donors().summarize(LocalDate.of(2023, 12, 31), collapse(ChronoUnit.YEARS));
        Fit<BgBb> fit = BgBb.fit(customers);
        Fit<BgBb> expected = BgBb.family()
                .fit(Tally.of(
                        new double[] {3, 0, 1, 4, 0, 0},
                        new double[] {5, 0, 2, 4, 0, 0},
                        new double[] {5, 5, 5, 4, 4, 3},
                        ChronoUnit.YEARS));
        assertThat(fit).isEqualTo(expected);
        assertThat(fit.notes()).containsExactly(FEW);
    }

    @Test
    void anOpportunityThatIsNotOverIsSaid() {
        CustomerTable customers = donors().summarize(LocalDate.of(2024, 3, 10), collapse(ChronoUnit.YEARS));
        assertThat(BgBb.fit(customers).notes())
                .containsExactly(
                        FEW,
                        "the last opportunity ends on 2024-12-31, after the end of observation on 2024-03-10,"
                                + " and is counted as whole");
    }

    @Test
    void timeThatIsNotCountedInOpportunitiesIsRefused() {
        LocalDate end = LocalDate.of(2023, 12, 31);
        CustomerTable days = donors().summarize(end, collapse(ChronoUnit.DAYS).unit(ChronoUnit.WEEKS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BgBb.fit(days))
                .withMessage(
                        "granularity and unit must be the same, one opportunity a period, but purchases are collapsed"
                                + " to days and time is counted in weeks; summarize with collapse(WEEKS) or the period in which a"
                                + " customer can buy once");
        CustomerTable years = donors().summarize(end, collapse(ChronoUnit.YEARS).unit(ChronoUnit.MONTHS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BgBb.fit(years))
                .withMessageStartingWith(
                        "granularity and unit must be the same, one opportunity a period, but purchases"
                                + " are collapsed to years and time is counted in months;");
        String advice =
                "; collapse purchases into the periods in which a customer can buy once, and count time in the same"
                        + " unit, as collapse(YEARS) does";
        assertTallyRefused(
                2,
                2.5,
                6,
                "t_x must be a whole number of opportunities, but was 2.5 (history x 2, t_x 2.5, T 6.0)" + advice);
        assertTallyRefused(
                2,
                2,
                5.5,
                "T must be a whole number of opportunities, but was 5.5 (history x 2, t_x 2.0, T 5.5)" + advice);
        assertTallyRefused(
                4,
                3,
                6,
                "x must be at most t_x (3.0), one purchase an opportunity, but was 4 (history x 4, t_x 3.0, T 6.0)"
                        + advice);
        assertTallyRefused(
                1,
                1,
                1e7,
                "T must be at most 1000000 opportunities in a fit, which counts them one by one, but was 1.0E7");
    }

    private static void assertTallyRefused(double x, double last, double age, String message) {
        Tally tally = Tally.of(new double[] {0, x}, new double[] {0, last}, new double[] {6, age}, ChronoUnit.WEEKS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BgBb.family().fit(tally))
                .withMessage(message);
    }

    @Test
    void aValuationChecksTheTableToo() {
        LocalDate end = LocalDate.of(2024, 3, 10);
        CustomerTable days = donors().summarize(end, collapse(ChronoUnit.DAYS).unit(ChronoUnit.YEARS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FittedLtv.fit(days)
                        .transactions(BgBb.family())
                        .spend(GammaGamma.family())
                        .over(Span.years(5))
                        .value())
                .withMessageStartingWith(
                        "granularity and unit must be the same, one opportunity a period, but purchases"
                                + " are collapsed to days and time is counted in years;");
        CustomerTable years = donors().summarize(end, collapse(ChronoUnit.YEARS));
        FittedLtv fitted = FittedLtv.fit(years)
                .transactions(BgBb.family())
                .spend(GammaGamma.family())
                .fitOptions(FitOptions.defaults().prior(Prior.WEAK))
                .over(Span.years(5))
                .model();
        assertThat(fitted.transactions().notes())
                .contains("the last opportunity ends on 2024-12-31, after the end of observation on 2024-03-10, and is"
                        + " counted as whole");
        assertThat(fitted.value(CustomerBase.of(years)).total().minorUnits()).isPositive();
    }

    @Test
    void fitsFindTheParametersThatMadeTheData() {
        BgBb truth = BgBb.of(1.2, 2, 0.7, 9);
        Fit<BgBb> fit = BgBb.family().fit(PathologicalFitTest.simulated(truth, 20_000, 13, 20));
        assertThat(fit.diagnosis().converged()).isTrue();
        truth.parameters()
                .forEach((name, value) -> assertThat(fit.parameter(name))
                        .as(name)
                        .isCloseTo(value, within(4 * fit.standardError(name).orElseThrow())));
    }

    private static Tally weighted(double[][] rows) {
        double[][] columns = new double[4][rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < 4; column++) {
                columns[column][row] = rows[row][column];
            }
        }
        return Tally.of(columns[0], columns[1], columns[2], columns[3], ChronoUnit.YEARS);
    }

    static Stream<Arguments> data() {
        return Stream.of(
                Arguments.of("nobody came back", weighted(new double[][] {{0, 0, 6, 100}, {0, 0, 5, 80}})),
                Arguments.of("one customer", weighted(new double[][] {{3, 5, 6, 1}})),
                Arguments.of("one customer of no age", weighted(new double[][] {{0, 0, 0, 1}})),
                Arguments.of("all always bought", weighted(new double[][] {{6, 6, 6, 50}, {5, 5, 5, 20}})),
                Arguments.of("all or nothing", weighted(new double[][] {{6, 6, 6, 50}, {0, 0, 6, 50}})),
                Arguments.of("one opportunity", weighted(new double[][] {{1, 1, 1, 50}, {0, 0, 1, 50}})),
                Arguments.of("always, then gone", weighted(new double[][] {{2, 2, 40, 50}, {7, 7, 40, 9}, {0, 0, 40, 70}
                })),
                Arguments.of("nobody leaves", PathologicalFitTest.simulated(BgBb.of(2, 5, 1e-9, 1), 2000, 13, 20)),
                Arguments.of("all alike", PathologicalFitTest.simulated(BgBb.of(3e7, 7e7, 1e7, 19e7), 2000, 13, 20)),
                Arguments.of("gone at once", PathologicalFitTest.simulated(BgBb.of(1, 1, 50, 1), 500, 13, 20)),
                Arguments.of("ten customers", PathologicalFitTest.simulated(BgBb.of(1.2, 2, 0.7, 9), 10, 13, 20)),
                Arguments.of(
                        "thousands of opportunities",
                        PathologicalFitTest.simulated(BgBb.of(1, 300, 1, 900), 300, 2000, 2007)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("data")
    void pathologicalDataEndInAFiniteAnswerWithADiagnosis(String name, Tally tally) {
        double betaBinomial = betaBinomial(tally);
        for (Prior prior : List.of(Prior.NONE, Prior.WEAK)) {
            Fit<BgBb> fit = BgBb.family().fit(tally, FitOptions.defaults().prior(prior));
            assertThat(fit.logLikelihood()).isFinite();
            assertThat(fit.parameters().values()).allMatch(value -> value > 0 && Double.isFinite(value));
            assertThat(fit.model().expectedTransactions(0, 0, 6, 6)).isFinite();
            assertThat(fit.model().expectedTransactions(3, 5, 6, 6)).isFinite();
            assertThat(fit.standardErrors().isPresent())
                    .isEqualTo(fit.diagnosis().converged());
            if (prior.equals(Prior.NONE)) {
                assertThat(fit.logLikelihood())
                        .as(fit.toString())
                        .isGreaterThanOrEqualTo(betaBinomial - 1e-11 * Math.abs(betaBinomial) - 1e-9);
            } else {
                assertThat(fit.diagnosis()).hasToString("converged");
                assertThat(fit.evaluations()).isLessThan(100);
            }
        }
    }

    /** The largest log-likelihood where nobody leaves. */
    static double betaBinomial(Tally tally) {
        FitObjective objective = BgBb.family().objective(tally, FitOptions.defaults());
        Objective staying = (logs, gradient, hessian) -> {
            double[] at = {Math.exp(logs[0]), Math.exp(logs[1]), 1e-18, 1};
            if (Math.max(Math.abs(logs[0]), Math.abs(logs[1])) > 80) {
                Arrays.fill(gradient, 0);
                return Double.POSITIVE_INFINITY;
            }
            Derivatives here = objective.at(at);
            for (int i = 0; i < 2; i++) {
                gradient[i] = -here.gradient(i) * at[i];
                for (int j = 0; j < hessian.length; j++) {
                    hessian[i][j] = -here.hessian(i, j) * at[i] * at[j] + (i == j ? gradient[i] : 0);
                }
            }
            return -here.value();
        };
        return -Math.min(
                TrustRegion.minimize(staying, new double[] {0, 0}).value(),
                TrustRegion.minimize(staying, new double[] {-2, 2}).value());
    }

    @Test
    void boundariesAreNamed() {
        Fit<BgBb> loyal = BgBb.family().fit(weighted(new double[][] {{6, 6, 6, 50}, {5, 5, 5, 20}}));
        assertThat(loyal.diagnosis().kind()).isEqualTo(Diagnosis.Kind.AT_BOUNDARY);
        assertThat(loyal.diagnosis().directions()).contains("beta -> 0", "gamma -> 0");
        assertThat(loyal.model().expectedTransactions(6, 6, 6, 10)).isCloseTo(10, within(1e-6));
        Fit<BgBb> lost = BgBb.family().fit(weighted(new double[][] {{0, 0, 6, 100}, {0, 0, 5, 80}}));
        assertThat(lost.diagnosis().kind()).isEqualTo(Diagnosis.Kind.AT_BOUNDARY);
        assertThat(lost.model().expectedTransactions(0, 0, 6, 10)).isCloseTo(0, within(1e-6));
        assertThat(BgBb.family().fit(weighted(new double[][] {{0, 0, 0, 1}})).diagnosis())
                .hasToString("not-identified (alpha, beta, gamma, delta)");
    }
}
