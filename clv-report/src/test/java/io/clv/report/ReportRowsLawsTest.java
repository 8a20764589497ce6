package io.clv.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class ReportRowsLawsTest {

    private static ReportRows rows(List<Double> amounts) {
        return Analysis.of(Bases.values(
                        amounts.stream().mapToDouble(Double::doubleValue).toArray()))
                .rows();
    }

    @Property(tries = 300)
    void everyCustomerIsInOneTierAndOneBin(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -1e9, max = 1e9) Double> amounts) {
        ReportRows rows = rows(amounts);
        assertThat(rows.tiers().stream().mapToInt(TierRow::customers).sum()).isEqualTo(amounts.size());
        assertThat(rows.values().stream().mapToInt(ValueBin::customers).sum()).isEqualTo(amounts.size());
        assertThat(rows.values()).hasSizeLessThanOrEqualTo(32);
    }

    @Property(tries = 300)
    void binsJoin(@ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -1e6, max = 1e6) Double> amounts) {
        List<ValueBin> bins = rows(amounts).values();
        for (int bin = 1; bin < bins.size(); bin++) {
            assertThat(bins.get(bin).from()).isEqualTo(bins.get(bin - 1).to()).isPresent();
        }
    }

    @Property(tries = 300)
    void theLorenzCurveIsConvex(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = 0.01, max = 1e6) Double> amounts) {
        List<LorenzPoint> points = rows(amounts).lorenz();
        for (int at = 1; at < points.size() - 1; at++) {
            double before = points.get(at).shareOfValue() - points.get(at - 1).shareOfValue();
            double after = points.get(at + 1).shareOfValue() - points.get(at).shareOfValue();
            assertThat(after).isGreaterThanOrEqualTo(before - 1e-9);
            assertThat(before).isGreaterThanOrEqualTo(-1e-12);
        }
    }

    @Property(tries = 200)
    void theListIsShortAndRanked(
            @ForAll @Size(min = 1, max = 130) List<@DoubleRange(min = -100, max = 1e6) Double> amounts) {
        List<ActionRow> actions = rows(amounts).actions();
        assertThat(actions)
                .hasSizeLessThanOrEqualTo(100)
                .extracting(ActionRow::customer)
                .doesNotHaveDuplicates();
        for (int at = 1; at < actions.size(); at++) {
            assertThat(actions.get(at).value())
                    .isLessThanOrEqualTo(actions.get(at - 1).value());
        }
    }
}
