package io.clv.validation;

import com.google.common.hash.Hashing;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Split;
import io.clv.numerics.CompensatedSum;
import io.clv.numerics.RandomStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A forecast beside what came in the hold-out, over the customers of the calibration.
 *
 * <pre>{@code
 * Split split = ledger.split(LocalDate.of(1997, 9, 30), LocalDate.of(1998, 6, 30), LedgerOptions.defaults());
 * BgNbd model = BgNbd.fit(split.calibration()).model();
 * Evaluation evaluation = Evaluation.of(split, Forecast.of(model, split, Parallelism.available()));
 * }</pre>
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Evaluation {

    /** Customers with this many repeat purchases in the calibration or more are one class. */
    private static final int LAST_FREQUENCY = 7;

    /** This many purchases in the hold-out or more are one class. */
    private static final int LAST_COUNT = 10;

    private static final int DECILES = 10;

    /** The sum of fewer counts has a standard deviation of more than a fifth of itself. */
    private static final int FEW_PURCHASES = 25;

    private final Forecast forecast;
    private final Split split;
    private final int[] came;
    private final Scores counts;
    private final Optional<Scores> amounts;
    private final List<FrequencyClass> byFrequency;
    private final List<Decile> deciles;
    private final List<CountClass> histogram;

    private Evaluation(Split split, Forecast forecast) {
        this.forecast = forecast;
        this.split = split;
        CustomerTable calibration = split.calibration();
        int customers = calibration.size();
        came = IntStream.range(0, customers).map(split::holdoutFrequency).toArray();
        double[] actual = IntStream.of(came).asDoubleStream().toArray();
        double[] expected = forecast.expected();
        Ranking ranking = Ranking.by(expected, actual);
        counts = scores(ranking, expected, actual, logScore(forecast, came));
        amounts = forecast.amounts().map(values -> {
            double[] brought = IntStream.range(0, customers)
                    .mapToDouble(row -> split.holdoutTotal(row).toDouble())
                    .toArray();
            return scores(Ranking.by(values, brought), values, brought, OptionalDouble.empty());
        });
        byFrequency = byFrequency(calibration, expected, actual);
        deciles = deciles(ranking, expected, actual);
        histogram = histogram(forecast, came);
    }

    /**
     * Lays a forecast beside what came.
     *
     * @param split the log cut in two
     * @param forecast for the customers of its calibration
     * @return the evaluation
     * @throws IllegalArgumentException if the forecast is for another number of customers, there is none, or the
     *     hold-out is shorter than a period of the grid
     */
    public static Evaluation of(Split split, Forecast forecast) {
        Forecast.requireLength("forecasts", forecast.size(), split.calibration().size());
        if (forecast.size() == 0) {
            throw new IllegalArgumentException(
                    "an evaluation must have at least one customer, but had none through " + split.calibratedThrough());
        }
        if (split.duration().length() == 0) {
            throw new IllegalArgumentException("a hold-out must reach into another period of the grid ("
                    + split.calibration().options().grid() + "), but was from " + split.calibratedThrough()
                    + " through " + split.observedThrough());
        }
        return new Evaluation(split, forecast);
    }

    /**
     * Customers with the same number of repeat purchases in the calibration.
     *
     * @param frequency that number
     * @param andMore whether those with more are here too
     * @param customers how many
     * @param actual what they bought on average in the hold-out
     * @param predicted what was forecast on average
     */
    public record FrequencyClass(int frequency, boolean andMore, int customers, double actual, double predicted) {}

    /**
     * A tenth of the customers by forecast.
     *
     * @param decile from 1, the highest forecasts
     * @param customers how many
     * @param actual what they bought on average in the hold-out
     * @param predicted what was forecast on average
     */
    public record Decile(int decile, int customers, double actual, double predicted) {}

    /**
     * Customers with the same number of purchases in the hold-out.
     *
     * @param purchases that number
     * @param andMore whether those with more are here too
     * @param actual how many they are
     * @param predicted how many were to be expected
     */
    public record CountClass(int purchases, boolean andMore, int actual, double predicted) {}

    private static OptionalDouble logScore(Forecast forecast, int[] came) {
        Optional<double[]> probabilities = forecast.counts().map(counts -> counts.probability(came));
        if (probabilities.isEmpty()) {
            return OptionalDouble.empty();
        }
        CompensatedSum sum = new CompensatedSum();
        for (double probability : probabilities.get()) {
            if (!(probability > 0)) {
                return OptionalDouble.empty();
            }
            sum.add(Math.log(probability));
        }
        return OptionalDouble.of(sum.value() / came.length);
    }

    private static Scores scores(Ranking ranking, double[] expected, double[] actual, OptionalDouble logScore) {
        CompensatedSum absolute = new CompensatedSum();
        CompensatedSum square = new CompensatedSum();
        for (int row = 0; row < actual.length; row++) {
            double error = expected[row] - actual[row];
            absolute.add(Math.abs(error));
            square.add(error * error);
        }
        return new Scores(
                CompensatedSum.of(actual),
                CompensatedSum.of(expected),
                absolute.value() / actual.length,
                Math.sqrt(square.value() / actual.length),
                ranking.gini(),
                ranking.lift(1.0 / DECILES),
                logScore);
    }

    private static List<FrequencyClass> byFrequency(CustomerTable calibration, double[] expected, double[] actual) {
        int[] customers = new int[LAST_FREQUENCY + 1];
        double[] came = new double[LAST_FREQUENCY + 1];
        CompensatedSum[] forecast = new CompensatedSum[LAST_FREQUENCY + 1];
        for (int row = 0; row < actual.length; row++) {
            int at = Math.min(calibration.frequency(row), LAST_FREQUENCY);
            customers[at]++;
            came[at] += actual[row];
            if (forecast[at] == null) {
                forecast[at] = new CompensatedSum();
            }
            forecast[at].add(expected[row]);
        }
        List<FrequencyClass> classes = new ArrayList<>();
        for (int x = 0; x <= LAST_FREQUENCY; x++) {
            if (customers[x] > 0) {
                classes.add(new FrequencyClass(
                        x,
                        x == LAST_FREQUENCY,
                        customers[x],
                        came[x] / customers[x],
                        forecast[x].value() / customers[x]));
            }
        }
        return List.copyOf(classes);
    }

    private static List<Decile> deciles(Ranking ranking, double[] expected, double[] actual) {
        int customers = expected.length;
        List<Decile> deciles = new ArrayList<>();
        for (int decile = 0; decile < DECILES; decile++) {
            int from = (int) ((long) decile * customers / DECILES);
            int to = (int) ((long) (decile + 1) * customers / DECILES);
            if (to > from) {
                CompensatedSum came = new CompensatedSum();
                CompensatedSum forecast = new CompensatedSum();
                for (int i = from; i < to; i++) {
                    came.add(actual[ranking.row(i)]);
                    forecast.add(expected[ranking.row(i)]);
                }
                deciles.add(
                        new Decile(decile + 1, to - from, came.value() / (to - from), forecast.value() / (to - from)));
            }
        }
        return List.copyOf(deciles);
    }

    private static List<CountClass> histogram(Forecast forecast, int[] came) {
        Optional<PredictiveCounts> counts = forecast.counts();
        if (counts.isEmpty()) {
            return List.of();
        }
        List<CountClass> classes = new ArrayList<>();
        double rest = came.length;
        for (int n = 0; n < LAST_COUNT; n++) {
            int count = n;
            double predicted = CompensatedSum.of(counts.get().probability(n));
            rest -= predicted;
            classes.add(new CountClass(
                    n,
                    false,
                    (int) IntStream.of(came).filter(each -> each == count).count(),
                    predicted));
        }
        int more = (int) IntStream.of(came).filter(each -> each >= LAST_COUNT).count();
        classes.add(new CountClass(LAST_COUNT, true, more, Math.max(0, rest)));
        return List.copyOf(classes);
    }

    /**
     * The forecast's name.
     *
     * @return the name
     */
    public String forecast() {
        return forecast.name();
    }

    /**
     * The log cut in two.
     *
     * @return the split, which also counts the newcomers
     */
    public Split split() {
        return split;
    }

    /**
     * How the forecast of purchases did. What is ranked for Gini and lift are purchases.
     *
     * @return the scores
     */
    public Scores counts() {
        return counts;
    }

    /**
     * How the forecast of money did, in major units. What is ranked for Gini and lift is money.
     *
     * @return the scores; empty for a forecast without amounts
     */
    public Optional<Scores> amounts() {
        return amounts;
    }

    /**
     * Conditional expectations: averages by the number of repeat purchases in the calibration.
     *
     * @return the classes that have customers, in ascending order
     */
    public List<FrequencyClass> byFrequency() {
        return byFrequency;
    }

    /**
     * Averages by tenths of the customers, those with the highest forecast first; equal forecasts stand by id.
     *
     * @return as many as have customers
     */
    public List<Decile> deciles() {
        return deciles;
    }

    /**
     * How many customers made how many purchases in the hold-out, and how many were to be expected.
     *
     * @return classes from 0 to 10 and more; empty for a forecast without probabilities
     */
    public List<CountClass> histogram() {
        return histogram;
    }

    /**
     * What a reader must know of the hold-out where it says little: that nobody bought in it, or hardly anybody, or
     * that it is longer than the calibration; and what would do better.
     *
     * @return sentences without a full stop, in English
     */
    public List<String> notes() {
        CustomerTable calibration = split.calibration();
        List<String> notes = new ArrayList<>();
        long purchases = split.holdoutPurchases();
        if (purchases == 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "none of the %,d customers bought anything in the hold-out: make sure that the log is complete"
                            + " through %s, or calibrate through an earlier date than %s",
                    calibration.size(),
                    split.observedThrough(),
                    split.calibratedThrough()));
        } else if (purchases < FEW_PURCHASES) {
            notes.add("the hold-out has " + purchases + (purchases == 1 ? " purchase" : " purchases")
                    + ", too few to tell a good forecast from a lucky one: calibrate through an earlier date than "
                    + split.calibratedThrough());
        }
        double longest = IntStream.range(0, calibration.size())
                .mapToDouble(calibration::age)
                .max()
                .orElse(0);
        double heldOut = split.duration().in(calibration.unit());
        if (heldOut > longest) {
            notes.add(String.format(
                    Locale.ROOT,
                    "the hold-out is longer than any customer was observed for in the calibration (%.4g and %.4g %s), and"
                            + " forecasts for it reach beyond what they learned from: calibrate through a later date than"
                            + " %s",
                    heldOut,
                    longest,
                    calibration.unit().name().toLowerCase(Locale.ROOT),
                    split.calibratedThrough()));
        }
        return List.copyOf(notes);
    }

    /**
     * Where what each customer did lies in the distribution that was forecast. Each draws from a stream of the seed and
     * his id, so that he gets the same number among whomever he stands.
     *
     * @param seed of the uniform draws
     * @return the randomised probability integral transform; empty for a forecast without probabilities
     */
    public Optional<Pit> pit(long seed) {
        return forecast.counts().map(distribution -> {
            double[] uniform = new double[came.length];
            Arrays.setAll(
                    uniform,
                    row -> RandomStream.of(seed, number(split.calibration().id(row)))
                            .uniform());
            return new Pit(distribution.probabilityBelow(came), distribution.probability(came), uniform);
        });
    }

    private static long number(String id) {
        return Hashing.farmHashFingerprint64()
                .hashString(id, StandardCharsets.UTF_8)
                .asLong();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %.1f purchases predicted, %.0f came (bias %+.1f), MAE %.4f, RMSE %.4f%s",
                forecast.name(),
                counts.predicted(),
                counts.actual(),
                counts.bias(),
                counts.meanAbsoluteError(),
                counts.rootMeanSquareError(),
                counts.logScore().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                ", log score %.4f",
                                counts.logScore().getAsDouble())
                        : "");
    }
}
