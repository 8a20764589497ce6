package io.clv.spark;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.years;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.btyd.BgNbd;
import io.clv.btyd.Fit;
import io.clv.btyd.FittedLtv;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.LtvFitting;
import io.clv.btyd.ParetoNbd;
import io.clv.btyd.SpendTally;
import io.clv.btyd.Tally;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.LedgerOptions;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.CustomerValues.Column;
import io.clv.quantity.Interval;
import io.clv.quantity.Span;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Scores do not depend on where customers are, or with whom. */
class ScoreOnSparkTest {

    private static final CustomerTable TABLE = SimulatedCustomers.table(900);

    private static final Dataset<Row> CUSTOMERS =
            SimulatedCustomers.dataset(TABLE, 3).cache();

    private static final Fit<BgNbd> PURCHASES = BgNbd.fit(TABLE);

    private static LtvFitting builder() {
        return FittedLtv.fit(TABLE)
                .transactions(BgNbd.family())
                .spend(GammaGamma.family())
                .grossMargin(percent(30));
    }

    private static FittedLtv aYear() {
        return builder().discountedAt(annually(percent(15))).over(years(1)).model();
    }

    private static void assertSame(Dataset<Row> scored, CustomerValues values) {
        List<Row> rows = scored.collectAsList();
        assertThat(rows).hasSize(values.size());
        for (Row row : rows) {
            int at = values.customers()
                    .indexOf(row.get(row.fieldIndex("customer")).toString());
            assertThat(row.<Double>getAs("clv")).isEqualTo(values.amount(at));
            for (Column column : Column.values()) {
                assertThat(List.of(scored.columns()).contains(column.header())).isEqualTo(values.has(column));
                if (values.has(column)) {
                    assertThat(row.<Double>getAs(column.header())).isEqualTo(values.get(column, at));
                }
            }
        }
    }

    private static CustomerValues here(FittedLtv model) {
        return model.value(CustomerBase.of(TABLE));
    }

    @Test
    void valuesAreThoseOfOneMachine() {
        FittedLtv model = aYear();
        assertSame(ClvSpark.score(CUSTOMERS, model), here(model));
        assertSame(ClvSpark.score(CUSTOMERS.repartition(11), model), here(model));
        FittedLtv forever = FittedLtv.fit(TABLE)
                .transactions(ParetoNbd.family())
                .spend(GammaGamma.family())
                .spendIncludesFirstPurchase()
                .grossMargin(percent(40))
                .costToServe("USD 0.10", ChronoUnit.MONTHS)
                .discountedAt(annually(percent(9)))
                .forever()
                .model();
        assertSame(ClvSpark.score(CUSTOMERS, forever), here(forever));
    }

    @Test
    void intervalsAreThoseOfOneMachine() {
        for (Interval.Of of : Interval.Of.values()) {
            FittedLtv model =
                    builder().over(years(1)).intervals(of, percent(90)).model();
            assertSame(ClvSpark.score(CUSTOMERS, model), here(model));
        }
    }

    @Test
    void columnsStandAfterThoseThatWereThere() {
        Dataset<Row> scored = ClvSpark.score(CUSTOMERS.withColumn("region", lit("north")), aYear());
        assertThat(scored.columns())
                .containsExactly(
                        "customer",
                        "frequency",
                        "recency",
                        "age",
                        "monetary_value",
                        "total",
                        "region",
                        "p_alive",
                        "expected_transactions",
                        "expected_spend",
                        "clv");
        assertThat(scored.schema().apply("clv").getComment().get())
                .isEqualTo("profit, residual after observation, by the bg-nbd model, over 1 year, discounted at 15%"
                        + " per year");
        assertThat(scored.first().<String>getAs("region")).isEqualTo("north");
    }

    @Test
    void theAbsenceOfIntervalsIsSaid() {
        FittedLtv model = FittedLtv.of(PURCHASES, GammaGamma.fit(TABLE))
                .over(years(1))
                .intervals(Interval.Of.MEAN, percent(90))
                .model();
        assertThat(ClvSpark.score(CUSTOMERS, model)
                        .schema()
                        .apply("clv")
                        .getComment()
                        .get())
                .endsWith("over 1 year, not discounted; assumes nothing of how sure the values are, as there is no"
                        + " interval: the posteriors of the models were not given, and the customers whom they were"
                        + " fitted to are not known");
    }

