package io.clv.btyd;

import io.clv.numerics.GompertzLife;
import io.clv.numerics.GompertzNodes;
import java.util.Arrays;

/**
 * The GGompertz/NBD likelihood by r, alpha, b, s and beta. The time tau of leaving is latent: it has an atom at T, for
 * one who is still there, and a density on (t_x, T). Given tau the log-likelihood is {@code ln (r)_x + r ln alpha - (r
 * + x) ln(alpha + tau) - s L(tau)} with {@code L(tau) = ln(1 + (e^(b tau) - 1) / beta)}, and {@code + ln(s b / beta) +
 * b tau - L(tau)} if he has left; the gradient is the mean of its gradient, the Hessian the mean of its Hessian plus
 * the covariance of its gradient.
 *
 * <p>All derivatives here are by the logs of the parameters until they are added up. At tau they are made of
 * {@code alpha / (alpha + tau)}, of {@code sigma = beta / (beta + e^(b tau) - 1)} and of {@code v = b tau / (1 + (beta
 * - 1) e^(-b tau))}: {@code dL/dln beta = sigma - 1}, {@code dL/dln b = v}.
 */
final class GompertzTerms implements RowTerms {

    private static final int SIZE = 5;

    private final Tally tally;

    GompertzTerms(Tally tally) {
        this.tally = tally;
    }

    @Override
    public void add(double[] parameters, int from, int to, DerivativeSum sum) {
        Row row = new Row(parameters, sum);
        for (int i = from; i < to; i++) {
            row.add(tally.x(i), tally.last(i), tally.age(i), tally.weight(i));
        }
    }

    /** One row after another at the same parameters. */
    private static final class Row {
        private final double r;
        private final double alpha;
        private final double b;
        private final double s;
        private final double beta;
        private final double[] parameters;
        private final DerivativeSum sum;
        private final NbdTerms.PurchaseTerms purchases;
        private final GompertzNodes nodes = new GompertzNodes();

        /** What leaving at tau has more than staying in each derivative, node by node, its mean and its covariance. */
        private double[] more = new double[0];

        private final double[] mean = new double[SIZE];
        private final double[] covariance = new double[SIZE * SIZE];
        /**
         * The means over one who has left of what alpha/(alpha + tau), and its square, have more than at T, of sigma,
         * its square, v, sigma v, v'.
         */
        private final double[] left = new double[7];

        Row(double[] parameters, DerivativeSum sum) {
            r = parameters[0];
            alpha = parameters[1];
            b = parameters[2];
            s = parameters[3];
            beta = parameters[4];
            this.parameters = parameters;
            this.sum = sum;
            purchases = new NbdTerms.PurchaseTerms(r);
        }

