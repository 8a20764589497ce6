package io.clv.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clv.btyd.BgBb;
import io.clv.btyd.BgNbd;
import io.clv.btyd.Fit;
import io.clv.btyd.FitOptions;
import io.clv.btyd.GGompertzNbd;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.MbgNbd;
import io.clv.btyd.Nbd;
import io.clv.btyd.ParetoNbd;
import io.clv.btyd.Posterior;
import io.clv.btyd.PosteriorOptions;
import io.clv.btyd.Prior;
import io.clv.btyd.SpendTally;
import io.clv.btyd.Tally;
import io.clv.btyd.TransactionFamily;
import io.clv.btyd.TransactionModel;
import io.clv.ledger.CustomerTable;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever the rows are, a fit is that of one machine. */
class FitOnSparkTest {

    private static final CustomerTable TABLE = SimulatedCustomers.table(3000);

    private static final Dataset<Row> CUSTOMERS =
            SimulatedCustomers.dataset(TABLE, 7).cache();

    private static void leaveRowsWhereTheyAre() {
        LocalSpark.session().conf().set(CountedCustomers.DRIVER_ROWS, "0");
    }

    @AfterEach
    void unset() {
        LocalSpark.session().conf().unset(CountedCustomers.DRIVER_ROWS);
    }

    static Stream<TransactionFamily<?>> families() {
        return Stream.of(BgNbd.family(), ParetoNbd.family(), MbgNbd.family(), Nbd.family(), GGompertzNbd.family());
    }

    @ParameterizedTest
    @MethodSource("families")
    <M extends TransactionModel> void onTheDriverAFitIsThatOfOneMachine(TransactionFamily<M> family) {
        Fit<M> here = family.fit(Tally.of(TABLE));
        assertThat(ClvSpark.fit(CUSTOMERS, family, ChronoUnit.WEEKS).toText()).isEqualTo(here.toText());
    }

    @ParameterizedTest
    @MethodSource("families")
    <M extends TransactionModel> void overPartitionsParametersAreThoseOfOneMachine(TransactionFamily<M> family) {
        Fit<M> here = family.fit(Tally.of(TABLE));
        leaveRowsWhereTheyAre();
        assertSame(ClvSpark.fit(CUSTOMERS, family, ChronoUnit.WEEKS), here);
    }

    private static void assertSame(Fit<?> there, Fit<?> here) {
        here.parameters()
                .forEach((name, value) ->
                        assertThat(there.parameter(name) / value).as(name).isBetween(1 - 1e-9, 1 + 1e-9));
        assertThat(there.logLikelihood() / here.logLikelihood()).isBetween(1 - 1e-12, 1 + 1e-12);
        assertThat(there.diagnosis()).isEqualTo(here.diagnosis());
        assertThat(there.notes()).isEqualTo(here.notes());
        assertThat(there.customers()).isEqualTo(here.customers());
        assertThat(there.repeatPurchases()).isEqualTo(here.repeatPurchases());
        assertThat(there.unitText()).isEqualTo(here.unitText());
    }

    @Test
    void spendIsThatOfOneMachine() {
        Fit<GammaGamma> here = GammaGamma.fit(TABLE);
        assertThat(ClvSpark.fit(CUSTOMERS, GammaGamma.family(), SimulatedCustomers.USD)
                        .toText())
                .isEqualTo(here.toText());
        leaveRowsWhereTheyAre();
        assertSame(ClvSpark.fit(CUSTOMERS, GammaGamma.family(), SimulatedCustomers.USD), here);
    }

    @Test
    void optionsReachAFitOverPartitions() {
        FitOptions options = FitOptions.defaults().prior(Prior.WEAK).fixing("b", 2.5);
        Fit<BgNbd> here = BgNbd.family().fit(Tally.of(TABLE), options);
        leaveRowsWhereTheyAre();
        assertSame(ClvSpark.fit(CUSTOMERS, BgNbd.family(), ChronoUnit.WEEKS, options), here);
    }

    @Test
    void theOrderOfPartitionsDoesNotTell() {
        leaveRowsWhereTheyAre();
        String once = ClvSpark.fit(CUSTOMERS, BgNbd.family(), ChronoUnit.WEEKS).toText();
        for (int again = 0; again < 3; again++) {
            assertThat(ClvSpark.fit(CUSTOMERS, BgNbd.family(), ChronoUnit.WEEKS).toText())
                    .isEqualTo(once);
        }
    }

