package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clv.quantity.Ratio;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SurvivorsTest {

    private static final Survivors COHORT = Survivors.of(100, 60, 45, 45);

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void aCohortIsWhoLeftAndWhoIsStillThere() {
        assertThat(COHORT.customers()).isEqualTo(100);
        assertThat(COHORT.lostAt(1)).isEqualTo(40);
        assertThat(COHORT.lostAt(2)).isEqualTo(15);
        assertThat(COHORT.lostAt(3)).isZero();
        assertThat(COHORT.lostAt(4)).isZero();
        assertThat(COHORT.activeAfter(3)).isEqualTo(45);
        assertThat(COHORT.activeAfter(2)).isZero();
        assertThat(COHORT.retention(1)).hasValue(0.6);
        assertThat(COHORT.retention(2)).hasValue(0.75);
        assertThat(COHORT.retention(3)).hasValue(1);
        assertThat(COHORT.retention(4)).isEqualTo(OptionalDouble.empty());
        assertThat(COHORT).hasToString("100 customers, who came to 205 renewals and made 150");
    }

    @Test
    void rowsAreDifferentCustomersInOrder() {
        assertThat(COHORT.rows()).isEqualTo(3);
        assertThat(COHORT.renewals(1)).isEqualTo(1);
        assertThat(COHORT.active(1)).isFalse();
        assertThat(COHORT.weight(1)).isEqualTo(15);
        assertThat(COHORT.active(2)).isTrue();
    }

    @Test
    void cohortsOfDifferentAgeAddUp() {
        Survivors both = Survivors.ofCohorts(new double[] {100, 60, 45}, new double[] {200, 140});
        Survivors added = Survivors.of(200, 140).plus(Survivors.of(100, 60, 45));
        assertThat(both.customers()).isEqualTo(300);
        assertThat(both.lostAt(1)).isEqualTo(100);
        assertThat(both.activeAfter(1)).isEqualTo(140);
        assertThat(both.activeAfter(2)).isEqualTo(45);
        assertThat(both.retention(1)).hasValue(200.0 / 300);
        assertThat(both.retention(2)).hasValue(0.75);
        assertThat(ShiftedBetaGeometric.fit(added)).isEqualTo(ShiftedBetaGeometric.fit(both));
    }

    @Test
    void customersOneByOneAreTheSame() {
        Survivors customers = Survivors.ofCustomers(
                new int[] {3, 0, 1, 0, 5},
                new boolean[] {true, false, false, true, false},
                new double[] {45, 40, 15, 0, 0});
        assertThat(customers).hasToString(COHORT.toString());
        assertThat(BetaDiscreteWeibull.fit(customers)).isEqualTo(BetaDiscreteWeibull.fit(COHORT));

        Survivors few = Survivors.ofCustomers(new int[] {2, 0, 2}, new boolean[] {true, false, true});
        assertThat(few.rows()).isEqualTo(2);
        assertThat(few.activeAfter(2)).isEqualTo(2);
        assertThat(few.lostAt(1)).isEqualTo(1);
    }

    @Test
    void aggregateRetentionIsOfTheLatestOrOfAllRenewals() {
        Survivors cohorts = Survivors.ofCohorts(new double[] {100, 60, 45}, new double[] {200, 140}, new double[] {50});
        assertThat(cohorts.latestRetention()).contains(Ratio.of(185.0 / 260));
        assertThat(cohorts.overallRetention()).contains(Ratio.of(245.0 / 360));
        assertThat(Survivors.of(50).latestRetention()).isEmpty();
        assertThat(Survivors.of(50).overallRetention()).isEmpty();
        Survivors one = Survivors.ofCustomers(new int[] {2}, new boolean[] {true});
        assertThat(cohorts.plus(one).latestRetention()).isEmpty();
        assertThat(cohorts.plus(one).overallRetention()).contains(Ratio.of(247.0 / 362));
    }

    @Test
    void sharesOfACohortAreCustomersToo() {
        assertThat(Survivors.of(1, 0.5, 0.25)).hasToString("1 customers, who came to 1.5 renewals and made 0.75");
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(Survivors::of, "survivors must begin with the customers who came, but were none");
        refused(Survivors::ofCohorts, "there must be at least one cohort, but was none");
        refused(() -> Survivors.of(-1), "customers who came must be finite and not negative, but were -1");
        refused(
                () -> Survivors.of(100, 60, Double.NaN),
                "survivors after renewal 2 must be finite and not negative, but were NaN");
        refused(
                () -> Survivors.of(100, Double.POSITIVE_INFINITY),
                "survivors after renewal 1 must be finite and not negative, but were Infinity");
        refused(
                () -> Survivors.of(100, 101),
                "survivors after renewal 1 must not be more than those who came (100), but were 101");
        refused(
                () -> Survivors.of(100, 60, 60.5),
                "survivors after renewal 2 must not be more than those after renewal 1 (60), but were 60.5");
        refused(
                () -> Survivors.ofCohorts(new double[] {100, 60}, new double[] {100, 50, 70}),
                "cohort 2: survivors after renewal 2 must not be more than those after renewal 1 (50), but were 70");
    }

    @Test
    void customersWhoCannotBeAreRefused() {
        refused(
                () -> Survivors.ofCustomers(new int[] {1, -2}, new boolean[] {true, true}),
                "row 2: renewals must not be negative, but were -2");
        refused(
                () -> Survivors.ofCustomers(new int[] {1}, new boolean[] {true}, new double[] {-0.5}),
                "row 1: weight must be finite and not negative, but was -0.5");
        refused(
                () -> Survivors.ofCustomers(new int[] {1, 2}, new boolean[] {true}, new double[] {1, 1}),
                "columns must be of one length, but renewals had 2 rows, active 1 and the weight 2");
        refused(() -> COHORT.lostAt(0), "renewal must be at least 1, but was 0");
        refused(() -> COHORT.retention(0), "renewal must be at least 1, but was 0");
        refused(() -> COHORT.activeAfter(-1), "renewals must not be negative, but were -1");
    }
}
