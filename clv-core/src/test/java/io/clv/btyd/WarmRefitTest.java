package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.CustomerStates;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.Transaction;
import io.clv.quantity.Money;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fit that begins at an earlier one ends where a fit anew does, by fewer evaluations of the likelihood. */
class WarmRefitTest {

    private static final LocalDate BEFORE = LocalDate.of(2024, 9, 30);
    private static final LocalDate NOW = LocalDate.of(2024, 12, 31);
    private static final FitOptions ANEW = FitOptions.defaults();

    private static List<Transaction> log(int customers) {
        return Simulation.builder(ParetoNbd.of(0.6, 5, 0.7, 9), ChronoUnit.WEEKS, Money.currency("USD"))
                .spend(GammaGamma.of(6, 4, 15))
                .customers(customers)
                .seed(11)
                .from(LocalDate.of(2024, 1, 1))
                .comingOver(Span.weeks(20))
                .observedThrough(NOW)
                .build()
                .transactions()
                .toList();
    }

    private static Ledger rows(List<Transaction> log, Predicate<LocalDate> when) {
        return Ledger.of(
                Money.currency("USD"),
                log.stream().filter(row -> when.test(row.date())).toList());
    }

    /** New transactions come to the states of the customers, as they would every night. */
    private static CustomerTable[] beforeAndNow(int customers) {
        List<Transaction> log = log(customers);
        CustomerStates before = CustomerStates.of(rows(log, date -> !date.isAfter(BEFORE)), LedgerOptions.defaults());
        CustomerStates now = before.add(rows(log, date -> date.isAfter(BEFORE)));
        return new CustomerTable[] {before.summarize(BEFORE), now.summarize(NOW)};
    }

