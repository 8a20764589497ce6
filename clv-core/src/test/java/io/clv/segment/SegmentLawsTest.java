package io.clv.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.Ledger;
import io.clv.ltv.CustomerBase;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds of segments whatever the customers. */
class SegmentLawsTest {

    @Provide
    Arbitrary<double[]> amounts() {
        return few(Arbitraries.integers().between(0, 12).map(whole -> 2.5 * whole));
    }

    @Provide
    Arbitrary<double[]> gainsAndLosses() {
        return few(Arbitraries.doubles().between(-50, 100).ofScale(2));
    }

    private static Arbitrary<double[]> few(Arbitrary<Double> each) {
        return each.list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .map(list -> list.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Provide
    Arbitrary<List<Integer>> purchases() {
        return Arbitraries.integers().between(0, 719).list().ofMinSize(1).ofMaxSize(40);
    }

    /** Of up to six customers; a number says who and on which of 120 days, and all cost their number. */
    private static Ledger log(List<Integer> purchases) {
        Ledger.Builder log = Ledger.builder(Money.currency("USD"));
        for (int each : purchases) {
            log.add("c" + each % 6, LocalDate.of(2025, 1, 1).plusDays(each / 6), Money.of(1 + each, "USD"));
        }
        return log.build();
    }

    @Property
    void theLorenzCurveIsConvexAndEndsAtOne(
            @ForAll("amounts") double[] amounts, @ForAll @IntRange(min = 2, max = 25) int steps) {
        Assume.that(Arrays.stream(amounts).sum() > 0);
        List<Concentration.Point> curve = Concentration.of(Base.profit(amounts)).lorenz(steps);

        assertThat(curve.get(0).value().value()).isZero();
        assertThat(curve.get(steps).value().value()).isEqualTo(1);
        double before = 0;
        for (int i = 1; i <= steps; i++) {
            double rise =
                    curve.get(i).value().value() - curve.get(i - 1).value().value();
            assertThat(rise).isGreaterThanOrEqualTo(before - 1e-12);
            before = rise;
        }
    }

    /** With as many steps as customers the trapezoids are exact: G = 1 - the sum of (L_i + L_i-1) / n. */
    @Property
    void giniIsTheAreaAboveTheLorenzCurve(@ForAll("amounts") double[] amounts) {
        Assume.that(Arrays.stream(amounts).sum() > 0);
        Concentration concentration = Concentration.of(Base.profit(amounts));
        List<Concentration.Point> curve = concentration.lorenz(amounts.length);
        double twice = 0;
        for (int i = 1; i < curve.size(); i++) {
            twice += (curve.get(i).value().value() + curve.get(i - 1).value().value()) / amounts.length;
        }
        assertThat(concentration.gini().orElseThrow())
                .isCloseTo(1 - twice, within(1e-12))
                .isBetween(0.0, 1.0);
    }

    @Property
    void whoHoldsAShareIsTheInverseOfWhatTheTopHolds(
            @ForAll("gainsAndLosses") double[] amounts, @ForAll @DoubleRange(max = 1) double share) {
        Assume.that(Arrays.stream(amounts).sum() > 1e-6);
        Concentration concentration = Concentration.of(Base.profit(amounts));
        Ratio fewest = concentration.holding(Ratio.of(share));

        assertThat(concentration.top(fewest).value()).isCloseTo(share, within(1e-9));
        assertThat(fewest).isLessThanOrEqualTo(concentration.peak().customers());
    }

    @Property
    void theWhaleIsConcaveAndEndsAtOne(@ForAll("gainsAndLosses") double[] amounts) {
        Assume.that(Arrays.stream(amounts).sum() > 1e-3);
        Concentration concentration = Concentration.of(Base.profit(amounts));
        List<Concentration.Point> curve = concentration.whale(amounts.length);
        double before = Double.POSITIVE_INFINITY;
        double highest = 0;
        for (int i = 1; i < curve.size(); i++) {
            double rise =
                    curve.get(i).value().value() - curve.get(i - 1).value().value();
            assertThat(rise).isLessThanOrEqualTo(before + 1e-6);
            before = rise;
            highest = Math.max(highest, curve.get(i).value().value());
        }
        assertThat(curve.get(amounts.length).value().value()).isCloseTo(1, within(1e-12));
        assertThat(concentration.peak().value().value()).isCloseTo(highest, within(1e-9 * highest));
    }

    /** The best by what came bring most, and any expectation captures no more. */
    @Property
    void nothingCapturesMoreThanWhatCame(
            @ForAll("amounts") double[] came, @ForAll @DoubleRange(max = 1) double share, @ForAll long seed) {
        Assume.that(Arrays.stream(came).sum() > 0);
        CustomerAmounts realised = Base.profit(came);
        double[] hoped = new Random(seed).doubles(came.length, 1, 2).toArray();
        Ratio some = Ratio.of(share);
        ConcentrationContrast contrast =
                ConcentrationContrast.of(realised, CustomerAmounts.of("hope", realised.customers(), hoped));

        assertThat(contrast.captured(some).value())
                .isLessThanOrEqualTo(contrast.realised().top(some).value() + 1e-12)
                .isGreaterThanOrEqualTo(-1e-12);
        assertThat(ConcentrationContrast.of(realised, realised).captured(some).value())
                .isCloseTo(contrast.realised().top(some).value(), within(1e-12));
    }

    @Property
    void tiersFollowTheOrderOfAmounts(
            @ForAll("amounts") double[] amounts, @ForAll @IntRange(min = 2, max = 9) int tiers) {
        Groups byQuantile = ValueTiers.byQuantile(tiers).groups(Base.profit(amounts));
        for (int i = 0; i < amounts.length; i++) {
            for (int j = 0; j < amounts.length; j++) {
                if (amounts[i] == amounts[j]) {
                    assertThat(byQuantile.code(i)).isEqualTo(byQuantile.code(j));
                } else if (amounts[i] < amounts[j]) {
                    assertThat(byQuantile.code(i)).isLessThanOrEqualTo(byQuantile.code(j));
                }
            }
        }
    }

    /** At least the share that a tier names is worth strictly less, and of the tier below somebody less than that. */
    @Property
    void aTierSaysHowManyAreWorthLess(
            @ForAll("amounts") double[] amounts, @ForAll @IntRange(min = 2, max = 9) int tiers) {
        Groups byQuantile = ValueTiers.byQuantile(tiers).groups(Base.profit(amounts));
        for (int i = 0; i < amounts.length; i++) {
            double own = amounts[i];
            long below = Arrays.stream(amounts).filter(each -> each < own).count();
            assertThat(byQuantile.code(i)).isEqualTo((int) (tiers * below / amounts.length));
        }
    }

    @Property
    void theFirstTierHoldsItsShareWithTheFewest(
            @ForAll("amounts") double[] amounts, @ForAll @DoubleRange(min = 0.05, max = 0.95) double share) {
        Assume.that(Arrays.stream(amounts).sum() > 0);
        Groups tiers = ValueTiers.byShareOfValue(Ratio.of(share)).groups(Base.profit(amounts));
        double held = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int row = 0; row < amounts.length; row++) {
            if (tiers.code(row) == 1) {
                held += amounts[row];
                least = Math.min(least, amounts[row]);
            }
        }
        double total = Arrays.stream(amounts).sum();
        double floor = least;
        double ties = Arrays.stream(amounts).filter(each -> each == floor).sum();
        assertThat(held).isGreaterThanOrEqualTo(share * total * (1 - 1e-9));
        assertThat(held - ties).isLessThan(share * total);
    }

    @Property
    void sharesSumToOneAndRevenueToTheTotal(
            @ForAll("purchases") List<Integer> purchases, @ForAll @IntRange(min = 2, max = 4) int tiers) {
        CustomerTable table = log(purchases).summarize(LocalDate.of(2025, 12, 31));
        CustomerAmounts amounts = CustomerAmounts.toDate(table);
        Segments segments = Segments.of(ValueTiers.byQuantile(tiers).groups(amounts), amounts, CustomerBase.of(table));

        assertThat(segments.rows().stream()
                        .mapToDouble(row -> row.shareOfValue().orElseThrow().value())
                        .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(segments.rows().stream()
                        .mapToDouble(row -> row.shareOfCustomers().value())
                        .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(segments.rows().stream()
                        .map(Segment::revenueToDate)
                        .reduce(Money.zero(table.currency()), Money::plus))
                .isEqualTo(table.total());
        assertThat(segments.herfindahl().orElseThrow()).isBetween(1.0 / tiers - 1e-12, 1 + 1e-12);
    }

    @Property
    void migrationConservesCustomers(
            @ForAll("purchases") List<Integer> purchases, @ForAll @IntRange(min = 0, max = 119) int day) {
        Ledger log = log(purchases);
        CustomerTable before = log.summarize(LocalDate.of(2025, 1, 1).plusDays(day));
        CustomerTable after = log.summarize(LocalDate.of(2025, 12, 31));
        ValueTiers rule = ValueTiers.byThreshold(Money.of(100, "USD"), Money.of(500, "USD"));
        CustomerAmounts then = CustomerAmounts.toDate(before);
        CustomerAmounts now = CustomerAmounts.between(before, after);
        Migration migration = Migration.of(then, rule.groups(then), now, rule.groups(now));

        int arrived = 0;
        Money moved = Money.zero(after.currency());
        for (int from = 0; from < 3; from++) {
            int sum = migration.missing(from);
            for (int to = 0; to < 3; to++) {
                sum += migration.moved(from, to);
            }
            assertThat(sum).isEqualTo(migration.then().count(from));
            arrived += migration.newcomers(from);
            moved = moved.plus(migration.valueOfNewcomers(from));
        }
        assertThat(arrived).isEqualTo(after.size() - before.size());
        for (Migration.Move move : migration.moves()) {
            moved = moved.plus(move.after());
        }
        assertThat(moved).isEqualTo(now.total());
        assertThat(migration.stayed().orElseThrow()
                        + migration.rose().orElseThrow()
                        + migration.fell().orElseThrow())
                .isEqualTo(before.size());
    }

    @Property
    void theOrderOfTheLogDoesNotMatter(@ForAll("purchases") List<Integer> purchases, @ForAll long seed) {
        List<Integer> shuffled = new ArrayList<>(purchases);
        Collections.shuffle(shuffled, new Random(seed));
        CustomerTable table = log(purchases).summarize(LocalDate.of(2025, 12, 31));
        CustomerTable other = log(shuffled).summarize(LocalDate.of(2025, 12, 31));

        assertThat(Rfm.of(table).groups(RfmScheme.standard()))
                .isEqualTo(Rfm.of(other).groups(RfmScheme.standard()));
        assertThat(Segments.of(
                                Rfm.of(table).groups(RfmScheme.standard()),
                                CustomerAmounts.toDate(table),
                                CustomerBase.of(table))
                        .explain())
                .isEqualTo(Segments.of(
                                Rfm.of(other).groups(RfmScheme.standard()),
                                CustomerAmounts.toDate(other),
                                CustomerBase.of(other))
                        .explain());
    }
}
