package io.clv.ledger;

import static io.clv.ledger.Logs.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.clv.quantity.Money;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** States of many customers by hand, and every message. */
class CustomerStatesTest {

    private static final LedgerOptions OPTIONS = LedgerOptions.defaults();
    private static final LocalDate JANUARY = LocalDate.of(2024, 1, 31);
    private static final LocalDate FEBRUARY = LocalDate.of(2024, 2, 29);

    private static Ledger ledger(String... rows) {
        Ledger.Builder builder = Ledger.builder(USD);
        for (String row : rows) {
            String[] cells = row.split(" ", -1);
            builder.add(cells[0], LocalDate.parse(cells[1]), Money.parse("USD " + cells[2]));
        }
        return builder.build();
    }

    @Test
    void aLogThatIsAddedToMonthByMonth() throws IOException {
        Ledger january = ledger("a 2024-01-03 10", "b 2024-01-09 5", "a 2024-01-20 30");
        Ledger february = ledger("c 2024-02-01 8", "a 2024-02-10 20", "b 2024-01-30 7");

        CustomerStates states =
                CustomerStates.of(january, LedgerOptions.defaults()).sealThrough(LocalDate.of(2024, 1, 31));
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        states.writeTo(stored);

        CustomerStates again = CustomerStates.readFrom(new ByteArrayInputStream(stored.toByteArray()));
        List<Problem> problems = new ArrayList<>();
        CustomerTable customers = again.add(february, problems::add).summarize(LocalDate.of(2024, 2, 29));

        assertThat(customers)
                .isEqualTo(ledger(
                                "a 2024-01-03 10",
                                "b 2024-01-09 5",
                                "a 2024-01-20 30",
                                "c 2024-02-01 8",
                                "a 2024-02-10 20")
                        .summarize(FEBRUARY));
        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly("line 3, date '2024-01-30': is too late: all is sealed through 2024-01-31,"
                        + " and a sealed range takes no more rows");
    }

    @Test
    void tellsWhatItHolds() {
        CustomerStates states = CustomerStates.of(ledger("b 2024-01-03 10", "a 2024-01-03 10"), OPTIONS);
        assertThat(states.size()).isEqualTo(2);
        assertThat(states.currency()).isEqualTo(USD);
        assertThat(states.options()).isEqualTo(OPTIONS);
        assertThat(states.sealedThrough()).isEmpty();
        assertThat(states.id(0)).isEqualTo("a");
        assertThat(states.indexOf("b")).isEqualTo(1);
        assertThat(states.indexOf("c")).isEqualTo(-1);
        assertThat(states.state(1)).hasToString("customer 'b', 1 rows in USD");
        assertThat(states).hasToString("2 customers in USD");
        assertThat(states.sealThrough(JANUARY)).hasToString("2 customers in USD, sealed through 2024-01-31");
        assertThat(states).isNotEqualTo(states.sealThrough(JANUARY)).isNotEqualTo("states");
        assertThat(states.seal(LocalDate.of(2024, 1, 1), JANUARY).state(0).isSealed(LocalDate.of(2023, 12, 31)))
                .isFalse();
    }

