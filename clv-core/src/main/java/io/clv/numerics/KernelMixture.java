package io.clv.numerics;

import java.util.Arrays;
import java.util.List;

/** Kernels that are drawn from by their shares. */
final class KernelMixture {

    private final List<Kernel> kernels;
    private final double[] logShares;
    private final double shares;

    private KernelMixture(List<Kernel> kernels) {
        this.kernels = kernels;
        shares = kernels.stream().mapToDouble(Kernel::share).sum();
        logShares = kernels.stream()
                .mapToDouble(kernel -> Math.log(kernel.share() / shares))
                .toArray();
    }

    static KernelMixture of(List<Kernel> kernels) {
        return new KernelMixture(List.copyOf(kernels));
    }

    /** Up to the constant that all kernels of one dimension share. */
    double logDensity(double[] point) {
        double[] logs = new double[logShares.length];
        for (int k = 0; k < logs.length; k++) {
            logs[k] = logShares[k] + kernels.get(k).logDensity(point);
        }
        return logSum(logs);
    }

    double[] draw(RandomStream random) {
        double rest = random.uniform() * shares;
        int k = 0;
        while (k < kernels.size() - 1 && rest >= kernels.get(k).share()) {
            rest -= kernels.get(k++).share();
        }
        return kernels.get(k).draw(random);
    }

    /** The log of a sum, by the logs of its parts. */
    static double logSum(double[] logs) {
        double largest = Arrays.stream(logs).max().getAsDouble();
        if (largest == Double.NEGATIVE_INFINITY) {
            return largest;
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - largest);
        }
        return largest + Math.log(sum);
    }
}
