package io.clv.lifecycle;

import static io.clv.quantity.Ratio.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.clv.btyd.BgNbd;
import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.IdPolicy;
import io.clv.ledger.JoinedAttributes;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Pace;
import io.clv.quantity.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContactPlanTest {

    private static final CustomerTable CUSTOMERS = Garage.usual().customers();
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private static ContactRules.Builder rules() {
        return ContactRules.between(FIRST, LAST).quietDays(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    private static ContactPlan.Builder plan(ContactRules.Builder rules) {
        return ContactPlan.builder(CUSTOMERS, rules.build());
    }

    /** A date for one customer. */
    private static IntFunction<Optional<LocalDate>> of(String customer, String date) {
        return row -> CUSTOMERS.id(row).equals(customer) ? Optional.of(LocalDate.parse(date)) : Optional.empty();
    }

    private static List<String> dates(ContactPlan plan, String customer) {
        return dates(plan.touches(CUSTOMERS.indexOf(customer)));
    }

    private static List<String> dates(List<PlannedTouch> touches) {
        return touches.stream()
                .map(touch -> touch.moment().toLocalDate() + " " + touch.reason())
                .toList();
    }

    /** 2026-05-01 is a Friday; 14 days before is Friday the 17th of April. */
    @Test
    void aCallGoesOutBeforeTheDate() {
        ContactPlan plan = plan(rules().lead(14, 3))
                .occasion("contract end", of("ann", "2026-05-01"))
                .build();
        assertThat(plan.touches()).singleElement().satisfies(touch -> {
            assertThat(touch.customer()).isEqualTo("ann");
            assertThat(touch.moment()).hasToString("2026-04-17T10:00Z");
            assertThat(touch.due()).contains(LocalDate.of(2026, 5, 1));
            assertThat(touch.key()).isEqualTo("contract end on 2026-05-01");
            assertThat(touch.because()).isEqualTo("contract end on 2026-05-01");
        });
        assertThat(plan.unplaced()).isEmpty();
        assertThat(plan.explain()).isEqualTo("""
                        1 contact of 4 customers
                        2026-01-01 to 2026-12-31 at 10:00 in UTC; quiet on SATURDAY, SUNDAY; 14 to 3 days ahead; 1 day between two
                        contract end: 1 planned, 0 not
                        """);
    }

    @Test
    void quietDaysAreSteppedOver() {
        ContactPlan plan = plan(rules().lead(13, 3).quietDates(Set.of(LocalDate.of(2026, 4, 20))))
                .occasion("contract end", of("ann", "2026-05-01"))
                .build();
        // the 18th and 19th of April are a weekend
        assertThat(dates(plan, "ann")).containsExactly("2026-04-21 contract end");
    }

    @Test
    void theMoreImportantOccasionGoesFirst() {
        ContactPlan.Builder builder = plan(rules().lead(7, 1).minimumGap(30))
                .occasion("contract end", of("ann", "2026-05-08"))
                .occasion("birthday", of("ann", "2026-04-30"));
        ContactPlan plan = builder.build();
        assertThat(dates(plan, "ann")).containsExactly("2026-05-01 contract end");
        assertThat(plan.unplaced()).singleElement().satisfies(left -> {
            assertThat(left.reason()).isEqualTo("birthday");
            assertThat(left.why()).isEqualTo(UnplacedTouch.Why.GAP);
            assertThat(left.because())
                    .isEqualTo("birthday on 2026-04-30: all days for it are too close to another contact");
        });
        assertThat(plan.notPlanned("birthday")).containsExactly(entry(UnplacedTouch.Why.GAP, 1));
    }

    @Test
    void aCapOfAMonthHolds() {
        ContactPlan plan = plan(rules().lead(7, 1).cap(1, CalendarGrid.months()))
                .occasion("contract end", of("ann", "2026-05-29"))
                .occasion("birthday", of("ann", "2026-05-20"))
                .occasion("inspection", of("ann", "2026-06-03"))
                .build();
        // the seven days before the 3rd of June reach into June, whose cap is not reached
        assertThat(dates(plan, "ann")).containsExactly("2026-05-22 contract end", "2026-06-01 inspection");
        assertThat(plan.notPlanned("birthday")).containsExactly(entry(UnplacedTouch.Why.CAP, 1));
    }

    @Test
    void nothingIsDroppedInSilence() {
        ContactPlan plan = plan(rules().lead(14, 3).grace(2))
                .occasion("a", of("ann", "2025-12-29"))
                .occasion("b", of("ann", "2025-12-31"))
                .occasion("c", of("ann", "2027-01-14"))
                .occasion("d", of("ann", "2027-01-15"))
                .occasion("e", of("bob", "2026-06-20"))
                .contactable(row -> row != CUSTOMERS.indexOf("bob"))
                .build();
        assertThat(plan.notPlanned("a")).containsExactly(entry(UnplacedTouch.Why.TOO_LATE, 1));
        assertThat(plan.touches(0).get(0).because())
                .isEqualTo("b on 2025-12-31; late, as the plan begins on 2026-01-01");
        assertThat(dates(plan, "ann")).containsExactly("2026-01-01 b", "2026-12-31 c");
        assertThat(plan.notPlanned("d")).containsExactly(entry(UnplacedTouch.Why.BEYOND, 1));
        assertThat(plan.notPlanned("e")).containsExactly(entry(UnplacedTouch.Why.NOT_CONTACTABLE, 1));
        ContactPlan weekend =
                plan(rules().lead(1, 0)).occasion("f", of("ann", "2026-06-21")).build();
        assertThat(weekend.notPlanned("f")).containsExactly(entry(UnplacedTouch.Why.QUIET, 1));
    }

    @Test
    void callsGoOutBeforeVisits() {
        VisitForecasts visits = VisitForecasts.byUsage(
                CUSTOMERS,
                row -> CUSTOMERS.id(row).equals("bob")
                        ? Optional.of(Usage.of("km")
                                .serviceEvery(15_000)
                                .lastServiceAt(30_000)
                                .read(LocalDate.of(2025, 10, 6), 40_000)
                                .pace(Pace.perDay(25))
                                .build())
                        : Optional.empty(),
                Span.days(365),
                percent(80));
        ContactPlan plan = plan(rules().lead(10, 3)).visits(visits).build();
        assertThat(plan.touches()).singleElement().satisfies(touch -> {
            assertThat(touch.moment()).hasToString("2026-04-14T10:00Z");
            assertThat(touch.reason()).isEqualTo("next visit");
            assertThat(touch.key()).isEqualTo("next visit after 2025-10-06");
            assertThat(touch.because())
                    .isEqualTo("visit expected on 2026-04-24; by usage: 760.92 km a month: service at 45,000 km,"
                            + " 40,000 km read on 2025-10-06, due on 2026-04-24");
        });
        assertThat(plan.notPlanned("next visit")).containsExactly(entry(UnplacedTouch.Why.NO_DATE, 3));
        assertThat(plan.unplaced().get(0).because()).isEqualTo("no date is known: usage is not known");
    }

    @Test
    void unlikelyVisitsAreNotCalledFor() {
        VisitForecasts visits =
                VisitForecasts.byModel(BgNbd.of(0.8, 40, 0.6, 2.5), CUSTOMERS, Span.days(365), percent(80));
        ContactPlan plan = plan(rules().leastChance(percent(50))).visits(visits).build();
        assertThat(plan.notPlanned("next visit")).containsExactly(entry(UnplacedTouch.Why.UNLIKELY, 1));
        assertThat(plan.unplaced().get(0).because())
                .startsWith("visit expected on ")
                .contains(": the visit is too unlikely, a chance of ");
        assertThat(plan.touches(CUSTOMERS.indexOf("ann")).get(0).because())
                .isEqualTo("visit expected on 2026-01-26, 2026-01-04 to 2026-04-06 (80%), with a chance of 87% that"
                        + " it comes by 2026-12-31; by model: 7 visits, the last on 2025-12-11");
    }

    @Test
    void thirtySixTouchesOverThreeYears() {
        ContactPlan plan = ContactPlan.builder(
                        CUSTOMERS,
                        ContactRules.between(FIRST, LocalDate.of(2028, 12, 31))
                                .in(ZoneId.of("Europe/Berlin"))
                                .quietHours(LocalTime.of(19, 0), LocalTime.of(9, 0))
                                .quietDays(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)
                                .cap(2, CalendarGrid.months())
                                .minimumGap(14)
                                .touches(36)
                                .build())
                .occasion("contract end", of("ann", "2026-05-01"))
                .contactable(row -> row != CUSTOMERS.indexOf("cid"))
                .build();
        List<PlannedTouch> ann = plan.touches(CUSTOMERS.indexOf("ann"));
        assertThat(ann).hasSize(36);
        assertThat(ann.stream().filter(touch -> touch.reason().equals("regular contact")))
                .hasSize(35);
        assertThat(ann.get(0).moment()).hasToString("2026-01-15T10:00+01:00[Europe/Berlin]");
        assertThat(ann.get(0).key()).isEqualTo("touch 1 of 36, from 2026-01-01 to 2026-01-30");
        assertThat(ann.get(0).because())
                .isEqualTo("touch 1 of 36, from 2026-01-01 to 2026-01-30, without another contact");
        assertThat(ann.get(3).reason()).isEqualTo("contract end");
        assertThat(plan.planned("regular contact")).isEqualTo(35 + 36 + 36);
        assertThat(plan.notPlanned("regular contact")).containsExactly(entry(UnplacedTouch.Why.NOT_CONTACTABLE, 1));
        assertThat(plan.reasons()).containsExactly("contract end", "regular contact");
        assertThat(plan.touches(LocalDate.of(2026, 1, 15))).hasSize(3);
        assertThat(plan.touches(LocalDate.of(2030, 1, 15))).isEmpty();
        assertThat(plan).hasToString("108 contacts of 4 customers");
    }

    @Test
    void aPartOfQuietDaysHasNoTouch() {
        ContactPlan plan = ContactPlan.builder(
                        CUSTOMERS,
                        ContactRules.between(FIRST, FIRST.plusDays(3))
                                .quietDays(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)
                                .touches(2)
                                .build())
                .contactable(row -> row == 0)
                .build();
        assertThat(dates(plan, "ann")).containsExactly("2026-01-01 regular contact");
        assertThat(plan.unplaced().get(0).because())
                .isEqualTo("touch 2 of 2, from 2026-01-03 to 2026-01-04: all days for it are quiet");
        assertThat(plan.unplaced().get(1).because()).isEqualTo("the customer must not be contacted");
    }

    @Test
    void whatWasSaidIsNotSaidAgain() {
        ContactPlan.Builder first =
                plan(rules().lead(14, 3).touches(12)).occasion("contract end", of("ann", "2026-05-01"));
        List<PlannedTouch> made = first.build().touches().stream()
                .filter(touch -> touch.customer().equals("ann"))
                .toList();
        ContactPlan again = plan(rules().lead(14, 3).touches(12))
                .occasion("contract end", of("ann", "2026-05-01"))
                .made(made)
                .build();
        assertThat(again.touches(CUSTOMERS.indexOf("ann"))).isEmpty();
        assertThat(again.notPlanned("contract end")).containsExactly(entry(UnplacedTouch.Why.DONE, 1));
        ContactPlan moved = plan(rules().lead(14, 3).touches(12))
                .occasion("contract end", of("ann", "2026-06-01"))
                .made(made)
                .build();
        assertThat(moved.planned("contract end")).isEqualTo(1);
    }

    @Test
    void forAVisitACallIsMadeOnceUntilItIsPaid() {
        VisitForecasts visits =
                VisitForecasts.byModel(BgNbd.of(0.8, 40, 0.6, 2.5), CUSTOMERS, Span.days(365), percent(80));
        PlannedTouch before = touch("ann", "2025-12-01", "next visit after 2025-11-11");
        PlannedTouch since = touch("bob", "2025-12-01", "next visit after 2025-10-06");
        ContactPlan plan =
                plan(rules()).visits(visits).made(List.of(before, since)).build();
        assertThat(plan.touches(CUSTOMERS.indexOf("ann"))).hasSize(1);
        assertThat(plan.touches(CUSTOMERS.indexOf("bob"))).isEmpty();
        assertThat(plan.notPlanned("next visit")).containsExactly(entry(UnplacedTouch.Why.DONE, 1));
    }

    private static PlannedTouch touch(String customer, String date, String key) {
        return new PlannedTouch(
                customer,
                LocalDate.parse(date).atTime(10, 0).atZone(ZoneId.of("UTC")),
                "next visit",
                key,
                Optional.of(LocalDate.parse(date).plusDays(7)),
                "visit expected");
    }

    @Test
    void theBestDayIsTheOneOnWhichCustomersCome() {
        Garage fridays = Garage.of();
        IntStream.range(0, 40)
                .forEach(customer -> IntStream.range(0, 12)
                        .forEach(visit -> fridays.visit(
                                "c" + customer, LocalDate.of(2025, 1, 3).plusDays(28L * visit))));
        CustomerTable customers = fridays.customers();
        ContactPlan plan = ContactPlan.builder(
                        customers,
                        ContactRules.between(FIRST, LAST)
                                .lead(14, 8)
                                .touches(12)
                                .build())
                .occasion("contract end", row -> Optional.of(LocalDate.of(2026, 5, 6)))
                .seasonality(Seasonality.of(fridays.days()))
                .build();
        assertThat(plan.touches())
                .hasSize(12 * 40)
                .allMatch(touch -> touch.moment().getDayOfWeek() == DayOfWeek.FRIDAY);
        // of the Fridays in the lead, the 24th of April, no other is left
        assertThat(dates(plan.touches(0))).contains("2026-04-24 contract end");
        assertThat(plan.touches(0))
                .filteredOn(touch -> touch.due().isPresent())
                .singleElement()
                .extracting(PlannedTouch::because)
                .isEqualTo("contract end on 2026-05-06; a day with 7.08 times an average day's visits");
    }

    @Test
    void contradictionsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(rules()).build())
                .withMessage("a plan still needs: visits, an occasion, or a number of touches in the rules");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(rules())
                        .occasion("birthday", of("ann", "2026-05-01"))
                        .occasion(" birthday ", of("bob", "2026-05-01")))
                .withMessage("occasion 'birthday' was already given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(rules()).occasion("regular contact", of("bob", "2026-05-01")))
                .withMessage("occasion must not be called 'regular contact', as contacts without an occasion are");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(rules()).occasion("", of("bob", "2026-05-01")))
                .withMessage("occasion must have a name, but it was blank");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> plan(rules()).made(List.of(touch("eve", "2025-12-01", "next visit after 2025-11-11"))))
                .withMessage("contacts made must be of customers of the table, but 'eve' is not one of them");
        ContactPlan plan =
                plan(rules()).occasion("birthday", of("ann", "2026-05-01")).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.planned("birthdays"))
                .withMessage("the plan has no reason 'birthdays'; it has birthday");
        assertThat(plan.visits()).isEmpty();
        assertThat(plan.notPlanned("birthday")).isEqualTo(Map.of());
        CustomerTable others = Garage.of().visits("eve", "2025-01-01").customers();
        VisitForecasts visits =
                VisitForecasts.byModel(BgNbd.of(0.8, 40, 0.6, 2.5), others, Span.days(365), percent(80));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(rules()).visits(visits))
                .withMessage("visits must be of the customers of the plan, 4 customers with 12 repeat purchases,"
                        + " observed through 2025-12-31, time in days, but were of 1 customers with 0 repeat"
                        + " purchases, observed through 2025-12-31, time in days");
    }

    @Test
    void whatReturnsEveryYearIsAReasonEveryYear() {
        JoinedAttributes born = Attributes.builder()
                .date("born", "ann", LocalDate.of(1980, 5, 1))
                .date("born", "bob", LocalDate.of(1990, 2, 28))
                .build()
                .join(CUSTOMERS, IdPolicy.ALLOW, IdPolicy.ALLOW);
        Milestones birthdays =
                Milestones.builder(born).yearly("birthday", "born").between(FIRST, LocalDate.of(2028, 12, 31));
        ContactPlan plan = ContactPlan.builder(
                        CUSTOMERS,
                        ContactRules.between(FIRST, LocalDate.of(2028, 6, 30))
                                .lead(7, 1)
                                .build())
                .milestones(birthdays)
                .build();
        assertThat(dates(plan, "ann"))
                .containsExactly("2026-04-24 birthday", "2027-04-24 birthday", "2028-04-24 birthday");
        assertThat(plan.touches(0)).extracting(PlannedTouch::key).contains("birthday on 2027-05-01");
        assertThat(plan.reasons()).containsExactly("birthday");
        assertThat(plan.planned("birthday")).isEqualTo(6);
        assertThat(plan.notPlanned("birthday")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(rules())
                        .occasion("birthday", of("ann", "2026-05-01"))
                        .milestones(birthdays))
                .withMessage("occasion 'birthday' was already given");
    }

    @Test
    void aContactSaysWhatItIsAbout() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> touch("ann", "2025-12-01", " "))
                .withMessage("key of a contact must say what it is about, but it was blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlannedTouch(
                        "ann", FIRST.atStartOfDay(ZoneId.of("UTC")), "", "visit", Optional.empty(), "expected"))
                .withMessage("reason of a contact must have a name, but it was blank");
    }
}
