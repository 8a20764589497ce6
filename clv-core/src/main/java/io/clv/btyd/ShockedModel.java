package io.clv.btyd;

import com.google.common.collect.ImmutableMap;
import io.clv.numerics.RandomStream;

/** A model whose past is as it was fitted, and whose future is that of a newcomer to {@link ConjugateModel#ahead}. */
final class ShockedModel extends ConjugateModel {

    private final ConjugateModel past;
    private final Shock shock;

    ShockedModel(ConjugateModel past, Shock shock) {
        super(past.name(), parameters(past, shock));
        this.past = past;
        this.shock = shock;
    }

    /** With the shock, so that it is not equal to the model without. */
    private static ImmutableMap<String, Double> parameters(ConjugateModel past, Shock shock) {
        return ImmutableMap.<String, Double>builder()
                .putAll(past.parameters())
                .put("leaving times", shock.leaving())
                .put("buying times", shock.buying())
                .buildOrThrow();
    }

    private ConjugateModel ahead(int x, double age) {
        return past.ahead(x, age, shock);
    }

    @Override
    void requireHistory(int x, double tx, double age) {
        past.requireHistory(x, tx, age);
    }

    @Override
    void requireHorizon(double horizon) {
        past.requireHorizon(horizon);
    }

    @Override
    ConjugateModel ahead(int x, double age, Shock more) {
        return past.ahead(x, age, shock.and(more));
    }

    @Override
    public double logLikelihood(int x, double tx, double age) {
        return past.logLikelihood(x, tx, age);
    }

    @Override
    double alive(int x, double tx, double age) {
        return past.alive(x, tx, age);
    }

    @Override
    double expectedIfAlive(int x, double age, double horizon) {
        return ahead(x, age).expectedIfAlive(0, 0, horizon);
    }

    @Override
    double countIfAlive(int x, double age, int n, double horizon) {
        return ahead(x, age).countIfAlive(0, 0, n, horizon);
    }

    @Override
    double discountedIfAlive(int x, double age, double delta) {
        return ahead(x, age).discountedIfAlive(0, 0, delta);
    }

    @Override
    double discountedIfAlive(int x, double age, double delta, double horizon) {
        return ahead(x, age).discountedIfAlive(0, 0, delta, horizon);
    }

    @Override
    double lifetimeIfAlive(int x, double age, double delta) {
        return ahead(x, age).lifetimeIfAlive(0, 0, delta);
    }

    @Override
    double lifetimeIfAlive(int x, double age, double delta, double horizon) {
        return ahead(x, age).lifetimeIfAlive(0, 0, delta, horizon);
    }

    @Override
    double purchaseIfAlive(int x, double age, double horizon) {
        return ahead(x, age).purchaseIfAlive(0, 0, horizon);
    }

    @Override
    double everIfAlive(int x, double age) {
        return ahead(x, age).everIfAlive(0, 0);
    }

    @Override
    double timeIfAlive(int x, double age, double share) {
        return ahead(x, age).timeIfAlive(0, 0, share);
    }

    @Override
    double meanTimeIfAlive(int x, double age) {
        return ahead(x, age).meanTimeIfAlive(0, 0);
    }

    @Override
    double drawIfAlive(RandomStream random, int x, double age, double horizon, PurchaseTimes times) {
        return ahead(x, age).drawIfAlive(random, 0, 0, horizon, times);
    }

    @Override
    boolean staysUnlessBuying() {
        return past.staysUnlessBuying();
    }

    @Override
    double drawFrom(RandomStream random, int x, double age, double first, double horizon, PurchaseTimes times) {
        return ahead(x, age).drawFrom(random, 0, 0, first, horizon, times);
    }
}