    @Test
    void idsMayBeNumbersAndPeriodsMonths() {
        Dataset<Row> months = CUSTOMERS
                .withColumn("customer", col("customer").substr(lit(2), lit(9)).cast("bigint"))
                .withColumn("recency", col("frequency").cast("double"))
                .withColumn("age", col("frequency").plus(2).cast("double"));
        List<Row> rows = months.collectAsList();
        double[] x = rows.stream().mapToDouble(row -> row.getInt(1)).toArray();
        double[] age = rows.stream().mapToDouble(row -> row.getDouble(3)).toArray();
        Fit<BgNbd> purchases = BgNbd.family().fit(Tally.of(x, x, age, ChronoUnit.MONTHS));
        FittedLtv model = FittedLtv.of(purchases, GammaGamma.family().fit(SpendTally.ofRepeatPurchases(TABLE)))
                .over(years(1))
                .model();
        List<Row> scored = ClvSpark.score(months, model, LedgerOptions.collapse(ChronoUnit.MONTHS))
                .collectAsList();
        assertThat(scored).hasSize(rows.size());
        for (Row row : scored) {
            int n = row.getAs("frequency");
            assertThat(row.<Double>getAs("p_alive")).isEqualTo(purchases.model().probabilityAlive(n, n, n + 2));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClvSpark.score(months, model, LedgerOptions.defaults()))
                .withMessage("the customers must be in the unit of the bg-nbd fit, months, but were in weeks");
    }

    @Test
    void purchasesAloneAreThoseOfTheModel() {
        Dataset<Row> scored = ClvSpark.score(CUSTOMERS.drop("total", "monetary_value"), PURCHASES, Span.weeks(26));
        assertThat(scored.columns())
                .containsExactly("customer", "frequency", "recency", "age", "p_alive", "expected_transactions");
        BgNbd model = PURCHASES.model();
        for (Row row : scored.collectAsList()) {
            int x = row.getInt(1);
            assertThat(row.getDouble(4)).isEqualTo(model.probabilityAlive(x, row.getDouble(2), row.getDouble(3)));
            assertThat(row.getDouble(5))
                    .isEqualTo(model.expectedTransactions(x, row.getDouble(2), row.getDouble(3), 26));
        }
    }

    @Test
    void moreCustomersThanAreTakenAtATimeAreAllScored() {
        long size = 2L * ChunkScores.CHUNK + 5;
        Dataset<Row> many = LocalSpark.session()
                .range(0, size, 1, 1)
                .select(col("id").as("customer"), col("id").mod(3).as("frequency"))
                .withColumn("recency", col("frequency").cast("double"))
                .withColumn("age", lit(20.0));
        Dataset<Row> scored = ClvSpark.score(many, PURCHASES, Span.weeks(26));
        assertThat(scored.select("customer").distinct().count()).isEqualTo(size);
        assertThat(scored.select("frequency", "p_alive").distinct().count()).isEqualTo(3);
    }

    private static Dataset<Row> with(String column, org.apache.spark.sql.Column value) {
        return CUSTOMERS.withColumn(
                column, when(col("customer").equalTo("c7"), value).otherwise(col(column)));
    }

    private static void assertFails(Dataset<Row> scored, String message) {
        assertThatThrownBy(scored::collectAsList).hasStackTraceContaining("IllegalArgumentException: " + message);
    }

    @Test
    void whoCannotBeScoredIsNamed() {
        FittedLtv model = aYear();
        assertFails(ClvSpark.score(with("age", lit(null)), model), "customer 'c7': age must not be null");
        assertFails(
                ClvSpark.score(with("frequency", lit(-1)), PURCHASES, Span.weeks(2)),
                "customer 'c7': frequency must be a whole number and not negative, but was -1.0");
        assertFails(
                ClvSpark.score(with("age", lit(-1.0)), PURCHASES, Span.weeks(2)),
                "customer 'c7': T must be finite and not negative, but was -1.0");
        assertFails(
                ClvSpark.score(with("age", lit(100.01)), model),
                "customer 'c7': age in weeks must be a whole number of days, but was 100.01");
        assertFails(
                ClvSpark.score(CUSTOMERS.withColumn("total", lit(new java.math.BigDecimal("1.005"))), model),
                "customer 'c");
        assertFails(
                ClvSpark.score(CUSTOMERS.union(CUSTOMERS).repartition(1), model),
                "customers must have an id each, but two have 'c0'");
        assertFails(
                ClvSpark.score(with("customer", lit(null)), model),
                "customer must have an id, but it was null in [null,");
    }

