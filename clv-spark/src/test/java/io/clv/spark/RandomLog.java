package io.clv.spark;

import io.clv.ledger.AfterEnd;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.RefundPolicy;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A log with all that is awkward in one, for Spark and for one machine.
 *
 * @param numbers whether ids are numbers
 * @param rows the rows, in no order
 */
record RandomLog(boolean numbers, List<Purchase> rows) {

    static final Currency USD = Money.currency("USD");
    static final LogColumns COLUMNS = LogColumns.of(USD);

    /** After all rows. */
    static final LocalDate END = LocalDate.of(1975, 1, 1);

    /** One row. */
    record Purchase(String id, int day, long minorUnits) {}

    static Arbitrary<RandomLog> any() {
        Arbitrary<String> texts =
                Arbitraries.of("a", "b", "B", "7", "07", "10", "9", "a ", "é", "\uFFFD", "😀", "😀a", "𠮷", "名");
        Arbitrary<String> numbers = Arbitraries.oneOf(
                        Arbitraries.longs().between(-5, 12),
                        Arbitraries.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, -1L << 32, 1L << 32, Long.MAX_VALUE))
                .map(String::valueOf);
        return Arbitraries.oneOf(
                rows(texts).map(rows -> new RandomLog(false, rows)),
                rows(numbers).map(rows -> new RandomLog(true, rows)));
    }

    private static Arbitrary<List<Purchase>> rows(Arbitrary<String> ids) {
        return Combinators.combine(ids, days(), amounts())
                .as(Purchase::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(200);
    }

    private static Arbitrary<Integer> days() {
        return Arbitraries.integers().between(-400, 800).withDistribution(RandomDistribution.uniform());
    }

    static Arbitrary<LocalDate> dates() {
        return days().map(LocalDate::ofEpochDay);
    }

    private static Arbitrary<Long> amounts() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.longs().between(1, 100_00)),
                Tuple.of(1, Arbitraries.just(0L)),
                Tuple.of(2, Arbitraries.longs().between(-100_00, -1)));
    }

    /** All options that refuse no row. */
    static Arbitrary<LedgerOptions> options() {
        return Combinators.combine(
                        Arbitraries.of(
                                CalendarGrid.days(),
                                CalendarGrid.weeks(DayOfWeek.SUNDAY),
                                CalendarGrid.months(),
                                CalendarGrid.years()),
                        Arbitraries.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS, ChronoUnit.YEARS),
                        Arbitraries.of(RefundPolicy.NET, RefundPolicy.NET_DROPPING_PERIODS, RefundPolicy.IGNORE))
                .as((grid, unit, refunds) -> new LedgerOptions(grid, unit, refunds, AfterEnd.LEAVE_OUT));
    }

    Ledger ledger() {
        Ledger.Builder ledger = Ledger.builder(USD);
        for (Purchase row : rows) {
            if (numbers) {
                ledger.add(Long.parseLong(row.id), row.day, row.minorUnits);
            } else {
                ledger.add(row.id, row.day, row.minorUnits);
            }
        }
        return ledger.build();
    }

    /** The log in so many partitions, in the order of the rows. */
    Dataset<Row> dataset(int partitions) {
        List<Row> cells = rows.stream()
                .map(row -> RowFactory.create(
                        numbers ? (Object) Long.valueOf(row.id) : row.id,
                        LocalDate.ofEpochDay(row.day).toString(),
                        BigDecimal.valueOf(row.minorUnits, 2)))
                .toList();
        StructType schema = new StructType()
                .add("customer", numbers ? DataTypes.LongType : DataTypes.StringType)
                .add("date", DataTypes.StringType)
                .add("amount", DataTypes.createDecimalType(12, 2));
        return LocalSpark.session().createDataFrame(cells, schema).repartition(partitions);
    }

    /** Those of the rows that stand at some places, as a log of its own. */
    RandomLog part(IntPredicate places) {
        return new RandomLog(
                numbers,
                IntStream.range(0, rows.size())
                        .filter(places)
                        .mapToObj(rows::get)
                        .toList());
    }

    /** This log with the rows of another. */
    RandomLog plus(RandomLog other) {
        return new RandomLog(
                numbers, Stream.concat(rows.stream(), other.rows.stream()).toList());
    }
}
