package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.LedgerOptions;
import io.clv.ltv.CustomerBase;
import io.clv.quantity.Money;
import io.clv.quantity.Span;
import io.clv.task.Parallelism;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FuturePurchasesTest {

    private static final LocalDate END = LocalDate.of(2024, 12, 29);
    private static final int FUTURES = 400;
    private static final CustomerTable CUSTOMERS = customers(600);
    private static final CustomerBase BASE = CustomerBase.of(CUSTOMERS);

    private static CustomerTable customers(int count) {
        return Simulation.builder(BgNbd.of(0.7, 6, 0.8, 2.4), ChronoUnit.WEEKS, Money.currency("USD"))
                .customers(count)
                .seed(2025)
                .from(LocalDate.of(2024, 1, 1))
                .comingOver(Span.weeks(40))
                .observedThrough(END)
                .build()
                .ledger()
                .summarize(END, LedgerOptions.collapse(ChronoUnit.DAYS).unit(ChronoUnit.WEEKS));
    }

    static Stream<TransactionModel> models() {
        return Stream.of(
                BgNbd.of(0.7, 6, 0.8, 2.4),
                MbgNbd.of(0.7, 6, 0.8, 2.4),
                ParetoNbd.of(0.7, 6, 0.7, 12),
                GGompertzNbd.of(0.7, 6, 0.02, 0.6, 2.6),
                Nbd.of(0.7, 6),
                Shock.buyingTimes(1.5).on(BgNbd.of(0.7, 6, 0.8, 2.4)));
    }

    private static final Fit<GammaGamma> SPEND = GammaGamma.family()
            .parse("clv-fit 1\nmodel gamma-gamma\nparameter p 6.25\nparameter q 3.74\nparameter v 15.44\nunit USD\n"
                    + "customers 946.0\npurchases 2457.0\nlog-likelihood -4055.92\ndiagnosis converged\nprior none\n"
                    + "evaluations 20\n");

    private static double[][] ends(int futures, double... ends) {
        double[][] all = new double[futures][];
        Arrays.fill(all, ends);
        return all;
    }

    private static double[] column(long[][] counts, int period) {
        return Arrays.stream(counts).mapToDouble(future -> future[period]).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1));
    }

    private static double expected(TransactionModel model, double horizon) {
        return Arrays.stream(Histories.of(CUSTOMERS)
                        .map((x, last, age) -> model.expectedTransactions(x, last, age, horizon)))
                .sum();
    }

    @ParameterizedTest
    @MethodSource("models")
    void knownCustomersBuyAsOftenAsIsExpected(TransactionModel model) {
        long[][] counts = FuturePurchases.of(model, ChronoUnit.WEEKS)
                .ofCustomers(BASE, ends(FUTURES, 1, 4, 26), 1, Parallelism.sequential());
        double before = 0;
        for (int period = 0; period < 3; period++) {
            double through = expected(model, new double[] {1, 4, 26}[period]);
            double[] drawn = column(counts, period);
            assertThat(mean(drawn)).isCloseTo(through - before, within(4 * deviation(drawn) / Math.sqrt(FUTURES)));
            before = through;
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void newcomersBuyAsOftenAsIsExpected(TransactionModel model) {
        long[][] coming = new long[FUTURES][];
        Arrays.fill(coming, new long[] {200, 0, 0});
        long[][] counts = FuturePurchases.of(model, ChronoUnit.WEEKS)
                .ofNewcomers(coming, ends(FUTURES, 0.01, 4, 26), 1, Parallelism.sequential());
        double[] first = column(counts, 1);
        double[] second = column(counts, 2);
        double soon = model.expectedTransactionsOfNewCustomer(4 - 0.005);
        double later = model.expectedTransactionsOfNewCustomer(26 - 0.005);
        assertThat(mean(first)).isCloseTo(200 * soon, within(4 * deviation(first) / Math.sqrt(FUTURES) + 0.5));
        assertThat(mean(second)).isCloseTo(200 * (later - soon), within(4 * deviation(second) / Math.sqrt(FUTURES)));
    }

    /** A sample that stands for all must have their mean, their spread and their covariance between periods. */
    @Test
    void aSampleOfNewcomersStandsForAll() {
        int periods = 26;
        int futures = 600;
        double[] weeks = new double[periods];
        Arrays.setAll(weeks, i -> i + 1.0);
        long[][] coming = new long[futures][periods];
        for (long[] each : coming) {
            Arrays.fill(each, 400);
        }
        FuturePurchases ahead = FuturePurchases.of(BgNbd.of(0.243, 4.414, 0.793, 2.426), ChronoUnit.WEEKS);
        long[][] all = ahead.ofNewcomers(coming, ends(futures, weeks), Integer.MAX_VALUE, 1, Parallelism.available());
        long[][] sampled = ahead.ofNewcomers(coming, ends(futures, weeks), 1000, 2, Parallelism.available());
        for (int period : new int[] {3, 12, 25}) {
            double[] whole = column(all, period);
            double[] some = column(sampled, period);
            assertThat(mean(some)).isCloseTo(mean(whole), within(4 * deviation(whole) * Math.sqrt(2.0 / futures)));
            assertThat(deviation(some) / deviation(whole)).isCloseTo(1, within(4 / Math.sqrt(futures)));
        }
        double[] wholeTotals = totals(all);
        double[] someTotals = totals(sampled);
        assertThat(mean(someTotals))
                .isCloseTo(mean(wholeTotals), within(4 * deviation(wholeTotals) * Math.sqrt(2.0 / futures)));
        assertThat(deviation(someTotals) / deviation(wholeTotals)).isCloseTo(1, within(4 / Math.sqrt(futures)));
        Arrays.sort(wholeTotals);
        Arrays.sort(someTotals);
        for (int place : new int[] {futures / 20, futures / 2, futures - futures / 20}) {
            assertThat(someTotals[place])
                    .isCloseTo(wholeTotals[place], within(4 * 2.1 * deviation(wholeTotals) * Math.sqrt(2.0 / futures)));
        }
    }

    private static double[] totals(long[][] counts) {
        return Arrays.stream(counts)
                .mapToDouble(future -> Arrays.stream(future).sum())
                .toArray();
    }

    @Test
    void theDoubtAboutParametersIsSharedByAllCustomers() {
        Tally tally = Tally.of(CUSTOMERS);
        Posterior<BgNbd> posterior = BgNbd.family().posterior(tally, PosteriorOptions.defaults());
        double[] doubted =
                totals(FuturePurchases.of(posterior).ofCustomers(BASE, ends(FUTURES, 26), 1, Parallelism.sequential()));
        double[] known = totals(
                FuturePurchases.of(posterior.mode()).ofCustomers(BASE, ends(FUTURES, 26), 1, Parallelism.sequential()));
        assertThat(mean(doubted)).isCloseTo(mean(known), within(0.05 * mean(known)));
        assertThat(deviation(doubted)).isGreaterThan(1.3 * deviation(known));
    }

    @Test
    void theThreadsAndTheOthersDoNotMatter() {
        FuturePurchases ahead = FuturePurchases.of(ParetoNbd.of(0.7, 6, 0.7, 12), ChronoUnit.WEEKS);
        double[][] ends = ends(50, 2, 9);
        long[][] one = ahead.ofCustomers(CustomerBase.of(customers(3000)), ends, 3, Parallelism.sequential());
        assertThat(ahead.ofCustomers(CustomerBase.of(customers(3000)), ends, 3, Parallelism.of(3)))
                .isDeepEqualTo(one);
        long[][] coming = new long[50][2];
        for (long[] each : coming) {
            Arrays.fill(each, 30);
        }
        assertThat(ahead.ofNewcomers(coming, ends, 3, Parallelism.of(3)))
                .isDeepEqualTo(ahead.ofNewcomers(coming, ends, 3, Parallelism.sequential()));
    }

    /** A shock is on each draw of the parameters, and intervals are drawn with it. */
    @Test
    void aFittedModelBringsItsShockAndItsDoubt() {
        FittedLtv model = FittedLtv.of(BgNbd.family().fit(CUSTOMERS), SPEND).model();
        FuturePurchases shocked = FuturePurchases.of(model.under(Shock.buyingTimes(2)));
        TransactionModel twice =
                Shock.buyingTimes(2).on(BgNbd.family().fit(CUSTOMERS).model());
        double[] drawn = totals(shocked.ofCustomers(BASE, ends(FUTURES, 26), 1, Parallelism.sequential()));
        assertThat(mean(drawn)).isCloseTo(expected(twice, 26), within(4 * deviation(drawn) / Math.sqrt(FUTURES)));
        assertThat(shocked.assumptions())
                .containsExactly(
                        "purchases follow the bg-nbd model, at most one a purchase period of a customer",
                        "the parameters of bg-nbd are as fitted: doubt about them is left out",
                        "that from now on customers buy 2.0 times as often");
    }

    @Test
    void saysWhatItRestsOn() {
        FuturePurchases ahead = FuturePurchases.of(BgNbd.of(0.7, 6, 0.8, 2.4), ChronoUnit.WEEKS);
        assertThat(ahead.unit()).isEqualTo(ChronoUnit.WEEKS);
        assertThat(ahead.assumptions())
                .containsExactly(
                        "purchases follow the bg-nbd model, at most one a purchase period of a customer",
                        "the parameters of bg-nbd are as fitted: doubt about them is left out");
        assertThat(ahead).hasToString("purchases ahead by a model in weeks");
    }

    @Test
    void refusesWhatCannotBe() {
        FuturePurchases ahead = FuturePurchases.of(BgNbd.of(0.7, 6, 0.8, 2.4), ChronoUnit.WEEKS);
        assertThatThrownBy(() -> FuturePurchases.of(BgBb.of(1, 1, 1, 1), ChronoUnit.WEEKS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "purchases by period need a model of purchases at any moment, but bg-bb counts opportunities");
        assertThatThrownBy(() -> FuturePurchases.of(BgNbd.of(0.7, 6, 0.8, 2.4), ChronoUnit.DAYS)
                        .ofCustomers(BASE, ends(1, 1), 1, Parallelism.sequential()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model is in days, but the customers are in weeks");
        assertThatThrownBy(() -> ahead.ofCustomers(BASE, ends(1, 2, 1), 1, Parallelism.sequential()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ends of periods must be finite and ascend from 0, but in future 1 1.0 followed 2.0");
        assertThatThrownBy(() -> ahead.ofCustomers(BASE, new double[][] {{1, 2}, {1}}, 1, Parallelism.sequential()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ends must be of 2 periods in each future, but were of 1 in future 2");
        assertThatThrownBy(() -> ahead.ofNewcomers(new long[][] {{1, -2}}, ends(1, 1, 2), 1, Parallelism.sequential()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("newcomers must not be negative, but were -2 in future 1");
        assertThatThrownBy(() -> ahead.ofNewcomers(new long[][] {{1, 2}}, ends(2, 1, 2), 1, Parallelism.sequential()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("newcomers must be known of each of the 2 futures, but were of 1");
        assertThatThrownBy(() -> ahead.ofNewcomers(new long[][] {{1}}, ends(1, 1, 2), 1, Parallelism.sequential()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("newcomers must be of 2 periods in each future, but were of 1 in future 1");
    }

    @Test
    void noFutureAndNoPeriodAreNothing() {
        FuturePurchases ahead = FuturePurchases.of(BgNbd.of(0.7, 6, 0.8, 2.4), ChronoUnit.WEEKS);
        assertThat(ahead.ofCustomers(BASE, new double[0][], 1, Parallelism.sequential()))
                .isEmpty();
        assertThat(ahead.ofNewcomers(new long[2][0], new double[2][0], 1, Parallelism.sequential()))
                .isDeepEqualTo(new long[2][0]);
        assertThat(List.of(ahead.ofCustomers(BASE, ends(2, 0, 0), 1, Parallelism.sequential())))
                .allMatch(each -> Arrays.stream(each).sum() == 0);
    }
}
