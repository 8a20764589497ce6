package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.IdPolicy;
import io.clv.ledger.JoinedAttributes;
import io.clv.numerics.RandomStream;
import io.clv.quantity.Ratio;
import io.clv.task.Parallelism;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CovariateFamilyTest {

    private static final CovariateEncoding ENCODING = CovariateEncoding.builder()
            .number("income", 10, 2)
            .category("channel", List.of("shop", "web", "phone"))
            .build();

    private static final Map<String, double[]> PARAMETERS = Map.of(
            "nbd", new double[] {0.8, 6},
            "pareto-nbd", new double[] {0.8, 6, 0.7, 9},
            "bg-nbd", new double[] {0.8, 6, 0.9, 2.5},
            "mbg-nbd", new double[] {0.8, 6, 0.9, 2.5},
            "ggompertz-nbd", new double[] {0.8, 6, 0.1, 0.7, 6});

    private static double[] plain(String base) {
        return Objects.requireNonNull(PARAMETERS.get(base));
    }

    private static double[] withCoefficients(CovariateFamily<?> family, String base) {
        double[] parameters = Arrays.copyOf(plain(base), family.parameterNames().size());
        for (int i = plain(base).length; i < parameters.length; i++) {
            parameters[i] = 0.3 * Math.cos(3 * i);
        }
        return parameters;
    }

    /** Customers drawn from a model with covariates: income is normal, channels are as likely as another. */
    static <M extends TransactionModel> CovariateTally simulated(
            WithCovariates<M> model, int customers, double weeks, long seed) {
        double[][] columns = new double[4][customers];
        double[][] terms = new double[customers][];
        String[] channels = {"shop", "web", "phone"};
        for (int i = 0; i < customers; i++) {
            RandomStream random = RandomStream.of(seed, -1 - i);
            // Rounded, so that some customers are alike.
            double income = 10 + 2 * Math.rint(4 * random.normal()) / 4;
            Covariates covariates =
                    Covariates.of("income", income).and("channel", channels[(int) (3 * random.uniform())]);
            double[] times = model.at(covariates).simulate(seed, i, weeks);
            columns[0][i] = times.length;
            columns[1][i] = times.length == 0 ? 0 : times[times.length - 1];
            columns[2][i] = weeks;
            columns[3][i] = 1;
            terms[i] = model.encoding().encode(covariates);
        }
        return CovariateTally.of(
                columns[0], columns[1], columns[2], columns[3], terms, model.encoding(), ChronoUnit.WEEKS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nbd", "pareto-nbd", "bg-nbd", "mbg-nbd", "ggompertz-nbd"})
    void isTheOrdinaryModelOfEachCustomer(String base) {
        CovariateFamily<?> family = CovariateFamily.of(TransactionFamily.named(base), ENCODING);
        double[] parameters = withCoefficients(family, base);
        WithCovariates<? extends TransactionModel> model = family.of(parameters);
        CovariateTally tally = simulated(model, 300, 40, 1);

        double value =
                family.objective(tally, FitOptions.defaults()).at(parameters).value();

        double sum = 0;
        for (int group = 0; group < tally.groups(); group++) {
            TransactionModel own = model.at(tally.terms(group));
            for (int row = tally.start(group); row < tally.start(group + 1); row++) {
                Tally rows = tally.rows();
                sum += rows.weight(row) * own.logLikelihood(rows.x(row), rows.last(row), rows.age(row));
            }
        }
        assertThat(value).isCloseTo(sum, within(1e-9 * Math.abs(sum)));
    }

    /** First derivatives against differences of the value, second ones against differences of the first. */
    @ParameterizedTest
    @ValueSource(strings = {"nbd", "pareto-nbd", "bg-nbd", "mbg-nbd", "ggompertz-nbd"})
    void hasItsDerivatives(String base) {
        CovariateFamily<?> family = CovariateFamily.of(TransactionFamily.named(base), ENCODING);
        double[] at = withCoefficients(family, base);
        FitObjective objective = family.objective(simulated(family.of(at), 200, 40, 2), FitOptions.defaults());
        Derivatives exact = objective.at(at);
        for (int i = 0; i < at.length; i++) {
            double step = 1e-5 * Math.max(1, Math.abs(at[i]));
            double[] up = at.clone();
            up[i] += step;
            double[] down = at.clone();
            down[i] -= step;
            Derivatives above = objective.at(up);
            Derivatives below = objective.at(down);
            double slope = (above.value() - below.value()) / (2 * step);
            assertThat(exact.gradient(i)).as("gradient %d", i).isCloseTo(slope, within(1e-4 * (1 + Math.abs(slope))));
            for (int j = 0; j < at.length; j++) {
                double second = (above.gradient(j) - below.gradient(j)) / (2 * step);
                assertThat(exact.hessian(i, j))
                        .as("hessian %d %d", i, j)
                        .isCloseTo(second, within(1e-5 * (10 + Math.abs(second))));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nbd", "pareto-nbd", "bg-nbd", "mbg-nbd", "ggompertz-nbd"})
    void findsTheCoefficientsThatMadeItsData(String base) {
        CovariateFamily<?> family = CovariateFamily.of(TransactionFamily.named(base), ENCODING);
        double[] truth = withCoefficients(family, base);
        CovariateTally tally = simulated(family.of(truth), 6000, 60, 3);

        Fit<?> fit = family.fit(tally);

        assertThat(fit.diagnosis().converged()).isTrue();
        for (int i = 0; i < truth.length; i++) {
            String name = family.parameterNames().get(i);
            double error = fit.standardError(name).orElseThrow();
            assertThat(fit.parameter(name)).as(name).isCloseTo(truth[i], within(4 * error));
        }
        String coefficient = family.parameterNames().get(plain(base).length);
        ParameterInterval interval =
                fit.interval(coefficient, Ratio.percent(95)).orElseThrow();
        double error = fit.standardError(coefficient).orElseThrow();
        assertThat(interval.high() - fit.parameter(coefficient)).isCloseTo(1.959964 * error, within(1e-6 * error));
        assertThat(fit.parameter(coefficient) - interval.low()).isCloseTo(1.959964 * error, within(1e-6 * error));
    }

    @Test
    void namesItsCoefficientsAfterWhatTheyActOn() {
        assertThat(CovariateFamily.of(BgNbd.family(), ENCODING).parameterNames())
                .containsExactly(
                        "r",
                        "alpha",
                        "a",
                        "b",
                        "purchases:income",
                        "purchases:channel=web",
                        "purchases:channel=phone",
                        "a:income",
                        "a:channel=web",
                        "a:channel=phone",
                        "b:income",
                        "b:channel=web",
                        "b:channel=phone");
        assertThat(CovariateFamily.of(ParetoNbd.family(), ENCODING)
                        .equal("channel")
                        .parameterNames())
                .containsExactly(
                        "r",
                        "alpha",
                        "s",
                        "beta",
                        "purchases:income",
                        "channel=web",
                        "channel=phone",
                        "dropout:income");
    }

    /** A positive coefficient means buying more often, and leaving earlier. */
    @Test
    void coefficientsSayWhatTheirNamesSay() {
        CovariateFamily<ParetoNbd> family = CovariateFamily.of(
                ParetoNbd.family(),
                CovariateEncoding.builder().number("income", 10, 2).build());
        WithCovariates<ParetoNbd> model = family.of(0.8, 6, 0.7, 9, 0.5, 0.25);

        assertThat(model.at(Covariates.of("income", 12)))
                .isEqualTo(ParetoNbd.of(0.8, 6 * Math.exp(-0.5), 0.7, 9 * Math.exp(-0.25)));
        assertThat(model.base()).isEqualTo(ParetoNbd.of(0.8, 6, 0.7, 9));
    }

    @Test
    void anEqualCoefficientActsOnBothProcesses() {
        CovariateEncoding income =
                CovariateEncoding.builder().number("income", 10, 2).build();
        CovariateFamily<ParetoNbd> equal =
                CovariateFamily.of(ParetoNbd.family(), income).equal("income");
        CovariateFamily<ParetoNbd> apart = CovariateFamily.of(ParetoNbd.family(), income);
        CovariateTally tally = simulatedIncome(apart.of(0.8, 6, 0.7, 9, 0.4, 0.4), 1500);

        Fit<WithCovariates<ParetoNbd>> restricted = equal.fit(tally);
        Fit<WithCovariates<ParetoNbd>> full = apart.fit(tally);

        assertThat(restricted.freeParameters()).isEqualTo(5);
        assertThat(restricted.logLikelihood()).isLessThanOrEqualTo(full.logLikelihood() + 1e-9);
        assertThat(2 * (full.logLikelihood() - restricted.logLikelihood())).isLessThan(7);
        assertThat(restricted.parameter("income")).isCloseTo(0.4, within(0.25));
        assertThat(CovariateFamily.parse(restricted.toText())).isEqualTo(restricted);
    }

    private static CovariateTally simulatedIncome(WithCovariates<ParetoNbd> model, int customers) {
        double[][] columns = new double[4][customers];
        double[][] terms = new double[customers][];
        for (int i = 0; i < customers; i++) {
            terms[i] = new double[] {RandomStream.of(11, i).normal()};
            double[] times = model.at(terms[i]).simulate(5, i, 60);
            columns[0][i] = times.length;
            columns[1][i] = times.length == 0 ? 0 : times[times.length - 1];
            columns[2][i] = 60;
            columns[3][i] = 1;
        }
        return CovariateTally.of(
                columns[0], columns[1], columns[2], columns[3], terms, model.encoding(), ChronoUnit.WEEKS);
    }

    @Test
    void aCoefficientHeldAtZeroIsTestedByTheLikelihoodRatio() {
        CovariateFamily<BgNbd> family = CovariateFamily.of(BgNbd.family(), ENCODING);
        CovariateTally tally = simulated(family.of(withCoefficients(family, "bg-nbd")), 2000, 40, 4);
        FitOptions without = FitOptions.defaults().fixing("purchases:income", 0);

        Fit<WithCovariates<BgNbd>> full = family.fit(tally);
        Fit<WithCovariates<BgNbd>> restricted = family.fit(tally, without);

        assertThat(restricted.parameter("purchases:income")).isZero();
        LikelihoodRatio test = LikelihoodRatio.test(restricted, full);
        assertThat(test.degrees()).isEqualTo(1);
        // The square of the Wald statistic is near it.
        double wald = full.parameter("purchases:income")
                / full.standardError("purchases:income").orElseThrow();
        assertThat(test.statistic()).isCloseTo(wald * wald, within(0.25 * wald * wald + 0.5));
    }

    @Test
    void shrinksTowardsZero() {
        CovariateFamily<BgNbd> family = CovariateFamily.of(BgNbd.family(), ENCODING);
        CovariateTally tally = simulated(family.of(withCoefficients(family, "bg-nbd")), 300, 40, 5);
        Prior ridge = Prior.NONE.shrinking(0.05);

        Fit<WithCovariates<BgNbd>> free = family.fit(tally);
        Fit<WithCovariates<BgNbd>> shrunk =
                family.fit(tally, FitOptions.defaults().prior(ridge));

        double freeSquares = 0;
        double shrunkSquares = 0;
        for (String name : family.realParameters()) {
            freeSquares += free.parameter(name) * free.parameter(name);
            shrunkSquares += shrunk.parameter(name) * shrunk.parameter(name);
        }
        assertThat(shrunkSquares).isLessThan(0.2 * freeSquares);
        assertThat(shrunk.prior()).hasToString("none coefficients~normal(0,0.05)");
        assertThat(Prior.parse(shrunk.prior().label())).isEqualTo(ridge);
        assertThat(ridge.isProper()).isFalse();
    }

    /** What a random covariate adds is noise, and yet never below the fit without it. */
    @ParameterizedTest
    @ValueSource(strings = {"nbd", "pareto-nbd", "bg-nbd", "mbg-nbd", "ggompertz-nbd"})
    void neverEndsBelowThePlainModelOnCdnow(String base) {
        TransactionFamily<?> plain = TransactionFamily.named(base);
        CustomerTable customers = Cdnow.sample().summarize(Cdnow.CALIBRATED, Cdnow.in(ChronoUnit.WEEKS));
        Attributes.Builder random = Attributes.builder();
        for (int row = 0; row < customers.size(); row++) {
            random.number("noise", customers.id(row), RandomStream.of(99, row).normal());
        }
        JoinedAttributes attributes = random.build().join(customers, IdPolicy.REJECT, IdPolicy.REJECT);
        CovariateEncoding encoding = CovariateEncoding.of(attributes, List.of("noise"));

        Fit<?> fit = CovariateFamily.of(plain, encoding).fit(CovariateTally.of(attributes, encoding));

        double gained = fit.logLikelihood() - plain.fit(customers).logLikelihood();
        assertThat(gained).isBetween(0.0, 10.0);
        // There GGompertz/NBD is Pareto/NBD, at its boundary.
        assertThat(fit.diagnosis().converged()).isEqualTo(!base.equals("ggompertz-nbd"));
    }

    @Test
    void isTheSameForAnyOrderOfCustomersAndAnyNumberOfThreads() {
        CovariateFamily<BgNbd> family = CovariateFamily.of(BgNbd.family(), ENCODING);
        WithCovariates<BgNbd> model = family.of(withCoefficients(family, "bg-nbd"));
        CovariateTally tally = simulated(model, 12_000, 40, 6);

        Fit<WithCovariates<BgNbd>> one = family.fit(tally);
        Fit<WithCovariates<BgNbd>> two = family.fit(tally, FitOptions.defaults().parallelism(Parallelism.of(2)));

        assertThat(two.toText()).isEqualTo(one.toText());
        assertThat(CovariateFamily.parse(one.toText())).isEqualTo(one).hasToString(one.toString());
        assertThat(CovariateFamily.parse(one.toText()).model()).isEqualTo(one.model());
    }

    @Test
    void learnsItsEncodingFromTheCustomers() {
        CustomerTable customers = HistoriesOf.threeCustomers();
        JoinedAttributes attributes = Attributes.builder()
                .number("income", "a", 1)
                .number("income", "b", 2)
                .number("income", "c", 6)
                .category("channel", "a", "web site")
                .category("channel", "b", "shop")
                .category("channel", "c", "web site")
                .category("same", "a", "x")
                .category("same", "b", "x")
                .category("same", "c", "x")
                .number("gap", "a", 1)
                .build()
                .join(customers, IdPolicy.REJECT, IdPolicy.REJECT);

        CovariateEncoding encoding = CovariateEncoding.of(attributes, List.of("income", "channel"));

        assertThat(encoding.terms()).containsExactly("income", "channel=shop");
        assertThat(encoding.encode(encoding.of(attributes, 1)))
                .containsExactly(new double[] {-1 / Math.sqrt(14 / 3.0), 1}, within(1e-15));
        assertThat(CovariateEncoding.parse(encoding.lines())).isEqualTo(encoding);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CovariateEncoding.of(attributes, List.of("same")))
                .withMessage("covariate 'same' must differ between customers, but was 'x' for all");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CovariateEncoding.of(attributes, List.of("gap")))
                .withMessage("covariate 'gap' must have a value for every customer, but has none for 'b'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoding.encode(Covariates.of("income", 1)))
                .withMessage("covariates must have a category 'channel', but were income=1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoding.encode(Covariates.of("income", 1).and("channel", "fax")))
                .withMessage("category 'channel' must be one of web site, shop, but was 'fax'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Covariates.of("income", Double.NaN))
                .withMessage("covariate 'income' must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Covariates.of("income", 1).and("income", "much"))
                .withMessage("covariate 'income' was already set");
    }

    @Test
    void refusesWhatItCannotUse() {
        CovariateFamily<BgNbd> family = CovariateFamily.of(BgNbd.family(), ENCODING);
        CovariateEncoding other =
                CovariateEncoding.builder().number("age", 40, 10).build();
        CovariateTally tally = CovariateTally.of(
                new double[] {1},
                new double[] {2},
                new double[] {3},
                new double[] {1},
                new double[][] {{0.5}},
                other,
                ChronoUnit.WEEKS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> family.fit(tally))
                .withMessage("tally must be encoded as [income, channel=web, channel=phone], but was as [age]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> family.equal("age"))
                .withMessage("covariate must be one of income, channel, but was 'age'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CovariateTally.of(
                        new double[] {1},
                        new double[] {2},
                        new double[] {3},
                        new double[] {1},
                        new double[][] {{Double.NaN}},
                        other,
                        ChronoUnit.WEEKS))
                .withMessage("row 1: a term must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CovariateFamily.parse(
                        Nbd.family().fit(tally.withoutCovariates()).toText()))
                .withMessage("model must be one with covariates, but was 'nbd'");
    }
}
