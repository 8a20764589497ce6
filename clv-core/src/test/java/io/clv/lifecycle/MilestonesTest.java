package io.clv.lifecycle;

import static io.clv.ledger.IdPolicy.ALLOW;
import static io.clv.lifecycle.TriggerFigures.refused;
import static io.clv.lifecycle.TriggerFigures.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.JoinedAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MilestonesTest {

    private static final CustomerTable CUSTOMERS =
            table("Ann", "2020-02-29", "10", "Bob", "2025-11-15", "10", "Cay", "2024-01-10", "10");

    private static final JoinedAttributes DATES = Attributes.builder()
            .date("born", "Ann", LocalDate.of(1984, 2, 29))
            .date("born", "Bob", LocalDate.of(1990, 3, 1))
            .date("contract", "Bob", LocalDate.of(2026, 2, 28))
            .date("contract", "Cay", LocalDate.of(2027, 1, 1))
            .category("city", "Ann", "Rome")
            .build()
            .join(CUSTOMERS, ALLOW, ALLOW);

    private static Milestones.Builder all() {
        return Milestones.builder(DATES)
                .yearly("birthday", "born")
                .once("contract end", "contract")
                .yearlySinceFirstPurchase("customer");
    }

    @Test
    void theDaysOfAWindowInTheirOrder() {
        Milestones found = all().between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 1));
        assertThat(found.list())
                .containsExactly(
                        new Milestone("Cay", "customer", LocalDate.of(2026, 1, 10), 2),
                        new Milestone("Ann", "birthday", LocalDate.of(2026, 2, 28), 42),
                        new Milestone("Ann", "customer", LocalDate.of(2026, 2, 28), 6),
                        new Milestone("Bob", "contract end", LocalDate.of(2026, 2, 28), 0),
                        new Milestone("Bob", "birthday", LocalDate.of(2026, 3, 1), 36));
        assertThat(found.size()).isEqualTo(5);
        assertThat(found.row(0)).isEqualTo(2);
        assertThat(found.count("birthday")).isEqualTo(2);
        assertThat(found.withoutDate("birthday")).isOne();
        assertThat(found.list().get(1).reason()).isEqualTo("birthday, 42 years");
        assertThat(found.list().get(3).reason()).isEqualTo("contract end");
        assertThat(found).hasToString("5 milestones of 3 customers from 2026-01-01 through 2026-03-01");
        assertThat(found.explain()).isEqualTo("""
                5 milestones of 3 customers from 2026-01-01 through 2026-03-01
                birthday: 2, every year; 1 customer has no date
                contract end: 1, once; 1 customer has no date
                customer: 2, every year
                29 February returns on 28 February in years without one
                """);
    }

    @Test
    void aLeapDayReturnsAsAsked() {
        Milestones.Builder march = all().leapDay(Milestones.LeapDay.MARCH_1);
        assertThat(march.between(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 1))
                        .list())
                .extracting(Milestone::reason)
                .containsExactly("birthday, 42 years", "customer, 6 years", "birthday, 36 years");
        Milestones leapYear = march.between(LocalDate.of(2028, 2, 28), LocalDate.of(2028, 2, 29));
        assertThat(leapYear.list())
                .extracting(Milestone::date)
                .containsExactly(LocalDate.of(2028, 2, 29), LocalDate.of(2028, 2, 29));
        assertThat(leapYear.explain()).endsWith("29 February returns on 1 March in years without one\n");
    }

    @Test
    void theDayItselfIsNoReturn() {
        Milestones found = Milestones.builder(DATES)
                .yearlySinceFirstPurchase("customer")
                .between(LocalDate.of(2025, 11, 1), LocalDate.of(2027, 12, 31));
        assertThat(found.list())
                .filteredOn(each -> each.customer().equals("Bob"))
                .extracting(Milestone::reason)
                .containsExactly("customer, 1 year", "customer, 2 years");
    }

    @Test
    void whatCannotBeIsRefused() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        refused(() -> Milestones.builder(DATES).between(day, day), "milestones still need: an occasion");
        refused(
                () -> Milestones.builder(DATES).yearly("birthday", "birth"),
                "column must be one of born, contract, city, but was 'birth'");
        assertThatThrownBy(() -> Milestones.builder(DATES).yearly("birthday", "city"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("categories");
        refused(() -> all().once("birthday", "born"), "occasion 'birthday' was already given");
        refused(() -> all().once(" ", "born"), "name of an occasion must not be blank");
        refused(
                () -> all().between(day, day.minusDays(1)),
                "end of the window must not be before its start, 2026-01-01, but was 2025-12-31");
        refused(
                () -> all().between(day, day.plusYears(10)),
                "window must be shorter than 10 years, but was from 2026-01-01 through 2036-01-01");
        refused(
                () -> all().leapDay(Milestones.LeapDay.MARCH_1).leapDay(Milestones.LeapDay.MARCH_1),
                "leap day was already set");
        refused(
                () -> all().between(day, day).count("wedding"),
                "occasion must be one of birthday, contract end, customer, but was 'wedding'");
    }

    /** Day by day: is it the day and month of the date, or the last of February for the day that is not there? */
    @Property
    void everyDayThatIsOneIsFoundAndNoOther(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = -9000, max = 20500) Integer> born,
            @ForAll @IntRange(min = 18000, max = 20000) int from,
            @ForAll @IntRange(max = 1600) int length) {
        List<String> cells = new ArrayList<>();
        Attributes.Builder attributes = Attributes.builder();
        for (int i = 0; i < born.size(); i++) {
            cells.addAll(List.of("c" + i, "2020-01-01", "1"));
            attributes.date("born", "c" + i, LocalDate.ofEpochDay(born.get(i)));
        }
        LocalDate start = LocalDate.ofEpochDay(from);
        LocalDate end = start.plusDays(length);
        List<Milestone> expected = new ArrayList<>();
        for (LocalDate day = start; !day.isAfter(end); day = day.plusDays(1)) {
            for (int i = 0; i < born.size(); i++) {
                LocalDate date = LocalDate.ofEpochDay(born.get(i));
                int years = day.getYear() - date.getYear();
                if (years > 0 && date.plusYears(years).equals(day)) {
                    expected.add(new Milestone("c" + i, "birthday", day, years));
                }
            }
        }
        Milestones found = Milestones.builder(
                        attributes.build().join(table(cells.toArray(String[]::new)), ALLOW, ALLOW))
                .yearly("birthday", "born")
                .between(start, end);
        assertThat(found.list()).isEqualTo(expected);
    }
}
