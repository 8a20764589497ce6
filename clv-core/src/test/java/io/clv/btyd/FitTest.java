package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clv.quantity.Ratio;
import io.clv.task.Parallelism;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FitTest {

    private static final Tally TALLY =
            PathologicalFitTest.simulated(ParetoNbd.of(0.55, 10.6, 0.6, 11.7), 30_000, 27, 39);

    static List<TransactionFamily<?>> families() {
        return TransactionFamily.all();
    }

    private static double[] someParameters(ModelFamily<?> family) {
        double[] parameters = {0.4, 9, 0.7, 8, 60};
        return java.util.Arrays.copyOf(parameters, family.parameterNames().size());
    }

    @ParameterizedTest
    @MethodSource("families")
    void derivativesAreThoseOfTheLikelihood(TransactionFamily<?> family) {
        Tally tally = PathologicalFitTest.typical(family, 300);
        FitObjective objective = family.objective(tally, FitOptions.defaults());
        double[] at = someParameters(family);
        Derivatives here = objective.at(at);
        TransactionModel model = family.of(at);
        double sum = 0;
        for (int row = 0; row < tally.rows(); row++) {
            sum += tally.weight(row) * model.logLikelihood(tally.x(row), tally.last(row), tally.age(row));
        }
        assertThat(here.value()).isCloseTo(sum, within(1e-10));
        assertDerivatives(objective, at, here);
    }

    static void assertDerivatives(FitObjective objective, double[] at, Derivatives here) {
        double scale = 0;
        for (int i = 0; i < at.length; i++) {
            scale = Math.max(scale, Math.abs(here.gradient(i) * at[i]));
        }
        for (int i = 0; i < at.length; i++) {
            double step = 1e-5 * at[i];
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] += step;
            down[i] -= step;
            Derivatives above = objective.at(up);
            Derivatives below = objective.at(down);
            assertThat((above.value() - below.value()) / (2 * step) * at[i])
                    .isCloseTo(here.gradient(i) * at[i], within(1e-7 * scale));
            for (int j = 0; j < at.length; j++) {
                assertThat((above.gradient(j) - below.gradient(j)) / (2 * step) * at[i] * at[j])
                        .as("by " + i + " and " + j)
                        .isCloseTo(here.hessian(i, j) * at[i] * at[j], within(1e-6 * scale));
                assertThat(here.hessian(i, j)).isEqualTo(here.hessian(j, i));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void threadsDoNotChangeABit(TransactionFamily<?> family) {
        Tally tally = PathologicalFitTest.typical(family, 30_000);
        Fit<?> alone = family.fit(tally);
        Fit<?> together = family.fit(tally, FitOptions.defaults().parallelism(Parallelism.of(3)));
        assertThat(together.toText()).isEqualTo(alone.toText());
        assertThat(tally.rows()).isGreaterThan(8 * BlockObjective.BLOCK);
    }

    @Test
    void norDoTheyForSpend() {
        GammaGamma truth = GammaGamma.of(6, 4, 15);
        int customers = 20_000;
        double[] x = new double[customers];
        double[] mean = new double[customers];
        double[] weight = new double[customers];
        for (int i = 0; i < customers; i++) {
            x[i] = 1;
            mean[i] = truth.simulate(4, i, 1)[0];
            weight[i] = 1;
        }
        SpendTally tally = SpendTally.of(x, mean, weight);
        assertThat(tally.rows()).isGreaterThan(8 * BlockObjective.BLOCK);
        FitOptions threads = FitOptions.defaults().parallelism(Parallelism.of(3));
        assertThat(GammaGamma.family().fit(tally, threads).toText())
                .isEqualTo(GammaGamma.family().fit(tally).toText());
    }

    @Test
    void interruptionEndsAFitOnThreadsToo() {
        FitOptions interrupting = FitOptions.defaults()
                .parallelism(Parallelism.of(2))
                .progress((stage, done, total) -> {
                    if (done == 5) {
                        Thread.currentThread().interrupt();
                    }
                });
        assertThatThrownBy(() -> ParetoNbd.family().fit(TALLY, interrupting))
                .isInstanceOf(CancellationException.class)
                .hasMessage("interrupted after 5 evaluations of the likelihood");
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("families")
    void partsAddUpToTheWhole(TransactionFamily<?> family) {
        Tally first = PathologicalFitTest.typical(family, 500);
        Tally second = PathologicalFitTest.typical(family, 700);
        Fit<?> whole = family.fit(first.plus(second));
        FitOptions options = FitOptions.defaults();
        FitObjective parts =
                FitObjective.sum(List.of(family.objective(first, options), family.objective(second, options)));
        Fit<?> merged = family.fit(parts, ChronoUnit.WEEKS, options);
        assertThat(merged.logLikelihood()).isCloseTo(whole.logLikelihood(), within(1e-8));
        assertThat(merged.customers()).isEqualTo(1200);
        whole.parameters()
                .forEach((name, value) -> assertThat(merged.parameter(name)).isCloseTo(value, within(1e-6 * value)));
    }

    @Test
    void withoutSecondDerivativesTheEndIsTheSame() {
        Tally tally = PathologicalFitTest.simulated(BgNbd.of(0.5, 8, 0.8, 2.5), 2000, 27, 39);
        FitObjective full = BgNbd.family().objective(tally, FitOptions.defaults());
        FitObjective gradientOnly = new FitObjective() {
            @Override
            public Moments moments() {
                return full.moments();
            }

            @Override
            public Derivatives at(double[] parameters) {
                Derivatives all = full.at(parameters);
                double[] gradient = new double[4];
                java.util.Arrays.setAll(gradient, all::gradient);
                return Derivatives.of(all.value(), gradient, new double[0][]);
            }
        };
        Fit<BgNbd> expected = BgNbd.family().fit(tally);
        Fit<BgNbd> actual = BgNbd.family().fit(gradientOnly, ChronoUnit.WEEKS, FitOptions.defaults());
        assertThat(actual.logLikelihood()).isCloseTo(expected.logLikelihood(), within(1e-6));
        assertThat(actual.diagnosis().converged()).isTrue();
        double error = expected.standardError("a").orElseThrow();
        assertThat(actual.standardError("a").orElseThrow()).isCloseTo(error, within(1e-2 * error));
    }

    @Test
    void fitsFindTheParametersThatMadeTheData() {
        Tally tally = PathologicalFitTest.simulated(BgNbd.of(0.8, 8, 0.8, 2.5), 20_000, 27, 78);
        Fit<BgNbd> fit = BgNbd.family().fit(tally);
        BgNbd.of(0.8, 8, 0.8, 2.5)
                .parameters()
                .forEach((name, truth) -> assertThat(fit.parameter(name))
                        .as(name)
                        .isCloseTo(truth, within(4 * fit.standardError(name).orElseThrow())));
        double error = fit.standardError("a").orElseThrow();
        double[][] covariance = fit.covariance().orElseThrow();
        assertThat(Math.sqrt(covariance[2][2])).isCloseTo(error, within(1e-15));
        ParameterInterval interval = fit.interval("a", Ratio.percent(95)).orElseThrow();
        double a = fit.parameter("a");
        assertThat(Math.log(interval.high() / a)).isCloseTo(1.959963984540054 * error / a, within(1e-12));
        assertThat(interval.low() * interval.high()).isCloseTo(a * a, within(1e-12));
        assertThat(fit.aic()).isCloseTo(8 - 2 * fit.logLikelihood(), within(1e-9));
        assertThat(fit.bic()).isCloseTo(4 * Math.log(20_000) - 2 * fit.logLikelihood(), within(1e-9));
    }

    @Test
    void weightsCountCustomers() {
        double[] x = {2, 0, 5};
        double[] last = {20, 0, 30};
        double[] age = {39, 39, 39};
        Tally weighted = Tally.of(x, last, age, new double[] {2, 3, 1}, ChronoUnit.WEEKS);
        Tally listed = Tally.of(
                new double[] {0, 5, 2, 0, 2, 0},
                new double[] {0, 30, 20, 0, 20, 0},
                new double[] {39, 39, 39, 39, 39, 39},
                ChronoUnit.WEEKS);
        assertThat(weighted.rows()).isEqualTo(3);
        assertThat(weighted.customers()).isEqualTo(6);
        assertThat(weighted).hasToString("3 histories of 6.0 customers in WEEKS");
        assertThat(Nbd.family().fit(weighted)).isEqualTo(Nbd.family().fit(listed));
        assertThat(Nbd.family().fit(weighted)).hasSameHashCodeAs(Nbd.family().fit(listed));
        assertThat(Nbd.family().fit(weighted).logLikelihood())
                .isEqualTo(Nbd.family()
                        .fit(Tally.of(x, last, age, new double[] {2, 3, 1}, ChronoUnit.DAYS))
                        .logLikelihood());
    }

    @Test
    void theOrderOfFractionalWeightsDoesNotMatter() {
        Tally one = Tally.of(
                new double[] {2, 2, 2},
                new double[] {20, 20, 20},
                new double[] {39, 39, 39},
                new double[] {0.1, 0.2, 0.7},
                ChronoUnit.WEEKS);
        Tally other = Tally.of(
                new double[] {2, 2, 2},
                new double[] {20, 20, 20},
                new double[] {39, 39, 39},
                new double[] {0.7, 0.1, 0.2},
                ChronoUnit.WEEKS);
        assertThat(one.rows()).isEqualTo(1);
        assertThat(one.weight(0)).isEqualTo(other.weight(0));
    }

    @ParameterizedTest
    @MethodSource("families")
    void textRoundTrips(TransactionFamily<?> family) {
        for (Prior prior : List.of(Prior.NONE, Prior.WEAK)) {
            Fit<?> fit = family.fit(
                    Tally.of(
                            new double[] {3, 0, 1},
                            new double[] {20, 0, 11},
                            new double[] {39, 30, 35},
                            new double[] {5, 20, 9},
                            ChronoUnit.WEEKS),
                    FitOptions.defaults().prior(prior));
            Fit<?> read = family.parse(fit.toText());
            assertThat(read).isEqualTo(fit);
            assertThat(read.model()).isEqualTo(fit.model());
            assertThat(read.diagnosis()).isEqualTo(fit.diagnosis());
            assertThat(read.prior()).isEqualTo(prior);
            assertThat(read.standardErrors()).isEqualTo(fit.standardErrors());
            assertThat(read.unit()).contains(ChronoUnit.WEEKS);
        }
    }

    @Test
    void theTextIsShortAndReadable() {
        Fit<GammaGamma> fit = GammaGamma.family()
                .fit(SpendTally.of(new double[] {2, 0, 3, 1}, new double[] {10, 0, 14, -1}, new double[] {1, 1, 1, 1}));
        assertThat(fit.toText())
                .startsWith("clv-fit 2\nmodel gamma-gamma\nparameter p ")
                .contains("\nunit amounts\ncustomers 2.0\npurchases 5.0\nmean-scale 12.0\nlog-likelihood ")
                .contains("\nprior none\n")
                .endsWith("note customers left out because their mean amount is not above 0: 1\n"
                        + "note the amounts of 2 customers tell the 3 parameters of gamma-gamma, which ask for 30: better"
                        + " the weak prior, first purchases included, or one mean order value for all\n");
        assertThat(GammaGamma.family().parse(fit.toText())).isEqualTo(fit);
    }

    @Test
    void textThatIsNoFitIsRefused() {
        String text = """
                clv-fit 1
                model nbd
                parameter r 0.5
                parameter alpha 2
                unit weeks
                customers 10
                purchases 4
                log-likelihood -20
                diagnosis converged
                prior none
                evaluations 9
                """;
        assertThat(Nbd.family().parse(text).model()).isEqualTo(Nbd.of(0.5, 2));
        assertParseRefused(
                text.replace("clv-fit 1", "clv-fit 3"),
                "line 1 must be 'clv-fit 2' or 'clv-fit 1', but was 'clv-fit 3'");
        assertParseRefused(text.replace("model nbd", "model bg-nbd"), "model must be nbd, but was 'bg-nbd'");
        assertParseRefused(text.replace("parameter r 0.5\n", ""), "parameters of nbd must be r, alpha, but were alpha");
        assertParseRefused(text.replace("r 0.5", "r half"), "parameter must be a number, but was 'half'");
        assertParseRefused(text.replace("r 0.5", "r NaN"), "parameter must be finite, but was NaN");
        assertParseRefused(text.replace("unit weeks\n", ""), "a fit must have one line 'unit', but had 0");
        assertParseRefused(
                text.replace("prior none", "prior strong"),
                "prior must be none, or weak and what is known of parameters, as in 'weak r~lognormal(0.5,0.7)', but was"
                        + " 'strong'");
        assertParseRefused(
                text.replace("diagnosis converged", "diagnosis fine"),
                "diagnosis must be one of converged, at-boundary, not-identified, but was 'fine'");
        assertParseRefused(
                text + "log-covariance 1 2 3\n", "log-covariance must have 2 rows and columns, but row 1 of 1 had 3");
        assertParseRefused(
                text + "secret 5\n",
                "line 12 must begin with one of clv-fit, model, parameter, unit, customers, purchases, mean-scale,"
                        + " log-likelihood, diagnosis, prior, evaluations, log-covariance, covariate, note, but was 'secret 5'");
    }

    private static void assertParseRefused(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nbd.family().parse(text))
                .withMessage(message);
    }

    @Test
    void familiesAreFoundByName() {
        assertThat(TransactionFamily.all())
                .extracting(ModelFamily::name)
                .containsExactly("bg-bb", "bg-nbd", "ggompertz-nbd", "mbg-nbd", "nbd", "pareto-nbd");
        assertThat(TransactionFamily.named("pareto-nbd").parameterNames()).containsExactly("r", "alpha", "s", "beta");
        assertThat(SpendFamily.named("gamma-gamma").of(1, 2, 3)).isEqualTo(GammaGamma.of(1, 2, 3));
        assertThat(TransactionFamily.all())
                .allMatch(family -> family.description().contains("purchases"));
        assertThat(GammaGamma.family().description()).contains("spend");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransactionFamily.named("bgnbd"))
                .withMessage(
                        "transaction model must be one of bg-bb, bg-nbd, ggompertz-nbd, mbg-nbd, nbd, pareto-nbd, but was 'bgnbd'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpendFamily.named("normal"))
                .withMessage("spend model must be one of gamma-gamma, but was 'normal'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BgNbd.family().of(1, 2, 3))
                .withMessage("bg-nbd must have 4 parameters (r, alpha, a, b), but had 3");
    }

    @Test
    void progressIsHeardAndInterruptionEndsTheFit() {
        List<String> heard = new ArrayList<>();
        Fit<Nbd> fit = Nbd.family()
                .fit(
                        TALLY,
                        FitOptions.defaults()
                                .progress((stage, done, total) -> heard.add(stage + " " + done + " of " + total)));
        assertThat(heard).hasSize(fit.evaluations()).startsWith("fit nbd 1 of -1", "fit nbd 2 of -1");
        FitOptions interrupting = FitOptions.defaults().progress((stage, done, total) -> {
            if (done == 3) {
                Thread.currentThread().interrupt();
            }
        });
        assertThatThrownBy(() -> Nbd.family().fit(TALLY, interrupting))
                .isInstanceOf(CancellationException.class)
                .hasMessage("interrupted after 3 evaluations of the likelihood");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anUnknownParameterOrLevelIsRefused() {
        Fit<Nbd> fit = Nbd.family().fit(TALLY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit.interval("beta", Ratio.percent(95)))
                .withMessage("parameter must be one of r, alpha, but was 'beta'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit.interval("r", Ratio.percent(100)))
                .withMessage("level must be between 0% and 100%, but was 100%");
        assertThat(fit.toString()).startsWith("nbd{r=").contains(" in weeks, converged");
    }

    @Test
    void withoutACustomerThereIsNoFit() {
        Tally none = Tally.of(new double[0], new double[0], new double[0], ChronoUnit.WEEKS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BgNbd.family().fit(none))
                .withMessage("a fit must have at least one customer, but had none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FitObjective.sum(List.of()))
                .withMessage("an objective must have at least one part, but had none");
    }

    @Test
    void derivativesOfDifferentParametersDoNotAddUp() {
        Derivatives two = Derivatives.of(1, new double[] {1, 2}, new double[0][]);
        Derivatives three = Derivatives.of(1, new double[] {1, 2, 3}, new double[0][]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.plus(three))
                .withMessage("derivatives must be by the same parameters, but were by 2 and 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Derivatives.of(1, new double[] {1, 2}, new double[][] {{1, 2}}))
                .withMessage("the Hessian must have 2 rows and columns, but had 1 rows, row 1 with 2 columns");
        assertThat(two.plus(two).value()).isEqualTo(2);
        assertThat(two.parameters()).isEqualTo(2);
        assertThat(two).hasToString("log-likelihood 1.0 by 2 parameters");
    }
}
