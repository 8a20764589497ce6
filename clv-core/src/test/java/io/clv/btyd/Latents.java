package io.clv.btyd;

import io.clv.numerics.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Newcomers drawn as the models' stories tell them: first a customer's rates, then what he does with these. The models
 * draw without the rates; this is the other way to the same distribution, and what the data of tests of fits are made
 * by, so that they stay the same data however models draw.
 */
final class Latents {

    private Latents() {}

    private static double value(Map<String, Double> parameters, String name) {
        return Objects.requireNonNull(parameters.get(name), name);
    }

    /** The times of repeat purchases in (0, age]. */
    static double[] purchases(TransactionModel model, long seed, long customer, double age) {
        RandomStream random = RandomStream.of(seed, customer);
        Map<String, Double> p = model.parameters();
        return switch (model.name()) {
            case "nbd" -> poisson(random, rate(random, value(p, "r"), value(p, "alpha")), age);
            case "pareto-nbd" -> {
                double rate = rate(random, value(p, "r"), value(p, "alpha"));
                double leaving = rate(random, value(p, "s"), value(p, "beta"));
                yield poisson(random, rate, Math.min(age, random.exponential() / leaving));
            }
            case "ggompertz-nbd" -> {
                double rate = rate(random, value(p, "r"), value(p, "alpha"));
                double level = rate(random, value(p, "s"), value(p, "beta"));
                double life = Math.log1p(random.exponential() / level) / value(p, "b");
                yield poisson(random, rate, Math.min(age, life));
            }
            case "bg-nbd" -> coins(random, p, age, false);
            case "mbg-nbd" -> coins(random, p, age, true);
            case "bg-bb" -> opportunities(random, p, age);
            default -> throw new IllegalArgumentException(model.name());
        };
    }

    private static double rate(RandomStream random, double shape, double scale) {
        return Math.exp(random.logGamma(shape)) / scale;
    }

    private static double[] poisson(RandomStream random, double rate, double end) {
        List<Double> times = new ArrayList<>();
        for (double t = random.exponential() / rate; t <= end; t += random.exponential() / rate) {
            times.add(t);
        }
        return array(times);
    }

    private static double[] coins(RandomStream random, Map<String, Double> p, double age, boolean first) {
        List<Double> times = new ArrayList<>();
        double rate = rate(random, value(p, "r"), value(p, "alpha"));
        double leaving = random.beta(value(p, "a"), value(p, "b"));
        boolean there = !first || random.uniform() >= leaving;
        for (double t = random.exponential() / rate; there && t <= age; t += random.exponential() / rate) {
            times.add(t);
            there = random.uniform() >= leaving;
        }
        return array(times);
    }

    private static double[] opportunities(RandomStream random, Map<String, Double> p, double age) {
        List<Double> times = new ArrayList<>();
        double buying = random.beta(value(p, "alpha"), value(p, "beta"));
        double leaving = random.beta(value(p, "gamma"), value(p, "delta"));
        double end = Math.min(age, passed(random, leaving));
        for (double t = 1 + passed(random, buying); t <= end; t += 1 + passed(random, buying)) {
            times.add(t);
        }
        return array(times);
    }

    private static double passed(RandomStream random, double chance) {
        return Math.floor(random.exponential() / -Math.log1p(-chance));
    }

    private static double[] array(List<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
