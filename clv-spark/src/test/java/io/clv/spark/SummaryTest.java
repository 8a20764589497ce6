package io.clv.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.ledger.AfterEnd;
import io.clv.ledger.CustomerStates;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.RefundPolicy;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final LocalDate END = LocalDate.of(1970, 4, 11);
    private static final LedgerOptions NET = LedgerOptions.defaults().refunds(RefundPolicy.NET);

    private static RandomLog log(RandomLog.Purchase... rows) {
        return new RandomLog(true, List.of(rows));
    }

    private static RandomLog.Purchase row(int customer, int day, long minorUnits) {
        return new RandomLog.Purchase(Integer.toString(customer), day, minorUnits);
    }

    @Test
    void hasTheFiguresOfAHand() {
        RandomLog log =
                log(row(1, 30, 500), row(1, 0, 1000), row(1, 30, 250), row(1, 44, 200), row(2, 93, 1), row(3, 101, 9));
        Summary summary = ClvSpark.summarize(log.dataset(3), RandomLog.COLUMNS, END, LedgerOptions.defaults());
        assertThat(summary.customers().orderBy("customer").toJSON().collectAsList())
                .containsExactly(
                        "{\"customer\":1,\"frequency\":2,\"recency\":6.285714285714286,\"age\":14.285714285714286,"
                                + "\"monetary_value\":4.75,\"total\":19.50,\"first_purchase\":\"1970-01-01\","
                                + "\"last_purchase\":\"1970-02-14\"}",
                        "{\"customer\":2,\"frequency\":0,\"recency\":0.0,\"age\":1.0,\"monetary_value\":0.0,"
                                + "\"total\":0.01,\"first_purchase\":\"1970-04-04\",\"last_purchase\":\"1970-04-04\"}");
        assertThat(summary.exclusions())
                .hasToString("left out: 1 rows after the end (1 customers have no other), 0 refunds of USD 0.00, 0"
                        + " customers without a purchase, USD 0.00");
        assertThat(summary.currency()).isEqualTo(RandomLog.USD);
        assertThat(summary.observedThrough()).isEqualTo(END);
        assertThat(summary.options()).isEqualTo(LedgerOptions.defaults());
        assertThat(summary.customers().schema().toDDL())
                .isEqualTo("customer BIGINT,frequency INT,recency DOUBLE,age DOUBLE,monetary_value DOUBLE,total"
                        + " DECIMAL(19,2),first_purchase DATE,last_purchase DATE");
    }

    @Test
    void isEmptyOfAnEmptyLog() {
        Dataset<Row> nothing = log(row(1, 1, 1)).dataset(2).filter("customer > 1");
        Summary summary = ClvSpark.summarize(nothing, RandomLog.COLUMNS, END, NET);
        assertThat(summary.customers().isEmpty()).isTrue();
        assertThat(summary.problems().isEmpty()).isTrue();
        assertThat(summary.exclusions().isEmpty()).isTrue();
        assertThat(ClvSpark.states(nothing, RandomLog.COLUMNS, NET).collect().size())
                .isZero();
    }

    @Test
    void goesOverTheLogOnceWhenItIsKept() {
        RandomLog log = log(row(1, 1, 1), row(2, 200, 1));
        Summary summary =
                ClvSpark.summarize(log.dataset(2), RandomLog.COLUMNS, END, NET).persist(StorageLevel.MEMORY_ONLY());
        Tables.assertSame(summary, log.ledger().summarize(END, NET));
        assertThat(summary.customers().queryExecution().executedPlan().toString())
                .contains("InMemoryTableScan");
        assertThat(summary.unpersist()
                        .customers()
                        .queryExecution()
                        .executedPlan()
                        .toString())
                .doesNotContain("InMemoryTableScan");
    }

    @Test
    void oneCustomerWithAThirdOfAllRowsIsAStateForEachTask() {
        SimulatedRows rows = new SimulatedRows(60_000, 5_000, true);
        LocalDate end = LocalDate.ofEpochDay(SimulatedRows.FIRST_DAY + 700L);
        Dataset<Row> log = rows.dataset(LocalSpark.session(), 6);
        Tables.assertSame(
                ClvSpark.summarize(log, RandomLog.COLUMNS, end, NET),
                rows.ledger().summarize(end, NET));

        LogLayout layout = LogLayout.of(RandomLog.COLUMNS, log.schema(), Acceptance.of(NET, null));
        Dataset<Row> blocks = Blocks.ofLog(log, layout, Making.of(RandomLog.USD, NET), 4);
        long rowsOfOne = 0;
        int statesOfOne = 0;
        for (Row block : blocks.collectAsList()) {
            CustomerStates states = StatesBytes.parse(block.getAs(Blocks.BLOCK));
            int at = states.indexOf("0");
            statesOfOne += at < 0 ? 0 : 1;
            rowsOfOne += at < 0 ? 0 : states.state(at).rows();
        }
        assertThat(rowsOfOne).isBetween(17_000L, 19_000L);
        assertThat(statesOfOne).isEqualTo(6);
    }

    @Test
    void aSumBeyondTheRangeOfMoneyNamesTheCustomer() {
        Dataset<Row> log = LocalSpark.session()
                .sql("SELECT 'rich' AS customer, DATE '1970-01-02' AS date, 90000000000000000.00 AS amount")
                .withColumn("copies", functions.expr("explode(sequence(1, 2))"));
        Summary summary = ClvSpark.summarize(log, RandomLog.COLUMNS, END, NET);
        assertThatThrownBy(() -> summary.customers().collectAsList())
                .rootCause()
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the total of customer 'rich' is USD 180000000000000000.00, beyond the range of USD money");
    }

    @Test
    void refusesAtOnceWhatNoRowCanMend() {
        DistributedStates sealed = ClvSpark.states(log(row(1, 1, 1)).dataset(1), RandomLog.COLUMNS, NET)
                .sealThrough(LocalDate.of(1970, 2, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sealed.summarize(LocalDate.of(1970, 1, 31)))
                .withMessage(
                        "observedThrough must not be before 1970-02-01, through which only counts are kept, but was"
                                + " 1970-01-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sealed.summarize(END, LedgerOptions.collapse(ChronoUnit.MONTHS)))
                .withMessageContaining("cannot be summarised by");
        DistributedStates texts =
                ClvSpark.states(new RandomLog(false, List.of(row(1, 1, 1))).dataset(1), RandomLog.COLUMNS, NET);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sealed.merge(texts))
                .withMessage("ids must be numbers on both sides or text on both, but were numbers here and text there");
        DistributedStates others =
                ClvSpark.states(log(row(1, 1, 1)).dataset(1), RandomLog.COLUMNS, LedgerOptions.defaults());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sealed.merge(others))
                .withMessageStartingWith("states must have the same options to be merged, but were");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sealed.add(log(row(1, 1, 1)).dataset(1), LogColumns.of(Money.currency("EUR"))))
                .withMessage("the log must be in USD, the currency of the states, but was in EUR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClvSpark.states(log(row(1, 1, 1)).dataset(1)))
                .withMessage(
                        "states must have the columns customer BIGINT or STRING, and state BINARY, but had customer"
                                + " BIGINT,date STRING,amount DECIMAL(12,2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClvSpark.states(sealed.rows().filter("customer > 1")))
                .withMessage("there must be a state at least, to tell currency and options by, but there were 0");
    }

    @Test
    void refusesOptionsThatRejectARowOfStates() {
        DistributedStates states = ClvSpark.states(log(row(1, 200, 1)).dataset(1), RandomLog.COLUMNS, NET);
        Summary summary = states.summarize(END, NET.afterEnd(AfterEnd.REJECT));
        assertThatThrownBy(() -> summary.customers().collectAsList())
                .rootCause()
                .hasMessage("customer '1', 1970-07-20, is after the end of observation, 1970-04-11;"
                        + " AfterEnd.LEAVE_OUT would count and leave out such rows");
    }

    @Test
    void erasesACustomerByLeavingOutTheRow() {
        List<RandomLog.Purchase> rows = new ArrayList<>(List.of(row(1, 1, 1), row(2, 2, 2), row(2, 3, 2)));
        DistributedStates states = ClvSpark.states(new RandomLog(true, rows).dataset(2), RandomLog.COLUMNS, NET);
        DistributedStates without = ClvSpark.states(states.rows().filter("customer <> 2"));
        assertThat(without.collect()).isEqualTo(states.collect().erase("2"));
    }
}