    @Test
    void whatCannotBeScoredIsRefusedBeforehand() {
        FittedLtv model = aYear();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClvSpark.score(CUSTOMERS.drop("total"), model))
                .withMessage("customers must have a column 'total', but have customer, frequency, recency, age,"
                        + " monetary_value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClvSpark.score(CUSTOMERS.withColumn("total", lit(1.5)), model))
                .withMessage("column 'total' must be of decimals or whole numbers, but was of double");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClvSpark.score(CUSTOMERS.withColumn("customer", lit(1.5)), model))
                .withMessage("column 'customer' must be of text or whole numbers, but was of double");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClvSpark.score(CUSTOMERS.withColumn("CLV", lit(1)), model))
                .withMessage("customers must not have a column 'clv' yet, as it is to be added");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClvSpark.score(CUSTOMERS, builder().model()))
                .withMessage("the bg-nbd model still needs: horizon (a span, or forever with a discount above 0)");
        Fit<GammaGamma> bare = GammaGamma.family()
                .fit(SpendTally.of(new double[] {2, 3, 4}, new double[] {10, 20, 15}, new double[] {9, 9, 9}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClvSpark.score(
                        CUSTOMERS, FittedLtv.of(PURCHASES, bare).over(years(1)).model()))
                .withMessage("the spend fit must be in a currency, but was in amounts");
    }

    @Test
    void aModelUnderAShockIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ClvSpark.score(CUSTOMERS, aYear().under(io.clv.btyd.Shock.buyingTimes(0.5))))
                .withMessage("a model under a shock has no text form; the model without it has");
    }

    @Test
    void functionsOfSqlAreThoseOfTheModel() {
        ClvSpark.registerFunctions(LocalSpark.session(), PURCHASES);
        CUSTOMERS.createOrReplaceTempView("scored_customers");
        List<Row> rows = LocalSpark.session()
                .sql("select frequency, recency, age, clv_p_alive(frequency, recency, age),"
                        + " clv_expected_transactions(cast(frequency as bigint), recency,"
                        + " cast(age as decimal(30, 20)), 26) from scored_customers limit 50")
                .collectAsList();
        BgNbd model = PURCHASES.model();
        for (Row row : rows) {
            int x = row.getInt(0);
            double last = row.getDouble(1);
            assertThat(row.getDouble(3)).isEqualTo(model.probabilityAlive(x, last, row.getDouble(2)));
            assertThat(row.getDouble(4) / model.expectedTransactions(x, last, row.getDouble(2), 26))
                    .isBetween(1 - 1e-12, 1 + 1e-12);
        }
    }

    @Test
    void functionsOfSqlGiveNullForNullAndRefuseTheImpossible() {
        ClvSpark.registerFunctions(LocalSpark.session(), PURCHASES);
        Row nulls = LocalSpark.session()
                .sql("select clv_p_alive(null, 1, 2), clv_p_alive(1, null, 2), clv_p_alive(1, 1, null),"
                        + " clv_expected_transactions(1, 1, 2, null), clv_expected_transactions(null, 1, 2, 3)")
                .first();
        for (int i = 0; i < nulls.size(); i++) {
            assertThat(nulls.isNullAt(i)).isTrue();
        }
        List<String[]> faults = List.of(
                new String[] {"clv_p_alive(1, 3, 2)", "t_x must be between 0 and T (2.0), but was 3.0"},
                new String[] {"clv_p_alive(1.5, 1, 2)", "frequency must be a whole number and not negative, but was 1.5"
                },
                new String[] {"clv_p_alive('one', 1, 2)", "frequency must be a number, but was 'one'"},
                new String[] {
                    "clv_expected_transactions(1, 1, 2, -1)", "horizon must be finite and not negative, but was -1.0"
                },
                new String[] {"clv_expected_transactions(1, 1, 2, 'a')", "horizon must be a number, but was 'a'"});
        for (String[] fault : faults) {
            assertThatThrownBy(
                            () -> LocalSpark.session().sql("select " + fault[0]).first())
                    .hasStackTraceContaining("IllegalArgumentException: " + fault[1]);
        }
    }
}
