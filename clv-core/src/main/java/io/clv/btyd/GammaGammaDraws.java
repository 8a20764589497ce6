package io.clv.btyd;

import io.clv.numerics.RandomStream;

/**
 * Amounts of {@link GammaGamma}: nu is drawn once for a customer, from {@code Gamma(q + p x, v + x z)}; the sum of n of
 * his amounts is then {@code Gamma(p n, nu)} distributed, and need not be drawn one by one.
 */
final class GammaGammaDraws implements AmountDraws {

    private final GammaGamma model;
    private double logScale;

    GammaGammaDraws(GammaGamma model) {
        this.model = model;
    }

    @Override
    public void customer(RandomStream random, int x, double mean, int purchases) {
        logScale = model.drawLogScale(random, x, mean);
    }

    @Override
    public double sum(RandomStream random, int purchases) {
        return model.drawSum(random, logScale, purchases);
    }
}
