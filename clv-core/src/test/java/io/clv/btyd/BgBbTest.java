package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What BG/BB adds to the laws of all models: time that is counted, and figures that are printed. */
class BgBbTest {

    /** Fader, Hardie and Shang (2010): donations over six years. */
    private static final BgBb DONATIONS = BgBb.of(1.20352, 0.74972, 0.65671, 2.78329);

    private static final BgBb MODEL = BgBb.of(0.8, 4.2, 0.7, 18);

    @Test
    void thePaperPrintsBeingThereAtTheNextOpportunity() {
        assertThat(DONATIONS.probabilityAliveAtNextOpportunity(0, 0, 6)).isCloseTo(0.11, within(0.01));
        assertThat(DONATIONS.probabilityAliveAtNextOpportunity(2, 4, 6)).isCloseTo(0.59, within(0.01));
        assertThat(DONATIONS.probabilityAliveAtNextOpportunity(6, 6, 6)).isCloseTo(0.93, within(0.01));
        assertThat(DONATIONS.probabilityAlive(0, 0, 6)).isCloseTo(0.116, within(0.001));
        assertThat(DONATIONS.probabilityAlive(2, 4, 6)).isCloseTo(0.634, within(0.001));
        assertThat(DONATIONS.probabilityAlive(6, 6, 6)).isEqualTo(1);
    }

    @Test
    void discountedExpectedDonations() {
        double tenPercent = Math.log1p(0.1);
        assertThat(DONATIONS.discountedExpectedTransactions(0, 0, 6, tenPercent))
                .isCloseTo(0.115, within(0.001));
        assertThat(DONATIONS.discountedExpectedTransactions(2, 4, 6, tenPercent))
                .isCloseTo(1.666, within(0.001));
        assertThat(DONATIONS.discountedExpectedTransactions(6, 6, 6, tenPercent))
                .isCloseTo(5.910, within(0.001));
    }

    @Test
    void oneOpportunityIsAnsweredByHand() {
        BgBb even = BgBb.of(1, 1, 1, 1);
        // He stays with 1/2 and then buys with 1/2.
        assertThat(even.logLikelihood(1, 1, 1)).isCloseTo(Math.log(0.25), within(1e-15));
        assertThat(even.logLikelihood(0, 0, 1)).isCloseTo(Math.log(0.75), within(1e-15));
        assertThat(even.probabilityAlive(0, 0, 1)).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(even.expectedTransactionsOfNewCustomer(1)).isCloseTo(0.25, within(1e-15));
        assertThat(even.probabilityOfCount(1, 1)).isCloseTo(0.25, within(1e-15));
        assertThat(even.probabilityOfPurchase(0, 0, 0, 1)).isCloseTo(0.25, within(1e-15));
        assertThat(even.discountedExpectedLifetime(0, 0, 0, Math.log(2), 1)).isCloseTo(0.25, within(1e-15));
        assertThat(even.probabilityOfCount(2, 1)).isZero();
    }

    @Test
    void oneOfThePossibleHistoriesHappens() {
        int opportunities = 12;
        double sum = 0;
        double once = 0;
        for (int last = 0; last <= opportunities; last++) {
            double ways = 1;
            for (int x = last == 0 ? 0 : 1; x <= last; x++) {
                // so many ways to place the others before the last
                sum += ways * Math.exp(MODEL.logLikelihood(x, last, opportunities));
                once += x == 1 ? Math.exp(MODEL.logLikelihood(1, last, opportunities)) : 0;
                ways = ways * (last - x) / x;
            }
        }
        assertThat(sum).isCloseTo(1, within(1e-13));
        assertThat(once).isCloseTo(MODEL.probabilityOfCount(1, opportunities), within(1e-14));
    }

    @Test
    void discountedSumsAreThoseOfOpportunities() {
        for (double delta : new double[] {0, 1e-5, 0.01, 3}) {
            double transactions = 0;
            double before = 0;
            for (int j = 1; j <= 2000; j++) {
                double now = MODEL.expectedTransactions(3, 20, 39, j);
                transactions += (now - before) * Math.exp(-delta * j);
                before = now;
                if (j == 52 || j == 2000) {
                    assertThat(MODEL.discountedExpectedTransactions(3, 20, 39, delta, j))
                            .isCloseTo(transactions, within(1e-11 * transactions));
                    assertThat(MODEL.discountedExpectedLifetime(3, 20, 39, delta, j) * 3.8 / 44)
                            .isCloseTo(transactions, within(1e-11 * transactions));
                }
            }
        }
    }

    @Test
    void theTimeToTheNextPurchaseIsTheFirstOpportunityThatIsEnough() {
        double ever = 1 - MODEL.probabilityOfNoFurtherPurchase(3, 20, 39);
        for (double part : new double[] {1e-6, 0.3, 0.9, 0.999}) {
            double time = MODEL.timeToNextPurchase(3, 20, 39, part * ever).orElseThrow();
            assertThat(time).isEqualTo(Math.rint(time)).isPositive();
            assertThat(MODEL.probabilityOfPurchase(3, 20, 39, time)).isGreaterThan(part * ever);
            assertThat(MODEL.probabilityOfPurchase(3, 20, 39, time - 1)).isLessThan(part * ever);
        }
        for (double time : new double[] {1, 2, 17, 300}) {
            assertThat(MODEL.timeToNextPurchase(3, 20, 39, MODEL.probabilityOfPurchase(3, 20, 39, time)))
                    .hasValue(time);
        }
        assertThat(MODEL.timeToNextPurchase(3, 20, 39, ever + 1e-9)).isEmpty();
        assertThat(BgBb.of(1e-3, 1, 1e-3, 1).timeToNextPurchase(0, 0, 39, 0.5)).isEmpty();
    }

