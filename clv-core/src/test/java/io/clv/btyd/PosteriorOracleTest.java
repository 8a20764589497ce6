package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.CustomerTable;
import io.clv.numerics.HamiltonianChain;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The posterior by importance sampling against a long Hamiltonian chain on the same density: means and covariances of
 * the logs of the parameters lie within three Monte Carlo errors, both ways' counted.
 */
class PosteriorOracleTest {

    /** So many that drawing by weight adds little to the error of the weights. */
    private static final PosteriorOptions OPTIONS = PosteriorOptions.defaults().draws(20_000);

    @ParameterizedTest
    @CsvSource({"bg-nbd, 4000", "mbg-nbd, 4000", "pareto-nbd, 2500"})
    void agreesOnCdnow(String name, int size) {
        agree(TransactionFamily.named(name), Tally.of(cdnow()), size);
    }

    @Test
    void agreesOnSpendOfCdnow() {
        SpendTally tally = SpendTally.ofRepeatPurchases(cdnow());
        GammaGamma.Family family = new GammaGamma.Family();

        agree(family, family.objective(tally, OPTIONS.fitOptions()), family.posterior(tally, OPTIONS), 4000);
    }

    /** Of two hundred customers the posterior is wide, skewed and bent. */
    @ParameterizedTest
    @CsvSource({"bg-nbd, 8000", "pareto-nbd, 8000"})
    void agreesWhereDataSayLittle(String name, int size) {
        double[][] columns = new double[3][200];
        BgNbd model = BgNbd.of(0.8, 6, 0.9, 2.5);
        for (int customer = 0; customer < 200; customer++) {
            double[] times = model.simulate(7, customer, 52);
            columns[0][customer] = times.length;
            columns[1][customer] = times.length == 0 ? 0 : times[times.length - 1];
            columns[2][customer] = 52;
        }

        agree(TransactionFamily.named(name), Tally.of(columns[0], columns[1], columns[2], ChronoUnit.WEEKS), size);
    }

    /** The density that both ways take is the likelihood, customer by customer, times the prior. */
    @Test
    void isOfTheLikelihoodTimesThePrior() {
        CustomerTable table = cdnow();
        LogScale density =
                density(ParetoNbd.family(), ParetoNbd.family().objective(Tally.of(table), OPTIONS.fitOptions()));
        double[] one = {-0.5, 2.4, -0.4, 2.6};
        double[] other = {-0.7, 2.1, 0.9, 4.4};

        assertThat(density.at(one) - density.at(other))
                .isCloseTo(plain(other, table) - plain(one, table), within(1e-7));
    }

    private static double plain(double[] logs, CustomerTable table) {
        ParetoNbd model = ParetoNbd.of(Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2]), Math.exp(logs[3]));
        double sum = 0;
        double age = 0;
        for (int row = 0; row < table.size(); row++) {
            sum += model.logLikelihood(table.frequency(row), table.recency(row), table.age(row));
            age += table.age(row) / table.size();
        }
        for (int i = 0; i < logs.length; i++) {
            double off = (logs[i] - (i % 2 == 0 ? 0 : Math.log(age))) / 3;
            sum -= 0.5 * off * off;
        }
        return sum;
    }

    private static CustomerTable cdnow() {
        return Cdnow.sample().summarize(Cdnow.CALIBRATED, Cdnow.in(ChronoUnit.WEEKS));
    }

    private static LogScale density(ModelFamily<?> family, FitObjective objective) {
        return new LogScale("oracle", objective, family, OPTIONS.fitOptions());
    }

    private static void agree(TransactionFamily<?> family, Tally tally, int size) {
        agree(family, family.objective(tally, OPTIONS.fitOptions()), family.posterior(tally, OPTIONS), size);
    }

    private static void agree(ModelFamily<?> family, FitObjective objective, Posterior<?> posterior, int size) {
        List<String> names = family.parameterNames();
        HamiltonianChain chain = HamiltonianChain.draw(
                density(family, objective),
                names.stream()
                        .mapToDouble(name -> Math.log(posterior.mode().parameter(name)))
                        .toArray(),
                posterior.mode().logCovariance().orElseThrow(),
                size,
                1);
        assertThat(chain.accepted()).isGreaterThan(0.8);
        double[][] draws = logs(posterior);
        List<String> apart = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            double worth = posterior.effectiveSampleSize(names.get(i));
            double error = posterior.logDeviation(names.get(i)) / Math.sqrt(worth);
            judge(apart, "mean of " + names.get(i), chain.mean(i), posterior.logMean(names.get(i)), error);
            for (int j = 0; j <= i; j++) {
                double[] products = products(draws, i, j);
                double mean = mean(products, 0);
                double spread = Math.sqrt(mean(products, mean) / worth);
                judge(
                        apart,
                        "covariance of " + names.get(i) + ", " + names.get(j),
                        chain.covariance(i, j),
                        mean,
                        spread);
            }
        }
        assertThat(apart).isEmpty();
    }

    private static void judge(
            List<String> apart, String what, HamiltonianChain.Mean chain, double value, double error) {
        double errors = chain.errorsFrom(value, error);
        String text = String.format(
                Locale.ROOT,
                "%s: %.5f by the chain, within %.5f; %.5f by the sample, within %.5f; %.2f errors apart",
                what,
                chain.value(),
                chain.error(),
                value,
                error,
                errors);
        if (!(Math.abs(errors) <= 3)) {
            apart.add(text);
        }
    }

    private static double[][] logs(Posterior<?> posterior) {
        return posterior.models().stream()
                .map(model -> (model instanceof TransactionModel transactions
                                ? transactions.parameters()
                                : ((SpendModel) Objects.requireNonNull(model)).parameters())
                        .values().stream().mapToDouble(Math::log).toArray())
                .toArray(double[][]::new);
    }

    /** Of the distances of two parameters from their means. */
    private static double[] products(double[][] draws, int i, int j) {
        double[] products = new double[draws.length];
        double meanI = 0;
        double meanJ = 0;
        for (double[] draw : draws) {
            meanI += draw[i] / draws.length;
            meanJ += draw[j] / draws.length;
        }
        for (int k = 0; k < draws.length; k++) {
            products[k] = (draws[k][i] - meanI) * (draws[k][j] - meanJ);
        }
        return products;
    }

    /** The mean, or the mean square about one. */
    private static double mean(double[] values, double about) {
        double sum = 0;
        for (double value : values) {
            sum += about == 0 ? value : (value - about) * (value - about);
        }
        return sum / values.length;
    }
}
