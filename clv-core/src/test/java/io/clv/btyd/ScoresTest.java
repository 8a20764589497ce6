package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import io.clv.quantity.Horizon;
import io.clv.quantity.Span;
import io.clv.task.Parallelism;
import java.lang.reflect.Proxy;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Columns are the scalar calls to the last bit, whether or not a model's answers fall into two factors. */
class ScoresTest {

    private static final List<TransactionModel> MODELS = List.of(
            BgNbd.of(0.243, 4.414, 0.793, 2.426),
            MbgNbd.of(0.525, 6.183, 0.891, 1.614),
            ParetoNbd.of(0.5533, 10.578, 0.606, 11.669),
            Nbd.of(0.385, 12.072));

    /** The same model, of which no more is known than that it is one. */
    private static TransactionModel opaque(TransactionModel model) {
        return (TransactionModel) Proxy.newProxyInstance(
                ScoresTest.class.getClassLoader(),
                new Class<?>[] {TransactionModel.class},
                (proxy, method, arguments) -> method.invoke(model, arguments));
    }

    @Property(tries = 100)
    void columnsAreScalarCalls(
            @ForAll @Size(max = 40) List<@IntRange(max = 5) Integer> counts,
            @ForAll @DoubleRange(min = 0.01, max = 0.2) double delta,
            @ForAll boolean oneRate,
            @ForAll boolean forever) {
        int rows = counts.size();
        double[] x = new double[rows];
        double[] last = new double[rows];
        double[] age = new double[rows];
        double[] deltas = new double[oneRate ? 1 : rows];
        for (int row = 0; row < rows; row++) {
            x[row] = counts.get(row);
            last[row] = x[row] == 0 ? 0 : 1 + row % 3;
            age[row] = 5 + row % 2;
        }
        for (int row = 0; row < deltas.length; row++) {
            deltas[row] = delta * (1 + row % 2);
        }
        Histories histories = Histories.of(x, last, age, ChronoUnit.WEEKS);
        for (TransactionModel model : MODELS) {
            Ahead ahead = Ahead.of(model, forever ? Horizon.forever() : Horizon.over(Span.weeks(30)), ChronoUnit.WEEKS);
            Scores scores = new Scores(model, histories, Parallelism.of(2));
            Scores ofOpaque = new Scores(opaque(model), histories, Parallelism.sequential());
            double[] alive = scores.alive();
            double[] expected = scores.expected(30);
            double[] purchases = scores.purchases(ahead, deltas);
            double[] lifetime = scores.lifetime(ahead, deltas);
            for (int row = 0; row < rows; row++) {
                int count = counts.get(row);
                double rate = deltas[oneRate ? 0 : row];
                assertThat(alive[row]).isEqualTo(model.probabilityAlive(count, last[row], age[row]));
                assertThat(expected[row]).isEqualTo(model.expectedTransactions(count, last[row], age[row], 30));
                assertThat(purchases[row]).isEqualTo(ahead.purchases(count, last[row], age[row], rate));
                assertThat(lifetime[row]).isEqualTo(ahead.lifetime(count, last[row], age[row], rate));
            }
            assertThat(ofOpaque.expected(30)).isEqualTo(expected);
            assertThat(ofOpaque.purchases(ahead, deltas)).isEqualTo(purchases);
            assertThat(ofOpaque.lifetime(ahead, deltas)).isEqualTo(lifetime);
        }
    }
}
