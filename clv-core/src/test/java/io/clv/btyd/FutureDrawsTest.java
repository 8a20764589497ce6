package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import io.clv.numerics.ChiSquare;
import io.clv.numerics.RandomStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is drawn of customers with a history, against the closed forms of the same. */
class FutureDrawsTest {

    private static final double DELTA = 0.02;
    private static final int HORIZON = 26;

    record History(int x, double tx, double age) {}

    private static final List<History> HISTORIES = List.of(
            new History(0, 0, 0),
            new History(0, 0, 39),
            new History(1, 2, 39),
            new History(3, 20, 39),
            new History(30, 38, 39),
            new History(7, 7, 7));

    static Stream<Arguments> known() {
        return TransactionModelTest.models().stream()
                .flatMap(model -> HISTORIES.stream().map(history -> Arguments.of(model, history)));
    }

    @ParameterizedTest
    @MethodSource("known")
    void drawsAreThoseOfTheClosedForms(TransactionModel model, History history) {
        assertClosedForms(model, FutureDraws.of(model), history, 40_000);
    }

    static Stream<Arguments> knownToTheInterfaceOnly() {
        return TransactionModelTest.models().stream()
                .flatMap(model ->
                        Stream.of(HISTORIES.get(0), HISTORIES.get(3)).map(history -> Arguments.of(model, history)));
    }