    @Test
    void refusesRowsThatItCannotTakeNamingTheFirst() {
        CustomerStates sealed = CustomerStates.of(USD, OPTIONS).sealThrough(JANUARY);
        assertThatThrownBy(() -> sealed.add(ledger("a 2024-02-01 1", "a 2024-01-31 2", "a 2024-01-30 3")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 2, customer 'a', 2024-01-31, USD 2.00, is too late: all is sealed through 2024-01-31,"
                        + " and a sealed range takes no more rows");
        assertThatThrownBy(() -> CustomerStates.of(ledger("a 2024-02-01 1", "a 2024-01-31 -2"), OPTIONS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 2, customer 'a', 2024-01-31, USD -2.00, is a refund; choose how refunds count:"
                        + " RefundPolicy.NET, NET_DROPPING_PERIODS or IGNORE");
        assertThatThrownBy(
                        () -> sealed.add(Ledger.builder(Money.currency("EUR")).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("states must be of one currency to be merged, but were in USD and EUR");
    }

    @Test
    void rejectedRefundsAreProblemsWhereThoseAreHeard() {
        List<Problem> problems = new ArrayList<>();
        CustomerStates states =
                CustomerStates.of(USD, OPTIONS).add(ledger("a 2024-02-01 1", "a 2024-02-01 -2"), problems::add);
        assertThat(problems)
                .containsExactly(new Problem(
                        2,
                        "amount",
                        "USD -2.00",
                        "is a refund; choose how refunds count: RefundPolicy.NET, NET_DROPPING_PERIODS or IGNORE"));
        assertThat(states.summarize(FEBRUARY).total()).isEqualTo(Money.of(1, "USD"));
    }

    @Test
    void manyAreMergedAsOneAfterTheOther() {
        assertThat(CustomerStates.mergeAll(USD, OPTIONS, List.of())).isEqualTo(CustomerStates.of(USD, OPTIONS));
        CustomerStates january = CustomerStates.of(ledger("a 2024-01-03 10", "b 2024-01-09 5"), OPTIONS)
                .sealThrough(JANUARY);
        CustomerStates february = CustomerStates.of(ledger("a 2024-02-03 1"), OPTIONS);
        CustomerStates nobody = CustomerStates.of(USD, OPTIONS);
        assertThat(CustomerStates.mergeAll(USD, OPTIONS, List.of(february, nobody, january, february)))
                .isEqualTo(january.merge(february).merge(february));
        CustomerStates late = CustomerStates.of(ledger("b 2024-01-30 7"), OPTIONS);
        assertThatThrownBy(() -> CustomerStates.mergeAll(USD, OPTIONS, List.of(january, late)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customer 'b' has rows of 2024-01-30 in one state, but is sealed through 2024-01-31 in the"
                        + " other; a sealed range takes no more rows");
        CustomerStates euros = CustomerStates.of(Money.currency("EUR"), OPTIONS);
        assertThatThrownBy(() -> CustomerStates.mergeAll(USD, OPTIONS, List.of(january, euros)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("states must be of one currency to be merged, but were in USD and EUR");
    }

    @Test
    void idsAreNumbersOrText() {
        CustomerStates numbers =
                CustomerStates.of(Ledger.ofColumns(USD, new long[] {7}, new int[] {0}, new long[] {1}), OPTIONS);
        CustomerStates texts = CustomerStates.of(ledger("7 1970-01-01 1"), OPTIONS);
        assertThat(numbers).isNotEqualTo(texts);
        assertThatThrownBy(() -> numbers.merge(texts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ids must be numbers on both sides or text on both, but were numbers here and text there");
        assertThatThrownBy(() -> CustomerStates.mergeAll(USD, OPTIONS, List.of(numbers, texts)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ids must be numbers on both sides or text on both, but were numbers here and text there");
        assertThatThrownBy(() -> texts.merge(numbers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ids must be numbers on both sides or text on both, but were text here and numbers there");
        List<CustomerState> both = List.of(texts.state(0), numbers.state(0));
        assertThatThrownBy(() -> CustomerStates.of(USD, OPTIONS, both))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ids must be all numbers or all text, but were number '7' and text '7'");
        assertThat(numbers.erase("7").merge(texts)).isEqualTo(texts);
        assertThat(CustomerStates.of(USD, OPTIONS).merge(numbers.erase("7")).summarize(JANUARY))
                .isEqualTo(Ledger.ofColumns(USD, new long[0], new int[0], new long[0])
                        .summarize(JANUARY));
    }

    @Test
    void overlapsAreRefusedNamingCustomerAndDates() {
        CustomerStates one = CustomerStates.of(ledger("a 2024-01-03 10", "b 2024-01-03 10"), OPTIONS);
        CustomerStates other = CustomerStates.of(ledger("b 2024-01-04 10"), OPTIONS);
        assertThatThrownBy(() -> one.sealThrough(JANUARY).merge(other.sealThrough(FEBRUARY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customer 'b' is sealed through 2024-01-31 in one state and through 2024-02-29 in the"
                        + " other; sealed ranges must not overlap");
        assertThatThrownBy(() -> one.sealThrough(JANUARY).merge(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customer 'b' has rows of 2024-01-04 in one state, but is sealed through 2024-01-31 in the"
                        + " other; a sealed range takes no more rows");
        assertThat(one.erase("b")
                        .sealThrough(JANUARY)
                        .merge(other.sealThrough(FEBRUARY))
                        .size())
                .as("parts of the customers may overlap in time")
                .isEqualTo(2);
    }

    @Test
    void refusesASummaryThatNeedsMoreThanIsKept() {
        CustomerStates sealed = CustomerStates.of(USD, OPTIONS).sealThrough(JANUARY);
        assertThat(sealed.summarize(JANUARY).size()).isZero();
        assertThatThrownBy(() -> sealed.summarize(JANUARY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("observedThrough must not be before 2024-01-31, through which only counts are kept,"
                        + " but was 2024-01-30");
        assertThatThrownBy(() -> sealed.summarize(FEBRUARY, OPTIONS.refunds(RefundPolicy.NET)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("states that were collapsed to days in UTC, refunds REJECT, cannot be summarised by days in"
                        + " UTC, refunds NET");
    }

    @Test
    void statesWithoutRowsAreNoCustomers() {
        CustomerState nobody = CustomerState.of("a", USD, OPTIONS);
        CustomerStates states = CustomerStates.of(USD, OPTIONS, List.of(nobody, nobody.add(0, 1), nobody.add(1, 1)));
        assertThat(states.size()).isEqualTo(1);
        assertThat(states.state(0).rows()).isEqualTo(2);
        assertThat(CustomerStates.of(USD, OPTIONS, List.of(nobody))).isEqualTo(CustomerStates.of(USD, OPTIONS));
        assertThatThrownBy(() -> CustomerStates.of(Money.currency("EUR"), OPTIONS, List.of(nobody)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("states must be of one currency to be merged, but were in EUR and USD");
    }

    @Test
    void nothingLeftOfAnErasedCustomerKeepsOthersFromComing() {
        CustomerStates states = CustomerStates.of(ledger("a 2024-01-03 10", "b 2024-01-03 10"), OPTIONS)
                .sealThrough(JANUARY)
                .erase("a");
        assertThat(states.size()).isEqualTo(1);
        CustomerStates back = states.add(ledger("a 2024-02-03 5"));
        assertThat(back.summarize(FEBRUARY).rows())
                .extracting(Customer::id, Customer::total)
                .containsExactly(tuple("a", Money.of(5, "USD")), tuple("b", Money.of(10, "USD")));
    }

    @Test
    void manyCustomersTakeSeveralParts() throws IOException {
        int customers = 150_000;
        long[] ids = new long[customers];
        int[] days = new int[customers];
        long[] minor = new long[customers];
        String[] texts = new String[customers];
        for (int i = 0; i < customers; i++) {
            ids[i] = i * 0x9E3779B97F4A7C15L;
            days[i] = i % 800;
            minor[i] = i;
            texts[i] = "customer " + i;
        }
        for (CustomerStates states : List.of(
                CustomerStates.of(Ledger.ofColumns(USD, ids, days, minor), OPTIONS),
                CustomerStates.of(Ledger.ofColumns(USD, texts, days, minor), OPTIONS))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            states.writeTo(out);
            assertThat(CustomerStates.readFrom(new ByteArrayInputStream(out.toByteArray())))
                    .isEqualTo(states);
            assertThat(out.size()).isBetween(2 << 20, 5 << 20);
        }
    }
}
