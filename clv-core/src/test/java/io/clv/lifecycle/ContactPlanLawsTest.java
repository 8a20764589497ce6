package io.clv.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.clv.btyd.BgNbd;
import io.clv.ledger.CustomerTable;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import io.clv.task.Parallelism;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every plan, whatever the rules and the base. */
class ContactPlanLawsTest {

    private static final List<String> OCCASIONS = List.of("next visit", "contract end", "birthday", "regular contact");

    record Case(ContactRules rules, long seed, int customers) {

        Garage garage() {
            Random random = new Random(seed);
            Garage garage = Garage.of();
            for (int customer = 0; customer < customers; customer++) {
                LocalDate day = Garage.TODAY.minusDays(random.nextInt(900));
                for (int visit = random.nextInt(12); visit >= 0 && !day.isAfter(Garage.TODAY); visit--) {
                    garage.visit("c" + customer, day);
                    day = day.plusDays(1 + random.nextInt(60));
                }
            }
            return garage;
        }

        ContactPlan plan(Parallelism threads) {
            Garage garage = garage();
            CustomerTable customers = garage.customers();
            return ContactPlan.builder(customers, rules)
                    .visits(VisitForecasts.byModel(
                            BgNbd.of(0.8, 40, 0.6, 2.5), customers, Span.days(365), Ratio.percent(80)))
                    .occasion("contract end", row -> date(customers.id(row), 1))
                    .occasion("birthday", row -> date(customers.id(row), 2))
                    .seasonality(Seasonality.of(garage.days()))
                    .contactable(row -> mayContact(customers.id(row)))
                    .made(made())
                    .parallelism(threads)
                    .build();
        }

        private boolean mayContact(String id) {
            return new Random(seed + id.hashCode()).nextInt(10) > 0;
        }

        private Optional<LocalDate> date(String id, int which) {
            Random random = new Random(seed + 31L * id.hashCode() + which);
            return random.nextBoolean()
                    ? Optional.of(rules.first().plusDays(random.nextInt(500) - 30L))
                    : Optional.empty();
        }

