package io.clv.btyd;

import io.clv.ledger.CustomerTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * What customers of a BG/NBD model with Gamma-Gamma amounts do next, drawn as the papers have it and with generators of
 * its own: an independent reference for what the library draws. Slow.
 */
final class PlainDraws {

    private final SplittableRandom random;

    PlainDraws(long seed) {
        random = new SplittableRandom(seed);
    }

    /** What one customer does: whether he is there, the times of his purchases, and what they cost. */
    record Outcome(boolean alive, List<Double> times, double amount) {}

    Outcome draw(BgNbd model, GammaGamma spend, CustomerTable customers, int row, double horizon) {
        double r = parameter(model.parameters(), "r");
        double alpha = parameter(model.parameters(), "alpha");
        double a = parameter(model.parameters(), "a");
        double b = parameter(model.parameters(), "b");
        int x = customers.frequency(row);
        double age = customers.age(row);
        List<Double> times = new ArrayList<>();
        boolean alive = random.nextDouble() < alive(r, alpha, a, b, x, customers.recency(row), age);
        if (alive) {
            double rate = gamma(r + x) / (alpha + age);
            double toLeave = beta(a, b + x);
            double time = exponential() / rate;
            while (time <= horizon) {
                times.add(time);
                // He leaves after a purchase, or goes on.
                time = random.nextDouble() < toLeave ? Double.POSITIVE_INFINITY : time + exponential() / rate;
            }
        }
        double p = parameter(spend.parameters(), "p");
        double q = parameter(spend.parameters(), "q");
        double v = parameter(spend.parameters(), "v");
        double nu = gamma(q + p * x) / (v + x * customers.monetaryValue(row));
        double amount = 0;
        for (int i = 0; i < times.size(); i++) {
            amount += gamma(p) / nu;
        }
        return new Outcome(alive, times, amount);
    }

    /** Fader, Hardie and Lee (2005) with Fader and Hardie's note of 2008. */
    private static double alive(double r, double alpha, double a, double b, int x, double last, double age) {
        return x == 0 ? 1 : 1 / (1 + a / (b + x - 1) * Math.pow((alpha + age) / (alpha + last), r + x));
    }

    private static double parameter(Map<String, Double> parameters, String name) {
        return Objects.requireNonNull(parameters.get(name));
    }

    private double exponential() {
        return -Math.log1p(-random.nextDouble());
    }

    private double beta(double a, double b) {
        double first = gamma(a);
        return first / (first + gamma(b));
    }

    /** A sum of exponentials for the whole part of the shape, and for the rest GS of Ahrens and Dieter (1974). */
    private double gamma(double shape) {
        double sum = 0;
        int whole = (int) Math.floor(shape);
        for (int i = 0; i < whole; i++) {
            sum += exponential();
        }
        double rest = shape - whole;
        if (rest == 0) {
            return sum;
        }
        double bound = 1 + rest / Math.E;
        while (true) {
            double u = bound * random.nextDouble();
            if (u <= 1) {
                double candidate = Math.pow(u, 1 / rest);
                if (random.nextDouble() <= Math.exp(-candidate)) {
                    return sum + candidate;
                }
            } else {
                double candidate = -Math.log((bound - u) / rest);
                if (random.nextDouble() <= Math.pow(candidate, rest - 1)) {
                    return sum + candidate;
                }
            }
        }
    }
}
