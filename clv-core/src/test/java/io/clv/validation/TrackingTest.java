package io.clv.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clv.btyd.BgNbd;
import io.clv.btyd.ParetoNbd;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.Split;
import io.clv.ledger.Transaction;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrackingTest {

    private static final BgNbd MODEL = BgNbd.of(0.8, 2, 0.9, 2.5);

    private static Transaction at(String id, String date) {
        return new Transaction(id, LocalDate.parse(date), Money.parse("USD 10"));
    }

    private static final Ledger LOG = Ledger.of(
            Money.currency("USD"),
            List.of(
                    at("a", "2026-01-01"),
                    at("a", "2026-01-07"),
                    at("a", "2026-01-08"),
                    at("a", "2026-01-20"),
                    at("b", "2026-01-09"),
                    at("b", "2026-01-10"),
                    at("c", "2026-01-18"),
                    at("c", "2026-01-19")));

    private static Split split(LedgerOptions options) {
        return LOG.split(LocalDate.parse("2026-01-10"), LocalDate.parse("2026-01-20"), options);
    }

    /** Weeks from January 1st: the 7th, 14th and, cut short, the 20th; c came after the calibration. */
    @Test
    void countsRepeatPurchasesUnitByUnit() {
        Tracking tracking = Tracking.of(LOG, split(LedgerOptions.defaults()), MODEL);

        List<Tracking.Point> points = tracking.points();
        assertThat(points)
                .extracting(Tracking.Point::through)
                .containsExactly(
                        LocalDate.parse("2026-01-07"), LocalDate.parse("2026-01-14"), LocalDate.parse("2026-01-20"));
        assertThat(points).extracting(Tracking.Point::actual).containsExactly(1L, 2L, 1L);
        assertThat(points).extracting(Tracking.Point::cumulativeActual).containsExactly(1L, 3L, 4L);
        assertThat(points.get(0).expected()).isEqualTo(MODEL.expectedTransactionsOfNewCustomer(6 / 7.0));
        assertThat(points.get(1).cumulativeExpected())
                .isCloseTo(
                        MODEL.expectedTransactionsOfNewCustomer(13 / 7.0)
                                + MODEL.expectedTransactionsOfNewCustomer(5 / 7.0),
                        within(1e-14));
        assertThat(points.get(2).expected())
                .isCloseTo(points.get(2).cumulativeExpected() - points.get(1).cumulativeExpected(), within(1e-14));
        assertThat(tracking.calibratedThrough()).isEqualTo(LocalDate.parse("2026-01-10"));
        assertThat(tracking.relativeError()).isCloseTo((points.get(2).cumulativeExpected() - 4) / 4, within(1e-14));
    }

    @Test
    void hasAPointAPeriodWhereTheUnitIsTheGrids() {
        Tracking tracking = Tracking.of(LOG, split(LedgerOptions.collapse(ChronoUnit.DAYS)), MODEL);

        assertThat(tracking.points()).hasSize(20);
        assertThat(tracking.points().get(6).actual()).isEqualTo(1);
        assertThat(tracking.points().get(7).cumulativeActual()).isEqualTo(2);
    }

    @Test
    void refusesAUnitShorterThanAPeriod() {
        Split weeks = split(LedgerOptions.collapse(ChronoUnit.WEEKS).unit(ChronoUnit.DAYS));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tracking.of(LOG, weeks, MODEL))
                .withMessage(
                        "the unit of time must not be shorter than a period of the grid, but was Days on a grid of "
                                + weeks.calibration().options().grid());
    }

    /** The published tracking plot: cumulative sales of the Pareto/NBD within a few percent after 78 weeks. */
    @Test
    void followsCdnow() {
        Ledger ledger = EvaluationTest.cdnow();
        Split split = EvaluationTest.split(ledger);

        Tracking tracking =
                Tracking.of(ledger, split, ParetoNbd.fit(split.calibration()).model());

        assertThat(tracking.points()).hasSize(78);
        Tracking.Point end = tracking.points().get(77);
        assertThat(end.cumulativeActual()).isEqualTo(2457 + 1882);
        assertThat(Math.abs(tracking.relativeError())).isLessThan(0.06);
    }

    @Test
    void hasNoPointWithoutCustomers() {
        Split none = Ledger.of(Money.currency("USD"), List.of())
                .split(LocalDate.parse("2026-01-10"), LocalDate.parse("2026-01-20"), LedgerOptions.defaults());

        Tracking tracking = Tracking.of(LOG, none, MODEL);

        assertThat(tracking.points()).isEmpty();
        assertThat(tracking.relativeError()).isZero();
        assertThat(tracking).hasToString("0 points, calibrated through 2026-01-10");
    }
}