    @ParameterizedTest
    @MethodSource("knownToTheInterfaceOnly")
    void aModelOfOnesOwnIsDrawnAlike(TransactionModel model, History history) {
        TransactionModel own = (TransactionModel) Proxy.newProxyInstance(
                TransactionModel.class.getClassLoader(),
                new Class<?>[] {TransactionModel.class},
                (self, call, values) -> {
                    try {
                        return call.invoke(model, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        FutureDraws draws = FutureDraws.of(own);
        assertThat(draws).isInstanceOf(SimulatedFuture.class);
        assertClosedForms(model, draws, history, 4_000);
    }

    private static void assertClosedForms(TransactionModel model, FutureDraws draws, History known, int customers) {
        boolean whole = model instanceof BgBb;
        int x = known.x;
        double tx = known.tx;
        double age = known.age;
        double alive = model.probabilityAlive(x, tx, age);
        DrawMoments there = new DrawMoments();
        DrawMoments count = new DrawMoments();
        DrawMoments lifetime = new DrawMoments();
        DrawMoments discounted = new DrawMoments();
        DrawMoments firstWait = new DrawMoments();
        int[] counts = new int[HORIZON + 200];
        PurchaseTimes times = new PurchaseTimes();
        RandomStream random = RandomStream.of(0, 0);
        for (int customer = 0; customer < customers; customer++) {
            random.restart(17, customer);
            double stay = draws.draw(random, x, tx, age, alive, HORIZON, times);
            int n = times.size();
            assertThat(stay).isBetween(n == 0 ? 0 : times.get(n - 1), (double) HORIZON);
            there.add(stay > 0 ? 1 : 0);
            count.add(n);
            counts[n]++;
            lifetime.add(whole ? opportunities(stay) : -Math.expm1(-DELTA * stay) / DELTA);
            discounted.add(sum(times));
            firstWait.add(n > 0 && times.get(0) <= 10 ? 1 : 0);
        }
        there.assertMean(
                "there", model instanceof BgBb donors ? donors.probabilityAliveAtNextOpportunity(x, tx, age) : alive);
        count.assertMean("purchases", model.expectedTransactions(x, tx, age, HORIZON));
        lifetime.assertMean("lifetime", model.discountedExpectedLifetime(x, tx, age, DELTA, HORIZON));
        discounted.assertMean("discounted", model.discountedExpectedTransactions(x, tx, age, DELTA, HORIZON));
        firstWait.assertMean("within 10", model.probabilityOfPurchase(x, tx, age, 10));
        double[] expected = new double[counts.length];
        Arrays.setAll(
                expected, n -> whole && n > HORIZON ? 0 : customers * model.probabilityOfCount(x, tx, age, n, HORIZON));
        assertDistribution(counts, expected);
    }

    private static double opportunities(double stay) {
        double sum = 0;
        for (int j = 1; j <= stay; j++) {
            sum += Math.exp(-DELTA * j);
        }
        return sum;
    }

    private static double sum(PurchaseTimes times) {
        double sum = 0;
        for (int i = 0; i < times.size(); i++) {
            sum += Math.exp(-DELTA * times.get(i));
        }
        return sum;
    }

    /** Pearson's test, with neighbouring counts taken together until ten are expected. */
    private static void assertDistribution(int[] counts, double[] expected) {
        double statistic = 0;
        int cells = 0;
        double seen = 0;
        double hoped = 0;
        double rest = Arrays.stream(expected).sum();
        for (int n = 0; n < counts.length; n++) {
            seen += counts[n];
            hoped += expected[n];
            rest -= expected[n];
            if (hoped >= 10 && rest >= 10 || n == counts.length - 1 && hoped > 0) {
                statistic += (seen - hoped) * (seen - hoped) / hoped;
                cells++;
                seen = 0;
                hoped = 0;
            }
        }
        assertThat(ChiSquare.tail(statistic, cells - 1)).as("counts").isGreaterThan(1e-5);
    }

    /** Newcomers, drawn with their rates, have the moments of those drawn without. */
    @ParameterizedTest
    @MethodSource("io.clv.btyd.TransactionModelTest#models")
    void ratesNeedNotBeDrawn(TransactionModel model) {
        DrawMoments count = new DrawMoments();
        DrawMoments squared = new DrawMoments();
        DrawMoments last = new DrawMoments();
        for (int customer = 0; customer < 40_000; customer++) {
            double[] other = Latents.purchases(model, 1, customer, 39);
            double[] times = model.simulate(2, customer, 39);
            count.add(times.length - other.length);
            squared.add(times.length * times.length - other.length * other.length);
            last.add(Arrays.stream(times).max().orElse(0)
                    - Arrays.stream(other).max().orElse(0));
        }
        count.assertMean("purchases", 0);
        squared.assertMean("their squares", 0);
        last.assertMean("the last one", 0);
    }

    /** Far enough ahead nothing is left that counts: what a purchase then is worth is 1e-6 of one today. */
    @ParameterizedTest
    @MethodSource("known")
    void forEverIsAHorizonBeyondWhichNothingCounts(TransactionModel model, History known) {
        double horizon = FutureDraws.horizonForEver(DELTA);
        assertThat(Math.exp(-DELTA * horizon)).isBetween(0.97e-6, 1e-6);
        double alive = model.probabilityAlive(known.x, known.tx, known.age);
        PurchaseTimes times = new PurchaseTimes();
        RandomStream random = RandomStream.of(0, 0);
        DrawMoments discounted = new DrawMoments();
        for (int customer = 0; customer < 10_000; customer++) {
            random.restart(23, customer);
            FutureDraws.of(model).draw(random, known.x, known.tx, known.age, alive, horizon, times);
            discounted.add(sum(times));
        }
        double expected = model.discountedExpectedTransactions(known.x, known.tx, known.age, DELTA);
        discounted.assertMean("discounted", expected);
        assertThat(model.discountedExpectedTransactions(known.x, known.tx, known.age, DELTA, horizon))
                .isBetween(expected * (1 - 1e-6), expected);
    }

    /** Of one who is sure to be there no random number is spent on that. */
    @ParameterizedTest
    @MethodSource("known")
    void certaintyCostsNoDraw(TransactionModel model, History known) {
        PurchaseTimes times = new PurchaseTimes();
        RandomStream random = RandomStream.of(5, 5);
        FutureDraws.of(model).draw(random, known.x, known.tx, known.age, 0, HORIZON, times);
        assertThat(times.size()).isZero();
        assertThat(random.uniform()).isNotEqualTo(RandomStream.of(5, 5).uniform());
        random.restart(5, 5);
        FutureDraws.of(model).draw(random, known.x, known.tx, known.age, 1, HORIZON, times);
        double[] drawn = times.toArray();
        times.clear();
        ((ConjugateModel) model).drawIfAlive(RandomStream.of(5, 5), known.x, known.age, HORIZON, times);
        assertThat(drawn).isEqualTo(times.toArray());
    }
}
