package io.clv.btyd;

import com.google.common.collect.ImmutableMap;
import io.clv.numerics.BetaFunctions;
import io.clv.numerics.BetaMixture;
import io.clv.numerics.GammaFunctions;
import io.clv.numerics.NegativeBinomial;
import io.clv.numerics.RandomStream;

/**
 * What BG/NBD and MBG/NBD share: a customer may leave after a purchase, with a chance that is Beta(a, b) distributed.
 * They differ in whether the first purchase is such an occasion too, which adds one to the coins tossed.
 *
 * <p>One who is there at T has survived x coins (x + 1 with the modification); ahead of him lies BG/NBD's own process
 * at (r + x, alpha + T, a, b + coins), for both models.
 */
abstract class GeometricDropout extends ConjugateModel {

    private final double r;
    private final double alpha;
    private final double a;
    private final double b;
    /** Coins tossed at the first purchase: 0 or 1. */
    private final int first;

    GeometricDropout(String name, double r, double alpha, double a, double b, int first) {
        super(name, ImmutableMap.of("r", r, "alpha", alpha, "a", a, "b", b));
        this.r = r;
        this.alpha = alpha;
        this.a = a;
        this.b = b;
        this.first = first;
    }

    @Override
    public final double logLikelihood(int x, double tx, double age) {
        Arguments.requireHistory(x, tx, age);
        int coins = x + first;
        double stayed = GammaFunctions.logPochhammer(r, x)
                - r * Math.log1p(age / alpha)
                - x * Math.log(alpha + age)
                + BetaFunctions.logBetaRatio(a, b, coins);
        if (coins == 0) {
            return stayed;
        }
        double odds = logOddsOfHavingLeft(x, tx, age);
        return stayed + (odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds)));
    }

    /** {@code ln [a / (b + coins - 1) ((alpha + T) / (alpha + t_x))^(r + x)]}: the last coin, then silence. */
    private double logOddsOfHavingLeft(int x, double tx, double age) {
        return Math.log(a / (b + (x + first - 1))) + (r + x) * Math.log1p((age - tx) / (alpha + tx));
    }

    @Override
    final double alive(int x, double tx, double age) {
        return x + first == 0 ? 1 : 1 / (1 + Math.exp(logOddsOfHavingLeft(x, tx, age)));
    }

    private double survived(int x) {
        return b + (x + first);
    }

    @Override
    final double expectedIfAlive(int x, double age, double horizon) {
        return BetaMixture.purchases(r + x, a, survived(x), horizon / (alpha + age));
    }

    /** n purchases, no coin lost; or the nth coin lost and time for at least n. */
    @Override
    final double countIfAlive(int x, double age, int n, double horizon) {
        double staying = survived(x);
        double logStays = BetaFunctions.logBetaRatio(a, staying, n);
        double stays = Math.exp(logStays + NegativeBinomial.logProbability(r + x, alpha + age, n, horizon));
        if (n == 0) {
            return stays;
        }
        double leaves = a / (staying + (n - 1)) * Math.exp(logStays);
        return stays + leaves * NegativeBinomial.atLeast(r + x, alpha + age, n, horizon);
    }

    @Override
    final double discountedIfAlive(int x, double age, double delta) {
        return BetaMixture.discountedPurchases(r + x, a, survived(x), delta * (alpha + age));
    }

    @Override
    final double discountedIfAlive(int x, double age, double delta, double horizon) {
        double scale = alpha + age;
        return BetaMixture.discountedPurchases(r + x, a, survived(x), delta * scale, horizon / scale);
    }

    @Override
    final double lifetimeIfAlive(int x, double age, double delta) {
        double scale = alpha + age;
        return scale * BetaMixture.discountedLifetime(r + x, a, survived(x), delta * scale);
    }

    @Override
    final double lifetimeIfAlive(int x, double age, double delta, double horizon) {
        double scale = alpha + age;
        return scale * BetaMixture.discountedLifetime(r + x, a, survived(x), delta * scale, horizon / scale);
    }

    @Override
    final double purchaseIfAlive(int x, double age, double horizon) {
        return PoissonGamma.purchase(r + x, alpha + age, horizon);
    }

    @Override
    final double everIfAlive(int x, double age) {
        return 1;
    }

    @Override
    final double timeIfAlive(int x, double age, double share) {
        return PoissonGamma.time(r + x, alpha + age, share);
    }

    @Override
    final double meanTimeIfAlive(int x, double age) {
        return PoissonGamma.meanTime(r + x, alpha + age);
    }

    /** b is divided: the odds of the mean chance to leave, a / b, are multiplied. */
    @Override
    final ConjugateModel ahead(int x, double age, Shock shock) {
        return BgNbd.of(r + x, (alpha + age) / shock.buying(), a, survived(x) / shock.leaving());
    }

    @Override
    final double drawIfAlive(RandomStream random, int x, double age, double horizon, PurchaseTimes times) {
        double first = PoissonGamma.wait(random, r + x, alpha + age);
        return first <= horizon ? drawFrom(random, x, age, first, horizon, times) : horizon;
    }

    @Override
    final boolean staysUnlessBuying() {
        return true;
    }

    /** Rate and chance to leave are integrated out: each purchase and each coin that is kept updates them. */
    @Override
    final double drawFrom(RandomStream random, int x, double age, double first, double horizon, PurchaseTimes times) {
        double scale = alpha + age;
        double coins = a + survived(x);
        double time = first;
        for (int n = 1; time <= horizon; n++) {
            times.add(time);
            if (random.uniform() * coins < a) {
                return time;
            }
            coins++;
            time += PoissonGamma.wait(random, r + x + n, scale + time);
        }
        return horizon;
    }
}
