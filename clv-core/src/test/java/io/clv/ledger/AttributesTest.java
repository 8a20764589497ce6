package io.clv.ledger;

import static io.clv.ledger.Logs.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AttributesTest {

    /** Three customers: 2, 10 and 30, in this order, for they are numbers. */
    private static final CustomerTable TABLE = Ledger.ofColumns(USD, new long[] {10, 2, 30}, new int[3], new long[3])
            .summarize(LocalDate.ofEpochDay(0));

    private static Attributes.Builder known() {
        return Attributes.builder()
                .number("age", "30", -0.0)
                .number("age", "2", 42.5)
                .money("cost", "2", Money.of(7, "USD"))
                .category("channel", "99", "web")
                .category("channel", "2", "shop")
                .category("channel", "30", "web")
                .set("products", "2", Set.of("loan", "card", "😀", "\uFFFD"))
                .set("products", "30", Set.of());
    }

    @Test
    void valuesAreReadById() {
        Attributes attributes = known().build();
        assertThat(attributes.columns()).containsExactly("age", "cost", "channel", "products");
        assertThat(attributes.ids()).containsExactly("2", "30", "99");
        assertThat(attributes.size()).isEqualTo(3);
        assertThat(attributes.number("age", "2")).hasValue(42.5);
        assertThat(attributes.number("age", "30")).hasValue(0.0);
        assertThat(attributes.number("age", "99")).isEmpty();
        assertThat(attributes.number("age", "nobody")).isEmpty();
        assertThat(attributes.money("cost", "2")).contains(Money.of(7, "USD"));
        assertThat(attributes.money("cost", "30")).isEmpty();
        assertThat(attributes.category("channel", "99")).contains("web");
        assertThat(attributes.category("channel", "10")).isEmpty();
        assertThat(attributes.set("products", "2")).containsExactly("card", "loan", "\uFFFD", "😀");
        assertThat(attributes.set("products", "30")).isEmpty();
        assertThat(attributes.has("products", "30")).isTrue();
        assertThat(attributes.set("products", "99")).isEmpty();
        assertThat(attributes.has("products", "99")).isFalse();
        assertThat(attributes).hasToString("age, cost, channel, products of 3 ids");
        assertThat(Attributes.builder().build()).hasToString("no attributes");
    }

    @Test
    void joinedValuesAreReadByRow() {
        JoinedAttributes joined = known().build().join(TABLE, IdPolicy.ALLOW, IdPolicy.ALLOW);
        assertThat(joined.customers()).isSameAs(TABLE);
        assertThat(joined.columns()).containsExactly("age", "cost", "channel", "products");
        assertThat(joined.prospects()).containsExactly("99");
        assertThat(joined.missing()).isEqualTo(1);
        assertThat(joined.number("age", 0)).hasValue(42.5);
        assertThat(joined.number("age", 1)).isEmpty();
        assertThat(joined.number("age", 2)).hasValue(0.0);
        assertThat(joined.money("cost", 0)).contains(Money.of(7, "USD"));
        assertThat(joined.money("cost", 2)).isEmpty();
        assertThat(joined.category("channel", 2)).contains("web");
        assertThat(joined.set("products", 0)).hasSize(4);
        assertThat(joined.set("products", 1)).isEmpty();
        assertThat(joined.has("products", 1)).isFalse();
        assertThat(joined.has("products", 2)).isTrue();
        assertThat(joined)
                .hasToString("attributes of 3 customers (1 have none) and 1 prospects: age, cost, channel, products");
        assertThatThrownBy(() -> joined.number("age", 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void datesAreReadByIdAndByRow() {
        LocalDate leapDay = LocalDate.of(2024, 2, 29);
        Attributes attributes = Attributes.builder()
                .date("since", "2", leapDay)
                .date("since", "99", LocalDate.of(1901, 1, 1))
                .number("age", "30", 7)
                .build();
        JoinedAttributes joined = attributes.join(TABLE, IdPolicy.ALLOW, IdPolicy.ALLOW);

        assertThat(attributes.date("since", "2")).contains(leapDay);
        assertThat(attributes.date("since", "99")).contains(LocalDate.of(1901, 1, 1));
        assertThat(attributes.date("since", "30")).isEmpty();
        assertThat(joined.date("since", 0)).contains(leapDay);
        assertThat(joined.date("since", 1)).isEmpty();
        assertThatThrownBy(() -> joined.date("since", 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertRefused(() -> attributes.date("age", "2"), "column 'age' holds numbers, not dates");
        assertRefused(() -> attributes.number("since", "2"), "column 'since' holds dates, not numbers");
        assertRefused(
                () -> Attributes.builder().date("since", "2", leapDay).date("since", "2", leapDay),
                "column 'since' of customer '2' was already set");
        assertRefused(
                () -> known().date("age", "10", leapDay),
                "column 'age' holds numbers, but customer '10' was given dates");
    }

    @Test
    void aColumnMayStayEmpty() {
        Attributes attributes = Attributes.builder()
                .numberColumn("age")
                .moneyColumn("cost", USD)
                .moneyColumn("cost", USD)
                .dateColumn("since")
                .categoryColumn("channel")
                .setColumn("products")
                .number("age", "2", 7)
                .build();

        assertThat(attributes.columns()).containsExactly("age", "cost", "since", "channel", "products");
        assertThat(attributes.ids()).containsExactly("2");
        assertThat(attributes.number("age", "2")).hasValue(7);
        assertThat(attributes.money("cost", "2")).isEmpty();
        assertThat(attributes.date("since", "2")).isEmpty();
        assertThat(attributes.category("channel", "2")).isEmpty();
        assertThat(attributes.set("products", "2")).isEmpty();
        assertRefused(() -> known().moneyColumn("age", USD), "column 'age' holds numbers, not money in USD");
        assertRefused(
                () -> known().moneyColumn("cost", Money.currency("EUR")),
                "column 'cost' holds money in USD, not money in EUR");
        assertRefused(() -> known().dateColumn("channel"), "column 'channel' holds categories, not dates");
        assertRefused(() -> known().setColumn(" "), "column must not be blank, but was ' '");
    }

    @Test
    void aCategoryMakesGroups() {
        JoinedAttributes joined = known().build().join(TABLE, IdPolicy.ALLOW, IdPolicy.ALLOW);
        assertThat(joined.groups("channel", "unknown"))
                .isEqualTo(Groups.of(new int[] {0, 1, 2}, List.of("shop", "unknown", "web")));
        assertThat(joined.groups("channel", "web")).isEqualTo(Groups.of(new int[] {0, 1, 1}, List.of("shop", "web")));
        assertThatThrownBy(() -> joined.groups("channel", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label of missing must not be blank, but was ''");
    }

    @Test
    void manyValuesKeepTheirIds() {
        Attributes.Builder builder = Attributes.builder();
        for (int i = 0; i < 1000; i++) {
            builder.number("n", "c" + (i * 7 % 1000), i * 7 % 1000);
        }
        Attributes attributes = builder.build();
        for (int i = 0; i < 1000; i++) {
            assertThat(attributes.number("n", "c" + i)).hasValue(i);
        }
    }

    @Test
    void aBuildIsASnapshot() {
        Attributes.Builder builder = known();
        Attributes before = builder.build();
        Set<String> mine = new HashSet<>(Set.of("a"));
        builder.category("channel", "10", "new").set("products", "10", mine);
        mine.add("b");
        assertThat(before.ids()).doesNotContain("10");
        assertThat(before.category("channel", "10")).isEmpty();
        assertThat(builder.build().category("channel", "10")).contains("new");
        assertThat(builder.build().set("products", "10")).containsExactly("a");
    }

    @Test
    void idsOnOneSideAreRefusedWhenAskedFor() {
        Attributes attributes = known().build();
        assertRefused(
                () -> attributes.join(TABLE, IdPolicy.REJECT, IdPolicy.ALLOW),
                "attributes must be of customers of the table, but 1 ('99') are not;"
                        + " IdPolicy.ALLOW takes them for prospects");
        assertRefused(
                () -> attributes.join(TABLE, IdPolicy.ALLOW, IdPolicy.REJECT),
                "customers of the table must have attributes, but 1 ('10') have none;"
                        + " IdPolicy.ALLOW leaves them empty");
        Attributes.Builder many = Attributes.builder();
        for (String id : List.of("2", "10", "30", "a", "b", "c", "d", "e")) {
            many.number("n", id, 1);
        }
        assertRefused(
                () -> many.build().join(TABLE, IdPolicy.REJECT, IdPolicy.REJECT),
                "attributes must be of customers of the table, but 5 ('a', 'b', 'c', 'd', 'e') are not;"
                        + " IdPolicy.ALLOW takes them for prospects");
        many.number("n", "f", 1);
        assertRefused(
                () -> many.build().join(TABLE, IdPolicy.REJECT, IdPolicy.REJECT),
                "attributes must be of customers of the table, but 6 ('a', 'b', 'c', 'd', 'e', ...) are not;"
                        + " IdPolicy.ALLOW takes them for prospects");
        JoinedAttributes full = many.build().join(TABLE, IdPolicy.ALLOW, IdPolicy.REJECT);
        assertThat(full.missing()).isZero();
        assertThat(full.prospects()).hasSize(6);
    }

    @Test
    void columnsThatAreNotThereAreRefused() {
        Attributes attributes = known().build();
        assertRefused(
                () -> attributes.number("aeg", "2"),
                "column must be one of age, cost, channel, products, but was 'aeg'");
        assertRefused(() -> attributes.number("cost", "2"), "column 'cost' holds money, not numbers");
        assertRefused(() -> attributes.money("age", "2"), "column 'age' holds numbers, not money");
        assertRefused(() -> attributes.category("products", "2"), "column 'products' holds sets, not categories");
        assertRefused(() -> attributes.set("channel", "2"), "column 'channel' holds categories, not sets");
        assertRefused(
                () -> Attributes.builder().build().has("age", "2"),
                "there are no columns, but one named 'age' was asked for");
    }

    @Test
    void badValuesAreRefused() {
        assertRefused(() -> known().number("age", "2", 1), "column 'age' of customer '2' was already set");
        assertRefused(
                () -> known().money("cost", "2", Money.of(7, "USD")), "column 'cost' of customer '2' was already set");
        assertRefused(() -> known().category("channel", "2", "x"), "column 'channel' of customer '2' was already set");
        assertRefused(
                () -> known().set("products", "2", Set.of()), "column 'products' of customer '2' was already set");
        assertRefused(
                () -> known().category("age", "10", "old"),
                "column 'age' holds numbers, but customer '10' was given categories");
        assertRefused(
                () -> known().number("age", "10", Double.NaN),
                "column 'age' of customer '10' must be finite, but was NaN");
        assertRefused(
                () -> known().money("cost", "10", Money.of(1, "EUR")),
                "column 'cost' of customer '10' must be in USD, as the values before it, but was EUR 1.00");
        assertRefused(
                () -> known().category("channel", "10", " "),
                "column 'channel' of customer '10' must not be blank, but was ' '");
        assertRefused(
                () -> known().set("products", "10", Set.of("")),
                "label in column 'products' of customer '10' must not be blank, but was ''");
        assertRefused(() -> known().number("", "10", 1), "column must not be blank, but was ''");
        assertRefused(() -> known().number("age", "", 1), "customer must not be blank, but was ''");
    }

    @Test
    void aRefusedValueLeavesNoTrace() {
        Attributes.Builder builder = Attributes.builder();
        assertRefused(
                () -> builder.number("age", "1", Double.POSITIVE_INFINITY),
                "column 'age' of customer '1' must be finite, but was Infinity");
        assertThat(builder.build().ids()).isEmpty();
        assertThat(builder.build().columns()).isEmpty();
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
