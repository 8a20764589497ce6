package io.clv.ledger;

import static io.clv.ledger.Logs.USD;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A table of customers who were summarised elsewhere is the table that this library would have made. */
class GivenCustomersTest {

    private static final LocalDate END = LocalDate.of(2024, 3, 31);

    private static Customer customer(int frequency, double recency, double age, double monetaryValue) {
        return new Customer("c", frequency, recency, age, monetaryValue, Money.parse("USD 50"));
    }

    private static CustomerTable of(Customer... customers) {
        return CustomerTable.of(USD, LedgerOptions.defaults(), END, List.of(customers));
    }

    @Property(tries = 300)
    void theRowsOfATableMakeTheTable(@ForAll long seed) {
        Random random = new Random(seed);
        ChronoUnit[] units = {DAYS, WEEKS, MONTHS, YEARS};
        LedgerOptions options = LedgerOptions.defaults()
                .grid(CalendarGrid.of(units[random.nextInt(4)]))
                .unit(units[random.nextInt(4)])
                .refunds(RefundPolicy.NET);
        Ledger.Builder ledger = Ledger.builder(USD);
        int rows = 1 + random.nextInt(60);
        for (int row = 0; row < rows; row++) {
            long amount =
                    random.nextInt(8) == 0 ? -random.nextInt(2000) : random.nextLong(1L << (3 + random.nextInt(40)));
            ledger.add("c" + random.nextInt(15), END.minusDays(random.nextInt(3000)), Money.ofMinor(amount, USD));
        }
        CustomerTable table = ledger.build().summarize(END, options);
        List<Customer> shuffled = new ArrayList<>(table.rows());
        Collections.shuffle(shuffled, random);
        CustomerTable again = CustomerTable.of(USD, options, END, shuffled);
        assertThat(again.rows()).containsExactlyElementsOf(table.rows());
        for (int row = 0; row < table.size(); row++) {
            assertThat(again.firstPurchase(row)).isEqualTo(table.firstPurchase(row));
            assertThat(again.lastPurchase(row)).isEqualTo(table.lastPurchase(row));
            assertThat(again.indexOf(table.id(row))).isEqualTo(row);
        }
    }

    @Test
    void timesReadFromElsewhereAreTakenToThePeriod() {
        CustomerTable table = of(customer(2, 8.428571429, 12.857142857, 15));
        assertThat(table.recency(0)).isEqualTo(59 / 7.0);
        assertThat(table.age(0)).isEqualTo(90 / 7.0);
        assertThat(table.firstPurchase(0)).isEqualTo("2024-01-01");
        assertThat(table.exclusions().isEmpty()).isTrue();
        assertThat(table.gaps()).isEmpty();
    }

    @Test
    void aRoundedMeanIsTakenToTheMinorUnitOfTheTotal() {
        assertThat(of(customer(3, 6, 12, 12.3333)).monetaryValue(0)).isEqualTo(37.0 / 3);
    }

    @Test
    void nobodyIsATableToo() {
        assertThat(of().size()).isZero();
    }

    private static void assertRefused(String message, Customer... customers) {
        assertThatIllegalArgumentException().isThrownBy(() -> of(customers)).withMessage(message);
    }

    @Test
    void whatNoTableHoldsIsRefused() {
        Customer right = customer(2, 6, 12, 15);
        assertRefused("customers must have an id each, but two have 'c'", right, right);
        assertRefused("customer must not be blank, but was ' '", new Customer(" ", 0, 0, 0, 0, Money.zero(USD)));
        assertRefused("customer 'c': recency must be finite and not negative, but was -1.0", customer(2, -1, 12, 15));
        assertRefused("customer 'c': age must be finite and not negative, but was NaN", customer(2, 6, Double.NaN, 15));
        assertRefused(
                "customer 'c': age in weeks must be a whole number of days, but was 12.05", customer(2, 6, 12.05, 15));
        assertRefused("customer 'c': recency must not be above the age, 12.0, but was 13.0", customer(2, 13, 12, 15));
        String frequency = "customer 'c': frequency must be 0 where the recency is, and else from 1 to the periods up"
                + " to it, ";
        assertRefused(frequency + "7, but was 8", customer(8, 1, 12, 15));
        assertRefused(frequency + "7, but was 0", customer(0, 1, 12, 0));
        assertRefused(frequency + "0, but was 1", customer(1, 0, 12, 15));
        assertRefused(frequency + "42, but was -1", customer(-1, 6, 12, 15));
        assertRefused(
                "customer 'c': age must not reach back beyond the range of dates, but was 4.0E8",
                customer(2, 6, 4e8, 15));
        assertRefused(
                "customer 'c': age must not reach back beyond the range of dates, but was 1.0E300",
                customer(2, 6, 1e300, 15));
        assertRefused(
                "customer 'c': monetary value must be finite, but was Infinity",
                customer(2, 6, 12, Double.POSITIVE_INFINITY));
        assertRefused(
                "customer 'c': monetary value must be 0 without a repeat purchase, but was 15.0",
                customer(0, 0, 12, 15));
        assertRefused(
                "customer 'c': monetary value times frequency must be below 2^53 minor units, but was 1.0E15",
                customer(2, 6, 12, 1e15));
        assertRefused(
                "customer 'c': total must be in USD, but was EUR 5.00",
                new Customer("c", 2, 6, 12, 15, Money.parse("EUR 5")));
    }
}