    @Test
    void theMeanTimeGivenAReturnIsThatOfItsDistribution() {
        double ever = 1 - MODEL.probabilityOfNoFurtherPurchase(8, 35, 39);
        double mean = 0;
        int far = 20_000;
        for (int t = 0; t < far; t++) {
            mean += 1 - MODEL.probabilityOfPurchase(8, 35, 39, t) / ever;
        }
        // beyond, P(later) falls as t^-(8.8 + 0.7)
        mean += (1 - MODEL.probabilityOfPurchase(8, 35, 39, far) / ever) * far / 8.5;
        assertThat(MODEL.meanTimeToNextPurchase(8, 35, 39).orElseThrow()).isCloseTo(mean, within(1e-9 * mean));
        assertThat(MODEL.meanTimeToNextPurchase(0, 0, 39)).isPresent();
        assertThat(BgBb.of(0.5, 4, 0.5, 18).meanTimeToNextPurchase(0, 0, 39)).isEmpty();
    }

    @Test
    void whereNobodyLeavesPurchasesAreBetaBinomial() {
        BgBb staying = BgBb.of(0.8, 4.2, 1e-18, 1);
        assertThat(staying.probabilityAlive(3, 20, 39)).isEqualTo(1);
        assertThat(staying.expectedTransactions(3, 20, 39, 10)).isCloseTo(10 * 3.8 / 44, within(1e-15));
        assertThat(staying.discountedExpectedLifetime(3, 20, 39, 0.01)).isCloseTo(1 / Math.expm1(0.01), within(1e-10));
        assertThat(staying.probabilityOfNoFurtherPurchase(3, 20, 39)).isCloseTo(0, within(1e-12));
    }

    @Test
    void manyOpportunitiesCostNoMore() {
        // A purchase a year ago among daily, then hourly, then ever shorter opportunities.
        assertThat(MODEL.probabilityAlive(3, 20, 1e12)).isBetween(0.0, 1e-30);
        assertThat(MODEL.logLikelihood(3, 20, 1e12)).isCloseTo(MODEL.logLikelihood(3, 20, 1e15), within(1e-9));
        assertThat(MODEL.probabilityOfCount(3, 20, 39, 0, 1e15))
                .isCloseTo(MODEL.probabilityOfNoFurtherPurchase(3, 20, 39), within(1e-12));
        assertThat(MODEL.probabilityOfCount(3, 20, 39, 5, 1e15))
                .isCloseTo(MODEL.probabilityOfCount(3, 20, 39, 5, 1e13), within(1e-9));
        assertThat(BgBb.of(1, 1e9, 1e-3, 1).simulate(1, 1, 1e12)).isSorted();
    }

    @Test
    void timeIsCountedInWholeOpportunities() {
        assertRefused("T must be a whole number of opportunities, but was 2.5", () -> MODEL.logLikelihood(1, 2, 2.5));
        assertRefused(
                "t_x must be a whole number of opportunities, but was 1.5", () -> MODEL.probabilityAlive(1, 1.5, 2));
        assertRefused(
                "x must be at most t_x (2.0), one purchase an opportunity, but was 3",
                () -> MODEL.probabilityAliveAtNextOpportunity(3, 2, 5));
        assertRefused(
                "horizon must be a whole number of opportunities, but was 0.5",
                () -> MODEL.expectedTransactions(1, 2, 2, 0.5));
        assertRefused(
                "horizon must be a whole number of opportunities, but was 0.5", () -> MODEL.probabilityOfCount(1, 0.5));
        assertRefused("T must be a whole number of opportunities, but was 0.5", () -> MODEL.simulate(1, 1, 0.5));
        assertRefused("gamma must be finite and above 0, but was 0.0", () -> BgBb.of(1, 1, 0, 1));
        assertRefused("delta must be finite and above 0, but was NaN", () -> BgBb.of(1, 1, 1, Double.NaN));
    }

    private static void assertRefused(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void simulatedPurchasesAreAtOpportunities() {
        for (int customer = 0; customer < 200; customer++) {
            double[] times = MODEL.simulate(5, customer, 52);
            assertThat(times).isSorted().doesNotHaveDuplicates();
            for (double time : times) {
                assertThat(time).isEqualTo(Math.rint(time)).isBetween(1.0, 52.0);
            }
        }
        // chances that round to 0 and 1
        assertThat(BgBb.of(1e-6, 1, 1, 1).simulate(1, 1, 100)).isEmpty();
        assertThat(BgBb.of(1, 1e-6, 1e-6, 1).simulate(1, 1, 100)).hasSize(100);
    }

    @Test
    void itIsAValue() {
        assertThat(MODEL)
                .isEqualTo(BgBb.of(0.8, 4.2, 0.7, 18))
                .hasToString("bg-bb{alpha=0.8, beta=4.2, gamma=0.7, delta=18.0}");
        assertThat(MODEL.parameters())
                .containsExactly(
                        Map.entry("alpha", 0.8),
                        Map.entry("beta", 4.2),
                        Map.entry("gamma", 0.7),
                        Map.entry("delta", 18.0));
    }
}
