package io.clv.ltv;

import static java.time.temporal.ChronoUnit.MONTHS;
import static org.assertj.core.api.Assertions.assertThat;

import io.clv.quantity.DiscountRate;
import io.clv.quantity.Horizon;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.data.Offset;

/** Both sums, with curves, growth, conventions and every kind of end, against their terms. */
class PaymentStreamTest {

    record Sums(double level, double linear) {}

    @Provide
    Arbitrary<List<Ratio>> retentions() {
        return Arbitraries.integers()
                .between(300, 1000)
                .map(permille -> Ratio.of(permille / 1000.0))
                .list()
                .ofMaxSize(8);
    }

    private static Schedule schedule(
            RetentionCurve curve, int months, double discount, DiscountConvention convention, Horizon horizon) {
        return new Schedule(
                "test",
                curve,
                Span.months(months),
                DiscountRate.effective(Ratio.of(discount), MONTHS),
                convention,
                horizon);
    }

    private static void same(PaymentStream stream, Sums sums, double stop) {
        assertThat(stream.level(stop)).isCloseTo(sums.level(), within(sums.level()));
        assertThat(stream.linear(stop)).isCloseTo(sums.linear(), within(sums.linear()));
    }

    private static Offset<Double> within(double value) {
        return Offset.offset(1e-11 * Math.max(1, Math.abs(value)));
    }

    /** Every payment in turn; a continuous flow by Simpson's rule over each part of a period. */
    private static Sums termByTerm(Schedule schedule, double growthLog, double stop) {
        double length = schedule.period().length();
        double horizon = schedule.horizon().in(MONTHS) / length;
        double level = 0;
        double linear = 0;
        DiscountConvention convention = schedule.convention();
        for (int k = 0; k < stop && k < 2000; k++) {
            double time = switch (convention) {
                case PERIOD_END -> k + 1;
                case MID_PERIOD -> k + 0.5;
                default -> k;
            };
            boolean counts = convention == DiscountConvention.FIRST_PAYMENT_NOW ? time < horizon : time <= horizon;
            double weight =
                    schedule.curve().survivalAfter(k * length) * Math.exp(growthLog * k - schedule.delta() * time);
            if (convention == DiscountConvention.CONTINUOUS) {
                counts = k < horizon;
                weight = Math.exp(growthLog * k) * flow(schedule, k, Math.min(1, horizon - k));
            }
            if (counts && !(convention == DiscountConvention.FIRST_EXCLUDED && k == 0)) {
                level += weight;
                linear += k * weight;
            }
        }
        return new Sums(level, linear);
    }

    /** Within a period of several curve periods the hazard counts as constant. */
    private static double flow(Schedule schedule, int k, double share) {
        if (share <= 0) {
            return 0;
        }
        double length = schedule.period().length();
        double start = schedule.curve().survivalAfter(k * length);
        double end = schedule.curve().survivalAfter((k + 1) * length);
        if (end == 0) {
            return 0;
        }
        int steps = 500;
        double rate = schedule.delta() - Math.log(end / start);
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double at = share * i / steps;
            double flow = Math.exp(-rate * at);
            sum += flow * (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2);
        }
        return start * Math.exp(-schedule.delta() * k) * sum * share / steps / 3;
    }

    @Property
    void finiteSumsAreTheirTerms(
            @ForAll("retentions") List<Ratio> retentions,
            @ForAll @IntRange(min = 30, max = 100) int then,
            @ForAll @IntRange(min = 1, max = 3) int months,
            @ForAll @Scale(4) @DoubleRange(min = 0, max = 0.05) double discount,
            @ForAll @Scale(4) @DoubleRange(min = -0.1, max = 0.1) double growthLog,
            @ForAll DiscountConvention convention,
            @ForAll @Scale(2) @DoubleRange(min = 0.1, max = 40) double horizon,
            @ForAll @IntRange(min = 0, max = 40) int stop) {
        RetentionCurve curve = RetentionCurve.of(MONTHS, retentions, Ratio.percent(then));
        RetentionCurve openEnded = RetentionCurve.ofSurvival(MONTHS, curve::survival);
        Horizon over = Horizon.over(Span.months(horizon));
        for (double before : new double[] {stop, Double.POSITIVE_INFINITY}) {
            Schedule schedule = schedule(curve, months, discount, convention, over);
            Sums sums = termByTerm(schedule, growthLog, before);
            same(new PaymentStream(schedule, growthLog), sums, before);
            same(new PaymentStream(schedule(openEnded, months, discount, convention, over), growthLog), sums, before);
        }
    }

    @Property(tries = 200)
    void endlessSumsAreTheirTerms(
            @ForAll("retentions") List<Ratio> retentions,
            @ForAll @IntRange(min = 30, max = 90) int then,
            @ForAll @IntRange(min = 1, max = 3) int months,
            @ForAll @Scale(4) @DoubleRange(min = 0.02, max = 0.05) double discount,
            @ForAll @Scale(4) @DoubleRange(min = -0.1, max = 0.01) double growthLog,
            @ForAll DiscountConvention convention) {
        RetentionCurve curve = RetentionCurve.of(MONTHS, retentions, Ratio.percent(then));
        RetentionCurve openEnded = RetentionCurve.ofSurvival(MONTHS, curve::survival);
        Schedule schedule = schedule(curve, months, discount, convention, Horizon.forever());
        Sums sums = termByTerm(schedule, growthLog, 400);
        same(new PaymentStream(schedule, growthLog), sums, Double.POSITIVE_INFINITY);
        same(
                new PaymentStream(schedule(openEnded, months, discount, convention, Horizon.forever()), growthLog),
                sums,
                Double.POSITIVE_INFINITY);
    }

    /** Retention 100%, then a slow decline: an open-ended sum must not stop while much is still to come. */
    @Property(tries = 100)
    void anOpenEndedSumIsNotCutShort(
            @ForAll @IntRange(min = 1, max = 400) int faithful,
            @ForAll @Scale(4) @DoubleRange(min = 0.02, max = 0.2) double discount) {
        RetentionCurve curve = RetentionCurve.ofSurvival(MONTHS, k -> k <= faithful ? 1 : 1.0 / (1 + k - faithful));
        Schedule schedule = schedule(curve, 1, discount, DiscountConvention.FIRST_PAYMENT_NOW, Horizon.forever());
        same(new PaymentStream(schedule, 0), termByTerm(schedule, 0, 2000), Double.POSITIVE_INFINITY);
    }
}
