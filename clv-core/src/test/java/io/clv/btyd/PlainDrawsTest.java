package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.btyd.CustomerIntervals.Quantity;
import io.clv.ledger.CustomerTable;
import io.clv.ltv.CustomerBase;
import io.clv.quantity.Interval;
import io.clv.quantity.Ratio;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The library's outcome draws against {@link PlainDraws}, by the same models and for the same customers. */
class PlainDrawsTest {

    private static final int DRAWS = 2000;
    private static final double HORIZON = SimulatedBase.WEEKS_AHEAD * SimulatedBase.DAYS;
    private static final Ratio LEVEL = Ratio.percent(90);

    private static CustomerTable customers;
    private static FittedLtv model;
    private static CustomerIntervals intervals;

    /** By row and draw. */
    private static final Map<Quantity, double[][]> PLAIN = new EnumMap<>(Quantity.class);

    @BeforeAll
    static void draw() {
        customers = SimulatedBase.of(BgNbd.of(0.5, 6, 0.8, 2.5), GammaGamma.of(6, 4, 18), 150, 11)
                .customers();
        model = FittedLtv.fit(customers)
                .transactions(BgNbd.family())
                .spend(GammaGamma.family())
                .over(SimulatedBase.ahead())
                .posteriorOptions(PosteriorOptions.defaults().draws(DRAWS).seed(5))
                .model();
        intervals = model.intervals(CustomerBase.of(customers), Interval.Of.OUTCOME, LEVEL);
        List<?> models = model.posteriors().transactionModels();
        List<SpendModel> spend = model.posteriors().spendModels();
        PlainDraws draws = new PlainDraws(13);
        for (Quantity quantity : Quantity.values()) {
            PLAIN.put(quantity, new double[customers.size()][DRAWS]);
        }
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int row = 0; row < customers.size(); row++) {
                PlainDraws.Outcome outcome =
                        draws.draw((BgNbd) models.get(draw), (GammaGamma) spend.get(draw), customers, row, HORIZON);
                of(Quantity.P_ALIVE, row)[draw] = outcome.alive() ? 1 : 0;
                of(Quantity.TRANSACTIONS, row)[draw] = outcome.times().size();
                of(Quantity.VALUE, row)[draw] = outcome.amount();
            }
        }
    }

    /** Four standard errors of the difference of two shares of about a twentieth. */
    private static final double SHARE = 4 * Math.sqrt(2 * 0.05 * 0.95 / DRAWS);

    private static double[] of(Quantity quantity, int row) {
        return Objects.requireNonNull(PLAIN.get(quantity))[row];
    }

    private static double[] total(Quantity quantity) {
        double[] total = new double[DRAWS];
        for (int row = 0; row < customers.size(); row++) {
            double[] own = of(quantity, row);
            Arrays.setAll(total, draw -> total[draw] + own[draw]);
        }
        return total;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
    }

    private static double shareAbove(double[] values, double bound) {
        return Arrays.stream(values).filter(value -> value > bound).count() / (double) values.length;
    }

    private static double shareBelow(double[] values, double bound) {
        return Arrays.stream(values).filter(value -> value < bound).count() / (double) values.length;
    }

    @ParameterizedTest
    @EnumSource(names = {"P_ALIVE", "TRANSACTIONS", "VALUE"})
    void totalsAreAlike(Quantity quantity) {
        double[] total = total(quantity);
        double[] drawn = intervals.baseDraws(quantity);
        double deviation = deviation(total);

        assertThat(mean(drawn)).isCloseTo(mean(total), within(4 * deviation * Math.sqrt(2.0 / DRAWS)));
        assertThat(deviation(drawn) / deviation).isCloseTo(1, within(0.1));
        assertThat(shareAbove(total, intervals.base(quantity).high())).isCloseTo(0.05, within(SHARE + 0.01));
        assertThat(shareBelow(total, intervals.base(quantity).low())).isCloseTo(0.05, within(SHARE + 0.01));
    }

    /** Beyond the ends of a customer's interval lies a twentieth on either side, or less where many draws are equal. */
    @ParameterizedTest
    @EnumSource(names = {"P_ALIVE", "TRANSACTIONS", "VALUE"})
    void customersAreAlike(Quantity quantity) {
        for (int row = 0; row < customers.size(); row++) {
            double[] draws = of(quantity, row);
            Interval interval = intervals.customer(quantity, row);
            assertThat(shareAbove(draws, interval.high())).as(customers.id(row)).isLessThan(0.05 + SHARE);
            assertThat(shareBelow(draws, interval.low())).as(customers.id(row)).isLessThan(0.05 + SHARE);
        }
    }

    /** Amounts are never equal but for those who buy nothing, so that where the upper end is above 0 it is exact. */
    @Test
    void upperEndsOfValuesAreExact() {
        double[] shares = new double[customers.size()];
        int rows = 0;
        for (int row = 0; row < customers.size(); row++) {
            double high = intervals.customer(Quantity.VALUE, row).high();
            if (high > 0) {
                shares[rows++] = shareAbove(of(Quantity.VALUE, row), high);
            }
        }

        assertThat(rows).isGreaterThan(100);
        assertThat(mean(Arrays.copyOf(shares, rows))).isCloseTo(0.05, within(SHARE / Math.sqrt(rows)));
    }

    @Test
    void meansAreThoseOfTheModels() {
        assertThat(mean(total(Quantity.TRANSACTIONS)))
                .isCloseTo(
                        mean(model.intervals(CustomerBase.of(customers), Interval.Of.MEAN, LEVEL)
                                .baseDraws(Quantity.TRANSACTIONS)),
                        within(4 * deviation(total(Quantity.TRANSACTIONS)) / Math.sqrt(DRAWS)));
    }
}