        /** A contact of the first customer, some days before the plan. */
        List<PlannedTouch> made() {
            return List.of(new PlannedTouch(
                    "c0",
                    rules.first().minusDays(seed % 20).atTime(10, 0).atZone(rules.zone()),
                    "newsletter",
                    "newsletter of the month",
                    Optional.empty(),
                    "sent"));
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<ContactRules> rules = Combinators.combine(
                        Arbitraries.integers().between(0, 900),
                        Arbitraries.integers().between(0, 23),
                        Arbitraries.integers().between(1, 23),
                        Arbitraries.integers().between(0, 126),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of("UTC", "Europe/Berlin", "America/New_York", "Asia/Tehran"))
                .as((length, from, hours, weekdays, lead, gap, cap, zone) -> {
                    LocalDate first = Garage.TODAY.plusDays(1);
                    ContactRules.Builder builder = ContactRules.between(first, first.plusDays(length))
                            .in(ZoneId.of(zone))
                            .quietHours(LocalTime.of(from, 0), LocalTime.of((from + hours) % 24, 0))
                            .at(LocalTime.of((from + hours) % 24, 0).plusMinutes((24 - hours) * 30L))
                            .quietDays(Arrays.stream(DayOfWeek.values())
                                    .filter(day -> (weekdays >> day.ordinal() & 1) == 1)
                                    .toArray(DayOfWeek[]::new))
                            .quietDates(Set.of(first.plusDays(3), first.plusDays(100)))
                            .lead(lead, lead / 3)
                            .minimumGap(gap)
                            .leastChance(Ratio.percent(30));
                    if (cap > 0) {
                        builder.cap(
                                cap,
                                List.of(CalendarGrid.months(), CalendarGrid.weeks(DayOfWeek.SUNDAY))
                                        .get(lead % 2));
                    }
                    if (length > 0) {
                        builder.touches(1 + length / 20);
                    }
                    return builder.build();
                });
        return Combinators.combine(
                        rules,
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.integers().between(1, 25))
                .as(Case::new);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void quietTimesAreNeverBroken(@ForAll("cases") Case each) {
        for (PlannedTouch touch : each.plan(Parallelism.sequential()).touches()) {
            LocalDate date = touch.moment().toLocalDate();
            assertThat(touch.moment().getZone()).isEqualTo(each.rules().zone());
            assertThat(each.rules().isQuiet(date)).as("date %s", date).isFalse();
            assertThat(each.rules().isQuiet(touch.moment().toLocalTime())).isFalse();
            assertThat(date).isBetween(each.rules().first(), each.rules().last());
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void capsAndGapsAreNeverBroken(@ForAll("cases") Case each) {
        ContactPlan plan = each.plan(Parallelism.sequential());
        for (int row = 0; row < plan.customers().size(); row++) {
            Map<Integer, Integer> counts = new HashMap<>();
            LocalDate before = null;
            if (plan.customers().id(row).equals("c0")) {
                before = each.made().get(0).moment().toLocalDate();
                count(each, before, counts);
            }
            for (PlannedTouch touch : plan.touches(row)) {
                LocalDate date = touch.moment().toLocalDate();
                if (before != null) {
                    assertThat(date.toEpochDay() - before.toEpochDay())
                            .isGreaterThanOrEqualTo(each.rules().minimumGap());
                }
                before = date;
                count(each, date, counts);
            }
            assertThat(counts.values())
                    .allMatch(count -> count <= each.rules().cap().orElse(Integer.MAX_VALUE));
        }
    }

    private static void count(Case each, LocalDate date, Map<Integer, Integer> counts) {
        each.rules().capPeriods().ifPresent(periods -> counts.merge(periods.indexOf(date), 1, Integer::sum));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void everyTouchHasAReasonAndEveryReasonOneTouch(@ForAll("cases") Case each) {
        ContactPlan plan = each.plan(Parallelism.sequential());
        for (int row = 0; row < plan.customers().size(); row++) {
            Set<String> said = new HashSet<>();
            for (PlannedTouch touch : plan.touches(row)) {
                assertThat(OCCASIONS).contains(touch.reason());
                assertThat(touch.because()).isNotBlank();
                assertThat(said.add(touch.key())).as(touch.key()).isTrue();
                assertThat(touch.due().isEmpty() || said.add(touch.reason())).isTrue();
            }
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void callsKeepToTheLeadUnlessThePlanBeginsTooLate(@ForAll("cases") Case each) {
        ContactRules rules = each.rules();
        for (PlannedTouch touch : each.plan(Parallelism.sequential()).touches()) {
            if (touch.due().isPresent()) {
                long lead = touch.due().get().toEpochDay()
                        - touch.moment().toLocalDate().toEpochDay();
                boolean late = touch.due().get().minusDays(rules.latestLead()).isBefore(rules.first());
                assertThat(lead)
                        .isBetween(late ? -rules.grace() : (long) rules.latestLead(), (long) rules.earliestLead());
            }
        }
    }

    /** Each customer has an entry for each occasion he has, and one for each part that nothing else falls in. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void nothingIsDropped(@ForAll("cases") Case each) {
        ContactPlan plan = each.plan(Parallelism.sequential());
        CustomerTable customers = plan.customers();
        for (int which = 1; which <= 2; which++) {
            String name = OCCASIONS.get(which);
            int reason = which;
            long wanted = IntStream.range(0, customers.size())
                    .filter(row -> each.date(customers.id(row), reason).isPresent())
                    .count();
            assertThat(placedAndNot(plan, name)).isEqualTo(wanted);
        }
        assertThat(placedAndNot(plan, "next visit")).isEqualTo(customers.size());
        Map<String, List<UnplacedTouch>> left =
                plan.unplaced().stream().collect(Collectors.groupingBy(UnplacedTouch::customer));
        for (int row = 0; each.rules().touches() > 0 && row < customers.size(); row++) {
            String id = customers.id(row);
            if (each.mayContact(id)) {
                long parts = left.getOrDefault(id, List.of()).stream()
                        .filter(touch -> touch.reason().equals("regular contact"))
                        .count();
                boolean madeInPlan = id.equals("c0")
                        && !each.made()
                                .get(0)
                                .moment()
                                .toLocalDate()
                                .isBefore(each.rules().first());
                assertThat(plan.touches(row).size() + parts + (madeInPlan ? 1 : 0))
                        .isGreaterThanOrEqualTo(each.rules().touches());
            } else {
                assertThat(plan.touches(row)).isEmpty();
            }
        }
    }

    private static long placedAndNot(ContactPlan plan, String reason) {
        return plan.planned(reason)
                + plan.notPlanned(reason).values().stream()
                        .mapToLong(Integer::longValue)
                        .sum();
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void threadsDoNotMatter(@ForAll("cases") Case each) {
        ContactPlan one = each.plan(Parallelism.sequential());
        ContactPlan three = each.plan(Parallelism.of(3));
        assertThat(three.touches()).isEqualTo(one.touches());
        assertThat(three.unplaced()).isEqualTo(one.unplaced());
    }
}