        void add(int x, double tx, double age, double weight) {
            purchases.at(x);
            double shape = r + x;
            double a = alpha + tx;
            double length = age - tx;
            double laterAtLast = GompertzLife.later(beta, b * tx);
            double laterAtEnd = GompertzLife.later(beta, b * age);
            double silence = Math.log1p(length / a);
            double exposed = GompertzLife.exposure(laterAtLast, b * length);
            double sigma = beta * Math.exp(-b * age) / laterAtEnd;
            double v = b * age / laterAtEnd;
            double share = alpha / (alpha + age);
            // 1 - share, taken by hand: as alpha grows without end the difference would be rounding.
            double gap = age / (alpha + age);
            double logStayed = -shape * silence - s * exposed;
            double logEither = logStayed;
            double gone = 0;
            double stays = 1;
            Arrays.fill(mean, 0);
            Arrays.fill(covariance, 0);
            Arrays.fill(left, 0);
            if (length > 0) {
                nodes.integrate(shape, b * a, s, laterAtLast, b * length);
                double odds = nodes.log() - logStayed;
                gone = 1 / (1 + Math.exp(-odds));
                stays = 1 / (1 + Math.exp(odds));
                logEither =
                        odds > 0 ? nodes.log() + Math.log1p(Math.exp(-odds)) : logStayed + Math.log1p(Math.exp(odds));
                leave(tx, age, laterAtLast, silence, exposed, sigma, v, shape);
            }
            double before = Math.log1p(tx / alpha);
            double exposedBefore = GompertzLife.exposure(beta, b * tx);
            sum.value.add(weight * (purchases.log - x * Math.log(a) - r * before - s * exposedBefore + logEither));

            double[] g = sum.gradient;
            g[0] += weight * (r * (purchases.first - before - silence) + gone * mean[0]) / r;
            g[1] += weight * (r * gap - x * share + gone * mean[1]) / alpha;
            g[2] += weight * (gone * mean[2] - s * v) / b;
            g[3] += weight * (gone * mean[3] - s * (exposedBefore + exposed)) / s;
            g[4] += weight * (s * (1 - sigma) + gone * mean[4]) / beta;

            double meanSigma = stays * sigma + gone * left[2];
            double meanV = stays * v + gone * left[4];
            second(0, 0, weight, gone, stays, r * r * purchases.second);
            second(0, 1, weight, gone, stays, r * (gap - gone * left[0]));
            second(0, 2, weight, gone, stays, 0);
            second(0, 3, weight, gone, stays, 0);
            second(0, 4, weight, gone, stays, 0);
            second(1, 1, weight, gone, stays, x * share * share - r * gap * (1 + share) + gone * shape * left[1]);
            second(1, 2, weight, gone, stays, 0);
            second(1, 3, weight, gone, stays, 0);
            second(1, 4, weight, gone, stays, 0);
            second(2, 2, weight, gone, stays, -s * stays * v * (b * age - v) - gone * (1 + (s + 1) * left[6]));
            second(2, 3, weight, gone, stays, -s * meanV);
            second(2, 4, weight, gone, stays, s * stays * sigma * v + (s + 1) * gone * left[5]);
            second(3, 3, weight, gone, stays, -gone);
            second(3, 4, weight, gone, stays, s * (1 - meanSigma));
            second(4, 4, weight, gone, stays, s * stays * sigma * sigma + (s + 1) * gone * left[3] - s);
        }

        private void leave(
                double tx,
                double age,
                double laterAtLast,
                double silence,
                double exposed,
                double sigmaAtEnd,
                double vAtEnd,
                double shape) {
            double scale = beta * Math.exp(-b * tx);
            if (more.length < SIZE * nodes.size()) {
                more = new double[SIZE * nodes.size()];
            }
            for (int i = 0; i < nodes.size(); i++) {
                double weight = nodes.weight(i);
                double u = nodes.time(i);
                double tau = tx + u / b;
                double kept = Math.exp(-u);
                double lost = u < 0.5 ? -Math.expm1(-u) : 1 - kept;
                double later = laterAtLast * kept + lost;
                double sigma = scale * kept / later;
                double v = b * tau / later;
                double share = alpha / (alpha + tau);
                double beyond = share * ((age - tau) / (alpha + age));
                int at = i * SIZE;
                more[at] = r * (silence - nodes.silence(i));
                more[at + 1] = -shape * beyond;
                more[at + 2] = 1 + b * tau - (s + 1) * v + s * vAtEnd;
                more[at + 3] = 1 + s * (exposed - nodes.exposure(i));
                more[at + 4] = s * (sigmaAtEnd - sigma) - sigma;
                for (int k = 0; k < SIZE; k++) {
                    mean[k] += weight * more[at + k];
                }
                left[0] += weight * beyond;
                left[1] += weight * beyond * (2 * share - beyond);
                left[2] += weight * sigma;
                left[3] += weight * sigma * sigma;
                left[4] += weight * v;
                left[5] += weight * sigma * v;
                left[6] += weight * v * (b * tau - v);
            }
            vary();
        }

        /** The covariance about the mean, not a difference of squares, of which nothing would be left far out. */
        private void vary() {
            for (int i = 0; i < nodes.size(); i++) {
                double weight = nodes.weight(i);
                for (int row = 0; row < SIZE; row++) {
                    double weighted = weight * (more[i * SIZE + row] - mean[row]);
                    for (int column = row; column < SIZE; column++) {
                        covariance[row * SIZE + column] += weighted * (more[i * SIZE + column] - mean[column]);
                    }
                }
            }
        }

        /** Adds to a second derivative: the mean of it, and the covariance of the first ones. */
        private void second(int i, int j, double weight, double gone, double stays, double meanSecond) {
            double varies = gone * covariance[i * SIZE + j] + gone * stays * mean[i] * mean[j];
            sum.hessian[i * SIZE + j] += weight * (meanSecond + varies) / (parameters[i] * parameters[j]);
        }
    }
}
