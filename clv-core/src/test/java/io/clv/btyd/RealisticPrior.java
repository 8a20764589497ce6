package io.clv.btyd;

import io.clv.numerics.RandomStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a retailer might take to be known of the parameters of a family in weeks: that the log of each is normal. Its
 * medians are those of a base that buys every dozen weeks and loses a good part of its customers within a year; two
 * thirds of it lie within a factor of 1.65 of them, of those of spend within 1.35.
 */
final class RealisticPrior {

    private final List<String> names;
    private final double[] medians;
    private final double deviation;
    /** Which of them grow with the length of a week. */
    private final List<String> times;

    private RealisticPrior(ModelFamily<?> family, double deviation, double... medians) {
        this.names = family.parameterNames();
        this.medians = medians;
        this.deviation = deviation;
        this.times = family instanceof TransactionFamily<?> ? List.copyOf(family.scaledParameters()) : List.of();
    }

    /** Of a family of transaction models. */
    static RealisticPrior of(TransactionFamily<?> family) {
        return switch (family.name()) {
            case "bg-nbd", "mbg-nbd" -> new RealisticPrior(family, 0.5, 0.5, 6, 0.8, 2.5);
            case "pareto-nbd" -> new RealisticPrior(family, 0.5, 0.5, 6, 0.7, 15);
            default -> throw new IllegalArgumentException("there is no prior of '" + family.name() + "'");
        };
    }

    /** Of amounts of some 35 a purchase. */
    static RealisticPrior ofSpend() {
        return new RealisticPrior(GammaGamma.family(), 0.3, 6, 4, 18);
    }

    /** Parameters drawn from it. */
    double[] draw(RandomStream random) {
        double[] parameters = medians.clone();
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] *= Math.exp(deviation * random.normal());
        }
        return parameters;
    }

    double[] medians() {
        return medians.clone();
    }

    /** A prior that knows this as well, where a week has so many units of time. */
    Prior in(Prior other, int unitsOfWeek) {
        Prior prior = other;
        for (int i = 0; i < medians.length; i++) {
            String name = names.get(i);
            prior = prior.with(name, times.contains(name) ? medians[i] * unitsOfWeek : medians[i], deviation);
        }
        return prior;
    }

    @Override
    public String toString() {
        return names.stream()
                .map(name -> String.format(
                        Locale.ROOT,
                        "%s~lognormal(%s,%s)",
                        name,
                        medians[names.indexOf(Objects.requireNonNull(name))],
                        deviation))
                .collect(Collectors.joining(" "));
    }
}