    private static void assertSameByLess(Fit<?> warm, Fit<?> cold) {
        assertThat(warm.logLikelihood()).isCloseTo(cold.logLikelihood(), within(1e-9));
        assertThat(warm.diagnosis()).isEqualTo(cold.diagnosis());
        cold.parameters()
                .forEach((name, value) ->
                        assertThat(warm.parameter(name)).as(name).isCloseTo(value, within(1e-5 * Math.abs(value))));
        assertThat(warm.evaluations()).isLessThan(cold.evaluations());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bg-nbd", "mbg-nbd", "pareto-nbd", "nbd"})
    void purchases(String name) {
        TransactionFamily<?> family = TransactionFamily.named(name);
        CustomerTable[] tables = beforeAndNow(3000);
        Fit<?> before = family.fit(Tally.of(tables[0]), ANEW);

        Fit<?> cold = family.fit(Tally.of(tables[1]), ANEW);
        Fit<?> warm = family.fit(Tally.of(tables[1]), ANEW.startingAt(before));

        assertThat(cold.diagnosis().converged()).isTrue();
        assertSameByLess(warm, cold);
    }

    @Test
    void spend() {
        CustomerTable[] tables = beforeAndNow(4000);
        Fit<GammaGamma> before = GammaGamma.family().fit(SpendTally.ofRepeatPurchases(tables[0]), ANEW);
        SpendTally tally = SpendTally.ofRepeatPurchases(tables[1]);

        assertSameByLess(
                GammaGamma.family().fit(tally, ANEW.startingAt(before)),
                GammaGamma.family().fit(tally, ANEW));
    }

    @Test
    void bothModelsOfAValuation() {
        CustomerTable[] tables = beforeAndNow(3000);
        FittedLtv before = FittedLtv.fit(tables[0])
                .transactions(BgNbd.family())
                .spend(GammaGamma.family())
                .over(Span.years(1))
                .model();

        FittedLtv warm = FittedLtv.fit(tables[1])
                .transactions(BgNbd.family())
                .spend(GammaGamma.family())
                .fitOptions(ANEW.startingAt(before.transactions()).startingAt(before.spend()))
                .over(Span.years(1))
                .model();

        assertSameByLess(warm.transactions(), BgNbd.fit(tables[1]));
        assertSameByLess(warm.spend(), GammaGamma.fit(tables[1]));
    }

    @Test
    void underAPrior() {
        CustomerTable[] tables = beforeAndNow(3000);
        FitOptions weak = ANEW.prior(Prior.WEAK);
        Fit<ParetoNbd> before = ParetoNbd.family().fit(Tally.of(tables[0]), weak);

        assertSameByLess(
                ParetoNbd.family().fit(Tally.of(tables[1]), weak.startingAt(before)),
                ParetoNbd.family().fit(Tally.of(tables[1]), weak));
    }

    @Test
    void aFitReadFromTextIsAStart() {
        CustomerTable[] tables = beforeAndNow(3000);
        Fit<BgNbd> before = BgNbd.family().parse(BgNbd.fit(tables[0]).toText());

        assertSameByLess(BgNbd.family().fit(Tally.of(tables[1]), ANEW.startingAt(before)), BgNbd.fit(tables[1]));
    }

    /** A likelihood of few customers may have two maxima, and the nearer need not be the higher one. */
    @Test
    void fewCustomersAreFittedAnewAsWell() {
        CustomerTable[] tables = beforeAndNow(200);
        Fit<BgNbd> cold = BgNbd.fit(tables[1]);

        Fit<BgNbd> warm = BgNbd.family().fit(Tally.of(tables[1]), ANEW.startingAt(BgNbd.fit(tables[0])));

        assertThat(warm.logLikelihood()).isCloseTo(cold.logLikelihood(), within(1e-9));
        assertThat(warm.evaluations()).isGreaterThan(cold.evaluations());
    }

    /** Of 0 purchases by all: its end is no maximum of anything else. */
    @Test
    void aStartThatLeadsNowhereIsLeft() {
        Fit<BgNbd> silent = BgNbd.family()
                .fit(Tally.of(new double[] {0, 0}, new double[] {0, 0}, new double[] {30, 40}, ChronoUnit.WEEKS));
        Tally now = Tally.of(beforeAndNow(3000)[1]);
        Fit<BgNbd> cold = BgNbd.family().fit(now);

        Fit<BgNbd> warm = BgNbd.family().fit(now, ANEW.startingAt(silent));

        assertThat(silent.diagnosis().converged()).isFalse();
        assertThat(warm.logLikelihood()).isCloseTo(cold.logLikelihood(), within(1e-9));
    }

    @Test
    void aFitThatIsNoStartIsPassedOver() {
        Tally weeks = Tally.of(beforeAndNow(1500)[1]);
        Fit<BgNbd> cold = BgNbd.family().fit(weeks);
        Tally days = Tally.of(rows(log(1500), date -> true).summarize(NOW, LedgerOptions.collapse(ChronoUnit.DAYS)));

        Fit<BgNbd> otherUnit =
                BgNbd.family().fit(weeks, ANEW.startingAt(BgNbd.family().fit(days)));
        Fit<BgNbd> otherModel =
                BgNbd.family().fit(weeks, ANEW.startingAt(Nbd.family().fit(weeks)));

        assertThat(otherUnit).isEqualTo(cold);
        assertThat(otherModel).isEqualTo(cold);
    }

    @Test
    void theLatestStartCounts() {
        CustomerTable[] tables = beforeAndNow(3000);
        Fit<BgNbd> before = BgNbd.fit(tables[0]);
        Fit<BgNbd> now = BgNbd.fit(tables[1]);

        FitOptions options =
                ANEW.startingAt(before).startingAt(now).prior(Prior.NONE).fixing("r", now.parameter("r"));

        assertThat(options.earlier().get(0)).isSameAs(now);
        assertThat(options.earlier().get(1)).isSameAs(before);
        assertThat(BgNbd.family().fit(Tally.of(tables[1]), options).logLikelihood())
                .isCloseTo(now.logLikelihood(), within(1e-9));
    }

    @Test
    void cdnowGoesOn() {
        Ledger log = Cdnow.sample();
        Fit<ParetoNbd> before = ParetoNbd.fit(log.summarize(Cdnow.CALIBRATED));
        CustomerTable now = log.summarize(Cdnow.CALIBRATED.plusMonths(3));

        assertSameByLess(ParetoNbd.family().fit(Tally.of(now), ANEW.startingAt(before)), ParetoNbd.fit(now));
    }
}