    @Test
    void posteriorsAreThoseOfOneMachine() {
        PosteriorOptions options = PosteriorOptions.defaults().draws(50);
        Posterior<BgNbd> here = BgNbd.family().posterior(Tally.of(TABLE), options);
        assertThat(ClvSpark.posterior(CUSTOMERS, BgNbd.family(), ChronoUnit.WEEKS, options)
                        .models())
                .isEqualTo(here.models());
        Posterior<GammaGamma> spend = GammaGamma.family().posterior(SpendTally.ofRepeatPurchases(TABLE), options);
        assertThat(ClvSpark.posterior(CUSTOMERS, GammaGamma.family(), SimulatedCustomers.USD, options)
                        .models())
                .isEqualTo(spend.models());
    }

    @Test
    void frequencyMayBeOfAnyNumberAndOtherColumnsThere() {
        Dataset<Row> others = CUSTOMERS
                .withColumn("frequency", functions.col("frequency").cast("bigint"))
                .withColumn("age", functions.col("age").cast("decimal(30,20)"))
                .withColumn("region", functions.lit("north"))
                .select("region", "age", "frequency", "recency");
        Fit<Nbd> here = Nbd.family().fit(Tally.of(TABLE));
        assertThat(ClvSpark.fit(others, Nbd.family(), ChronoUnit.WEEKS).parameter("r") / here.parameter("r"))
                .isBetween(1 - 1e-9, 1 + 1e-9);
    }

    @Test
    void aMeanOfNoPurchasesIsNotRead() {
        Dataset<Row> absent = CUSTOMERS.withColumn(
                "monetary_value", functions.when(functions.col("frequency").gt(0), functions.col("monetary_value")));
        assertThat(ClvSpark.fit(absent, GammaGamma.family(), SimulatedCustomers.USD))
                .isEqualTo(GammaGamma.fit(TABLE));
    }

    private static void assertRefused(Dataset<Row> customers, String message) {
        for (String rows : new String[] {"1000000", "0"}) {
            LocalSpark.session().conf().set(CountedCustomers.DRIVER_ROWS, rows);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ClvSpark.fit(customers, BgNbd.family(), ChronoUnit.WEEKS))
                    .withMessage(message);
        }
    }

    @Test
    void whatCannotBeFittedToIsRefusedInWords() {
        assertRefused(CUSTOMERS.filter("frequency < 0"), "a fit must have at least one customer, but had none");
        assertRefused(
                CUSTOMERS.drop("recency"),
                "customers must have a column 'recency', but have customer, frequency, age, monetary_value, total");
        assertRefused(
                CUSTOMERS.withColumn("age", functions.col("customer")),
                "column 'age' must be of numbers, but was of string");
        assertRefused(
                CUSTOMERS.withColumn(
                        "recency", functions.when(functions.col("customer").notEqual("c7"), functions.col("recency"))),
                "every customer must have a number in column 'recency', but at least one has null or NaN");
        assertRefused(
                CUSTOMERS
                        .withColumn(
                                "age",
                                functions
                                        .when(functions.col("customer").equalTo("c7"), -1.0)
                                        .otherwise(functions.col("age")))
                        .withColumn(
                                "frequency",
                                functions
                                        .when(functions.col("customer").equalTo("c7"), 2)
                                        .otherwise(functions.col("frequency")))
                        .withColumn(
                                "recency",
                                functions
                                        .when(functions.col("customer").equalTo("c7"), 3.5)
                                        .otherwise(functions.col("recency"))),
                "a customer with frequency 2.0, recency 3.5, age -1.0: T must be finite and not negative, but was -1.0");
    }

    @Test
    void spendOfNobodyIsRefused() {
        for (String rows : new String[] {"1000000", "0"}) {
            LocalSpark.session().conf().set(CountedCustomers.DRIVER_ROWS, rows);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ClvSpark.fit(
                            CUSTOMERS.filter("frequency = 0"), GammaGamma.family(), SimulatedCustomers.USD))
                    .withMessage("a fit must have at least one customer, but had none");
        }
    }

    @Test
    void aSettingThatIsNoNumberIsRefused() {
        LocalSpark.session().conf().set(CountedCustomers.DRIVER_ROWS, "many");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClvSpark.fit(CUSTOMERS, BgNbd.family(), ChronoUnit.WEEKS))
                .withMessage("spark.clv.fit.driverRows must be a whole number from 0 to 536870911, but was 'many'");
    }

    @Test
    void aProcessOfOpportunitiesRefusesWeeksWithDecimals() {
        leaveRowsWhereTheyAre();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClvSpark.fit(CUSTOMERS, BgBb.family(), ChronoUnit.WEEKS))
                .withMessageContaining("whole");
    }
}
