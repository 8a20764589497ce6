package io.clv.btyd;

import static io.clv.btyd.RenewalMoment.JUST_AFTER;
import static io.clv.btyd.RenewalMoment.JUST_BEFORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;

/** What holds of every contract, whatever the parameters. */
class ContractLawsTest {

    private static Arbitrary<Double> logUniform(double low, double high) {
        return Arbitraries.doubles()
                .between(round(Math.log(low)), round(Math.log(high)))
                .ofScale(6)
                .map(Math::exp);
    }

    private static double round(double log) {
        return Math.rint(log * 1e6) / 1e6;
    }

    @Provide
    Arbitrary<ContractModel> models() {
        return Combinators.combine(logUniform(1e-3, 1e3), logUniform(1e-3, 1e6), logUniform(0.05, 20))
                .flatAs((alpha, beta, c) ->
                        Arbitraries.of(ShiftedBetaGeometric.of(alpha, beta), BetaDiscreteWeibull.of(alpha, beta, c)));
    }

    @Provide
    Arbitrary<Double> discounts() {
        return logUniform(1e-6, 10);
    }

    @Property
    void survivalIsTheProductOfRetentions(@ForAll("models") ContractModel model, @ForAll @IntRange(max = 60) int n) {
        double product = 1;
        for (int t = 1; t <= n; t++) {
            assertThat(model.retention(t)).isBetween(0.0, 1.0);
            product *= model.retention(t);
        }
        assertThat(model.survival(n)).isCloseTo(product, within(1e-12 * product + 1e-300));
        assertThat(model.renewalProbability(n)).isEqualTo(model.retention(n + 1));
    }

    @Property
    void allLeaveOrStay(@ForAll("models") ContractModel model, @ForAll @IntRange(max = 60) int n) {
        double sum = model.survival(n);
        for (int t = 1; t <= n; t++) {
            sum += model.probabilityOfLeaving(t);
        }
        assertThat(sum).isCloseTo(1, within(1e-13));
    }

    @Property
    void retentionOfTheSortedRises(@ForAll @IntRange(min = 1) int t) {
        ShiftedBetaGeometric model = ShiftedBetaGeometric.of(0.7, 1.2);
        int later = Math.min(t, Integer.MAX_VALUE - 1) + 1;
        assertThat(model.retention(later)).isGreaterThanOrEqualTo(model.retention(t));
    }

    @Property
    void whatFollowsIsWhatIsNowPaidAndWhatFollowsThat(
            @ForAll("models") ContractModel model,
            @ForAll("discounts") double d,
            @ForAll @IntRange(max = 1_000_000) int n) {
        double here = model.discountedExpectedResidualLifetime(n, d, JUST_BEFORE);
        double next = model.discountedExpectedResidualLifetime(n + 1, d, JUST_BEFORE);
        double expected = model.renewalProbability(n) * (1 + next / (1 + d));
        assertThat(here).isCloseTo(expected, within(1e-11 * expected + 1e-300));
        assertThat(model.discountedExpectedResidualLifetime(n, d, JUST_AFTER)).isEqualTo(here / (1 + d));
    }

    @Property
    void nothingIsWorthMoreThanForEver(
            @ForAll("models") ContractModel model,
            @ForAll("discounts") double d,
            @ForAll @IntRange(max = 1_000_000) int n) {
        double ever = (1 + d) / d * (1 + 1e-12);
        assertThat(model.discountedExpectedLifetime(d)).isBetween(1.0, ever);
        double residual = model.discountedExpectedResidualLifetime(n, d, JUST_BEFORE);
        assertThat(residual).isBetween(0.0, ever);
        assertThat(model.retentionElasticity(n, d)).isBetween(1.0, ever);
        model.expectedResidualLifetime(n)
                .ifPresent(undiscounted -> assertThat(undiscounted).isGreaterThanOrEqualTo(residual * (1 - 1e-12)));
    }

    @Property
    void withoutChangeOfCustomersBothModelsAreOne(
            @ForAll("discounts") double d, @ForAll @IntRange(max = 1_000_000) int n) {
        ShiftedBetaGeometric sorted = ShiftedBetaGeometric.of(1.3, 2.1);
        BetaDiscreteWeibull same = BetaDiscreteWeibull.of(1.3, 2.1, 1);
        double log = sorted.logSurvival(n);
        assertThat(same.logSurvival(n)).isCloseTo(log, within(-1e-14 * log));
        assertThat(same.discountedExpectedResidualLifetime(n, d, JUST_BEFORE))
                .isCloseTo(sorted.discountedExpectedResidualLifetime(n, d, JUST_BEFORE), withinRelative(sorted, n, d));
        double lifetime = sorted.expectedResidualLifetime(n).orElseThrow();
        assertThat(same.expectedResidualLifetime(n).orElseThrow()).isCloseTo(lifetime, within(1e-12 * lifetime));
    }

    private static Offset<Double> withinRelative(ContractModel model, int n, double d) {
        return within(1e-12 * model.discountedExpectedResidualLifetime(n, d, JUST_BEFORE));
    }

    @Property
    void drawsAreRenewalsThatWereOffered(
            @ForAll("models") ContractModel model, @ForAll long seed, @ForAll @IntRange(min = 0) int offered) {
        int made = model.simulate(seed, 7, offered);
        assertThat(made).isBetween(0, offered);
        assertThat(model.simulate(seed, 7, offered)).isEqualTo(made);
        assertThat(model.simulate(seed, 7, offered / 2)).isEqualTo(Math.min(made, offered / 2));
    }

    /** Customers one by one, in any order, and the survivors they are, are the same data. */
    @Property(tries = 200)
    void rowsAndSurvivorsTellTheSame(
            @ForAll @Size(max = 30) List<@IntRange(max = 8) Integer> customers, @ForAll boolean there) {
        int[] made = customers.stream().mapToInt(Integer::intValue).toArray();
        boolean[] active = new boolean[made.length];
        double[] survivors = new double[10];
        for (int i = 0; i < made.length; i++) {
            active[i] = there && made[i] == 8;
            for (int n = 0; n <= made[i]; n++) {
                survivors[n]++;
            }
        }
        int last = there ? 8 : 9;
        Survivors rows = Survivors.ofCustomers(made, active);
        Survivors cohort = Survivors.of(Arrays.copyOf(survivors, last + 1));
        assertThat(rows).hasToString(cohort.toString());
        for (int t = 1; t <= 9; t++) {
            assertThat(rows.lostAt(t)).isEqualTo(cohort.lostAt(t));
            assertThat(rows.retention(t)).isEqualTo(cohort.retention(t));
            assertThat(rows.activeAfter(t)).isEqualTo(cohort.activeAfter(t));
        }
    }
}
