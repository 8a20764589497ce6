package io.clv.ltv;

import static io.clv.ledger.LedgerOptions.collapse;
import static io.clv.quantity.Span.days;
import static io.clv.quantity.Span.weeks;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.CustomerState;
import io.clv.ledger.CustomerTable;
import io.clv.quantity.LossRate;
import io.clv.quantity.Money;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChurnRuleTest {

    private static final ChurnRule TEN_DAYS = ChurnRule.inactiveFor(days(10));

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void onlyWholeWindowsCount() {
        ChurnCounts churn = TEN_DAYS.churn(SmallLog.six());

        assertThat(churn).isEqualTo(new ChurnCounts(days(10), 3, 9));
        assertThat(churn).hasToString("3 of 9 lost within a window of 10 days");
        assertThat(churn.rate().over(days(10)).value()).isCloseTo(1 / 3.0, within(1e-15));
        // 1 / churn in the churn's own period, the window: 3 windows.
        assertThat(churn.lifespan()).isEqualTo(days(30));
    }

    /** The same log with time in another unit, where 10 days are no whole number and rounding moves every bound. */
    @ParameterizedTest
    @EnumSource(
            value = ChronoUnit.class,
            names = {"WEEKS", "MONTHS", "YEARS"})
    void theUnitOfTheTableIsOfNoMatter(ChronoUnit unit) {
        CustomerTable six = SmallLog.table(
                collapse(DAYS).unit(unit),
                "a 35,0 10.00",
                "b 35,15 20.00",
                "c 35 30.00",
                "d 9 5.00",
                "e 10 7.00",
                "f 19,9 1.50");

        assertThat(TEN_DAYS.churn(six)).isEqualTo(new ChurnCounts(days(10), 3, 9));
    }

    /** Churn of customers who leave at 2% a day and buy every day until then comes out of the count. */
    @Test
    void aKnownChurnIsFound() {
        Random random = new Random(4711);
        List<String> rows = new ArrayList<>();
        for (int customer = 0; customer < 3000; customer++) {
            int first = random.nextInt(200);
            StringBuilder purchases = new StringBuilder().append(first);
            for (int day = first - 1; day >= 0 && random.nextDouble() >= 0.02; day--) {
                purchases.append(',').append(day);
            }
            rows.add(customer + " " + purchases + " 1.00");
        }
        CustomerTable customers = SmallLog.inDays(rows.toArray(String[]::new));
        LossRate found = ChurnRule.inactiveFor(days(1)).churn(customers).rate();

        // 3,000 customers are some 110,000 customer-days at risk: the standard error is 0.0004.
        assertThat(found.share()).isCloseTo(0.02, within(0.0015));
    }

    @Test
    void theGapsSuggestAWindow() {
        CustomerTable customers = SmallLog.inDays("a 100,95,90,85,80,75,70,65,60,55 1.00", "b 40,10 1.00");

        assertThat(ChurnRule.fromGaps(customers)).isEqualTo(ChurnRule.inactiveFor(days(10)));
        assertThat(ChurnRule.fromGaps(SmallLog.table(collapse(WEEKS), "a 70,21 1.00"))
                        .window())
                .isEqualTo(weeks(14));
    }

    @Test
    void withoutASecondPurchaseThereAreNoGaps() {
        refused(
                () -> ChurnRule.fromGaps(SmallLog.inDays("a 100 1.00")),
                "a window of inactivity cannot be read off the gaps between purchases, because no customer has bought in"
                        + " two periods; choose one, as in ChurnRule.inactiveFor(days(60))");
    }

    @Test
    void sealedStatesHaveNoGaps() {
        CustomerTable sealed = CustomerState.of("a", Money.currency("USD"), collapse(DAYS))
                .addAll(new int[] {0, 9}, new long[] {100, 100})
                .sealThrough(LocalDate.ofEpochDay(9))
                .summarize(LocalDate.ofEpochDay(30));
        refused(
                () -> ChurnRule.fromGaps(sealed),
                "a window of inactivity cannot be read off the gaps between purchases, because a sealed state does not"
                        + " keep them; choose one, as in ChurnRule.inactiveFor(days(60))");
    }

    @Test
    void nobodyObservedLongEnoughIsRefused() {
        refused(
                () -> ChurnRule.inactiveFor(days(60)).churn(SmallLog.six()),
                "churn cannot be measured with a window of 60 days, because no customer has been observed that long (the"
                        + " longest 35 days); choose a shorter window, or give a churn or a lifespan");
        refused(
                () -> TEN_DAYS.churn(SmallLog.inDays()),
                "churn cannot be measured with a window of 10 days, because no customer has been observed that long"
                        + " (there are no customers); choose a shorter window, or give a churn or a lifespan");
    }

    @Test
    void nobodyLostHasNoLifespan() {
        ChurnCounts none = TEN_DAYS.churn(SmallLog.inDays("a 35,5 1.00"));

        assertThat(none.rate()).isEqualTo(LossRate.of(0, DAYS));
        refused(
                none::lifespan,
                "lifespan cannot be measured: none of the 3 customers at risk was lost within a window of 10 days; choose"
                        + " a shorter window, or give a churn or a lifespan");
    }

    @Test
    void everybodyLostTellsNoRate() {
        ChurnCounts all = TEN_DAYS.churn(SmallLog.inDays("a 35 1.00", "b 12 1.00"));

        refused(
                all::rate,
                "all 2 customers at risk were lost within a window of 10 days, which tells no churn per day; choose a"
                        + " longer window, or give a churn or a lifespan");
        assertThat(all.lifespan()).isEqualTo(days(10));
    }

    @Test
    void aWindowHasALength() {
        refused(() -> ChurnRule.inactiveFor(days(0)), "window of inactivity must be longer than zero, but was 0 days");
        refused(() -> new ChurnCounts(days(1), 3, 2), "lost must be between 0 and active before (2), but was 3");
        assertThat(TEN_DAYS).hasToString("inactive for 10 days");
    }

    /** c and e are lost after 10 days, of 5 then active; b after 30, of 2; d and f are censored before. */
    @Test
    void survivalMindsCensoring() {
        RetentionCurve curve = TEN_DAYS.retentionCurve(SmallLog.six());

        assertThat(curve.unit()).isEqualTo(DAYS);
        assertThat(curve.survival(9)).isEqualTo(1);
        assertThat(curve.survival(10)).isCloseTo(0.6, within(1e-15));
        assertThat(curve.survival(29)).isCloseTo(0.6, within(1e-15));
        assertThat(curve.survival(30)).isCloseTo(0.3, within(1e-15));
        assertThat(curve.survival(35)).isCloseTo(0.3, within(1e-15));
        // 3 lost in 35 + 30 + 10 + 9 + 10 + 19 days.
        assertThat(curve.survival(36)).isCloseTo(0.3 * Math.exp(-3 / 113.0), within(1e-15));
        assertThat(curve).hasToString("as in the base for 35 periods, then 97.4% per day");
    }

    @Test
    void survivalInWeeksIsThatOfTheDays() {
        RetentionCurve curve = TEN_DAYS.retentionCurve(SmallLog.table(
                collapse(DAYS).unit(WEEKS),
                "a 35,0 10.00",
                "b 35,15 20.00",
                "c 35 30.00",
                "d 9 5.00",
                "e 10 7.00",
                "f 19,9 1.50"));

        assertThat(curve.survival(1)).isEqualTo(1);
        assertThat(curve.survival(2)).isCloseTo(0.6, within(1e-15));
        assertThat(curve.survival(4)).isCloseTo(0.6, within(1e-15));
        assertThat(curve.survival(5)).isCloseTo(0.3, within(1e-15));
    }

    @Test
    void whereNobodyIsLostEverybodyStays() {
        RetentionCurve curve = TEN_DAYS.retentionCurve(SmallLog.inDays("a 35,5 1.00", "b 3 1.00"));

        assertThat(curve.survival(1000)).isEqualTo(1);
    }

    @Test
    void aCurveNeedsCustomers() {
        refused(
                () -> TEN_DAYS.retentionCurve(SmallLog.inDays()),
                "a retention curve needs at least one customer, but there was none");
    }

    @Test
    void aWindowInYearsIsAsGoodAsInDays() {
        Span year = Span.of(10 / 365.2425, YEARS);

        assertThat(ChurnRule.inactiveFor(year).churn(SmallLog.six()).lost()).isEqualTo(3);
    }
}
