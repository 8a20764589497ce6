package io.clv.lifecycle;

import static io.clv.quantity.Ratio.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clv.btyd.BgNbd;
import io.clv.btyd.TransactionModel;
import io.clv.ledger.CustomerTable;
import io.clv.quantity.Pace;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanAccuracyTest {

    private static final Span YEAR = Span.days(365);

    /** Services due on 2026-01-10, 2026-01-20, 2026-01-30 and 2026-05-01. */
    private static VisitForecasts services(CustomerTable customers) {
        int[] days = {10, 20, 30, 121};
        return VisitForecasts.byUsage(
                customers,
                row -> Optional.of(Usage.of("km")
                        .serviceEvery(days[row])
                        .read(Garage.TODAY, 0)
                        .pace(Pace.perDay(1))
                        .build()),
                YEAR,
                percent(80));
    }

    /** Ann comes 5 days early, bob 15 days late, cid not at all; dan's service is not due yet. */
    @Test
    void plannedDatesAreHeldAgainstActualOnes() {
        CustomerTable customers = Garage.usual().customers();
        Garage later = Garage.usual().visits("ann", "2026-01-05 2026-01-31").visits("bob", "2026-02-04");
        VisitForecasts forecasts = services(customers);
        ContactPlan plan = ContactPlan.builder(
                        customers,
                        ContactRules.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))
                                .lead(4, 1)
                                .build())
                .visits(forecasts)
                .build();
        PlanAccuracy accuracy = PlanAccuracy.of(plan, later.days(LocalDate.of(2026, 2, 28)));
        assertThat(accuracy.lines()).hasSize(2);
        PlanAccuracy.Line all = accuracy.all();
        assertThat(all.forecasts()).isEqualTo(4);
        assertThat(all.open()).isEqualTo(1);
        assertThat(all.came()).isEqualTo(2);
        assertThat(all.never()).isEqualTo(1);
        assertThat(all.afterExpected()).isEqualTo(1);
        assertThat(all.bias()).hasValue(5);
        assertThat(all.meanAbsoluteError()).hasValue(10);
        assertThat(all.shareWithin()).isEmpty();
        assertThat(all.shareNever().orElseThrow().value()).isCloseTo(1.0 / 3, within(1e-15));
        // ann came on the 5th, before the call of the 6th
        assertThat(accuracy.calls()).contains(new PlanAccuracy.Calls(3, 1, 1, 1));
        assertThat(accuracy.isComplete()).isFalse();
        assertThat(accuracy.explain()).isEqualTo("""
                        forecasts of 2025-12-31 held against the visits up to 2026-02-28
                        usage: 4 forecasts, 1 still open; 2 came, 1 did not; 50% of them after the expected date, on average 5.0 days later than that, 10.0 days off
                        all: 4 forecasts, 1 still open; 2 came, 1 did not; 50% of them after the expected date, on average 5.0 days later than that, 10.0 days off
                        contacts before visits: 3 due, 1 before the visit, 1 too late for it, 1 without one
                        note: the forecasts speak of visits up to 2026-12-31: those that are still to come count as not having come, and the share within the intervals is too favourable
                        """);
    }

    /** Forecasts by the model that made the base hold what they promise: seed and size were set beforehand. */
    @Test
    void forecastsOfASimulatedBaseHold() {
        TransactionModel model = BgNbd.of(0.9, 60, 0.7, 2.5);
        int customers = 6_000;
        Garage base = Garage.of();
        Garage later = Garage.of();
        for (int customer = 0; customer < customers; customer++) {
            LocalDate first = Garage.TODAY.minusDays(200L + customer % 300);
            String id = String.format(Locale.ROOT, "c%05d", customer);
            later.visit(id, first);
            base.visit(id, first);
            for (double time : model.simulate(20260101, customer, 1000)) {
                LocalDate day = first.plusDays((long) Math.ceil(time));
                if (!day.isAfter(Garage.TODAY)) {
                    base.visit(id, day);
                }
                if (!day.isAfter(Garage.TODAY.plusDays(365))) {
                    later.visit(id, day);
                }
            }
        }
        VisitForecasts forecasts = VisitForecasts.byModel(model, base.customers(), YEAR, percent(80));
        PlanAccuracy accuracy = PlanAccuracy.of(forecasts, later.days(Garage.TODAY.plusDays(365)));
        assertThat(accuracy.isComplete()).isTrue();
        PlanAccuracy.Line all = accuracy.all();
        assertThat(all.open()).isZero();
        // three standard errors of a binomial
        double share = all.shareWithin().orElseThrow().value();
        assertThat(share).isCloseTo(0.8, within(3 * Math.sqrt(0.8 * 0.2 / all.came())));
        double expected = accuracy.expectedToCome().orElseThrow();
        assertThat(accuracy.came()).isCloseTo((int) Math.round(expected), within((int) (3 * Math.sqrt(expected))));
        assertThat((double) all.afterExpected() / all.came()).isCloseTo(0.5, within(3 * Math.sqrt(0.25 / all.came())));
        assertThat((double) all.early() / all.came()).isCloseTo(0.1, within(3 * Math.sqrt(0.09 / all.came())));
    }

    @Test
    void whatCannotBeIsRefused() {
        CustomerTable customers = Garage.usual().customers();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        PlanAccuracy.of(services(customers), Garage.usual().days()))
                .withMessage("visits must reach beyond the forecasts, which begin after 2025-12-31, but end on"
                        + " 2025-12-31");
        ContactPlan plan = ContactPlan.builder(
                        customers,
                        ContactRules.between(Garage.TODAY, Garage.TODAY.plusDays(9))
                                .touches(2)
                                .build())
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlanAccuracy.of(plan, Garage.usual().days()))
                .withMessage("accuracy needs a plan with visits, but this one has regular contact");
    }
}
