package io.clv.btyd;

import io.clv.numerics.RandomStream;
import io.clv.quantity.Ratio;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * How often do the 95% Wald intervals of coefficients hold the truth? Data are simulated with covariates, fitted, and
 * the intervals counted. Arguments: the number of runs (500), of customers (1000), and models' names.
 */
public final class CovariateStudy {

    private static final Ratio LEVEL = Ratio.percent(95);
    private static final double WEEKS = 52;

    private static final CovariateEncoding ENCODING = CovariateEncoding.builder()
            .number("income", 0, 1)
            .category("channel", List.of("shop", "web"))
            .build();

    private final CovariateFamily<?> family;
    private final double[] truth;
    private final TreeMap<String, Integer> held = new TreeMap<>();
    private int runs;
    private int without;

    private CovariateStudy(CovariateFamily<?> family, double[] truth) {
        this.family = family;
        this.truth = truth;
    }

    /** A model with effects of a usual size. */
    static CovariateStudy of(String name) {
        double[] base = switch (name) {
            case "nbd" -> new double[] {0.8, 6};
            case "bg-nbd", "mbg-nbd" -> new double[] {0.8, 4, 0.8, 2.5};
            case "pareto-nbd" -> new double[] {0.8, 4, 1, 15};
            case "ggompertz-nbd" -> new double[] {0.8, 4, 0.02, 1, 0.5};
            default -> throw new IllegalArgumentException("there is no study of '" + name + "'");
        };
        CovariateFamily<?> family = CovariateFamily.of(TransactionFamily.named(name), ENCODING);
        double[] truth = Arrays.copyOf(base, family.parameterNames().size());
        for (int i = base.length; i < truth.length; i++) {
            truth[i] = (i - base.length) % 2 == 0 ? 0.3 : -0.4;
        }
        return new CovariateStudy(family, truth);
    }

    /** One set of data. */
    void run(long seed, int customers) {
        CovariateTally tally = simulated(family.of(truth), customers, seed);
        Fit<?> fit = family.fit(tally);
        runs++;
        if (!fit.diagnosis().converged()) {
            without++;
            return;
        }
        for (String name : family.realParameters()) {
            ParameterInterval interval = fit.interval(name, LEVEL).orElseThrow();
            double value = truth[family.parameterNames().indexOf(name)];
            held.merge(name, interval.low() <= value && value <= interval.high() ? 1 : 0, Integer::sum);
        }
    }

    private static CovariateTally simulated(
            WithCovariates<? extends TransactionModel> model, int customers, long seed) {
        double[][] columns = new double[4][customers];
        double[][] terms = new double[customers][];
        Arrays.fill(columns[2], WEEKS);
        Arrays.fill(columns[3], 1);
        for (int i = 0; i < customers; i++) {
            RandomStream random = RandomStream.of(seed, -1 - i);
            terms[i] = new double[] {random.normal(), random.uniform() < 0.4 ? 1 : 0};
            double[] times = model.at(terms[i]).simulate(seed, i, WEEKS);
            columns[0][i] = times.length;
            columns[1][i] = times.length == 0 ? 0 : times[times.length - 1];
        }
        return CovariateTally.of(columns[0], columns[1], columns[2], columns[3], terms, ENCODING, ChronoUnit.WEEKS);
    }

    /** The share of intervals that hold the truth, over all coefficients and all runs that have intervals. */
    double coverage() {
        double all = held.values().stream().mapToInt(Integer::intValue).sum();
        return all / (held.size() * (runs - without));
    }

    int without() {
        return without;
    }

    @Override
    public String toString() {
        List<String> each = new ArrayList<>();
        held.forEach((name, count) ->
                each.add(String.format(Locale.ROOT, "%s %.1f%%", name, 100.0 * count / (runs - without))));
        return String.format(
                Locale.ROOT,
                "%s: %.1f%% of the 95%% intervals hold the truth in %d runs, %d without intervals (%s)",
                family.name(),
                100 * coverage(),
                runs,
                without,
                String.join(", ", each));
    }

    /**
     * Runs the study.
     *
     * @param arguments the number of runs, of customers, and the models' names
     */
    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
        int customers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
        List<String> names = arguments.length > 2
                ? List.of(arguments).subList(2, arguments.length)
                : List.of("nbd", "bg-nbd", "mbg-nbd", "pareto-nbd", "ggompertz-nbd");
        for (String name : names) {
            CovariateStudy study = of(name);
            for (int run = 0; run < runs; run++) {
                study.run(20260101L + run, customers);
            }
            System.out.println(study);
        }
    }
}
