package io.clv.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clv.btyd.BgNbd;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.Simulation;
import io.clv.ledger.Groups;
import io.clv.ledger.Ledger;
import io.clv.ledger.PeriodTable;
import io.clv.ledger.RefundPolicy;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two Marches of five customers, small enough for every figure to be worked out by hand. */
class PeriodComparisonTest {

    private static final LocalDate END = LocalDate.parse("2025-06-30");

    private static final Ledger LOG = CohortLogs.of(
            "ann 2023-12-24 5.00",
            "ann 2024-03-01 10.00",
            "ann 2024-03-01 2.00",
            "ann 2025-03-31 20.00",
            "bob 2024-03-10 30.00",
            "bob 2024-03-12 10.00",
            "bob 2024-04-01 1.00",
            "cid 2024-03-31 8.00",
            "cid 2025-02-28 4.00",
            "cid 2025-03-02 12.00",
            "dora 2025-03-05 25.00",
            "dora 2025-03-06 15.00",
            "dora 2025-03-25 15.00",
            "eve 2025-03-31 13.00");

    private static PeriodTable days() {
        return LOG.periods(END, CalendarGrid.days(), RefundPolicy.REJECT);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static PeriodComparison.Builder marches() {
        return PeriodComparison.builder(days())
                .before(day("2024-03-01"), day("2024-03-31"))
                .after(day("2025-03-01"), day("2025-03-31"));
    }

    @Test
    void countsBothPeriods() {
        PeriodComparison comparison = marches().regular(3, Span.days(21)).compare();

        assertThat(comparison.before())
                .isEqualTo(new PeriodFigures(
                        day("2024-03-01"),
                        day("2024-03-31"),
                        Money.parse("USD 60.00"),
                        4,
                        3,
                        2,
                        2,
                        0,
                        Optional.empty(),
                        Optional.empty()));
        PeriodFigures after = comparison.after();
        assertThat(after.sales()).isEqualTo(Money.parse("USD 100.00"));
        assertThat(after.purchases()).isEqualTo(6);
        assertThat(after.activeCustomers()).isEqualTo(4);
        assertThat(after.newCustomers()).as("Dora and Eve").isEqualTo(2);
        assertThat(after.regulars()).as("Dora: 3 days within 21 of the first").isEqualTo(1);
        assertThat(after.regularShare()).hasValue(0.5);
        assertThat(after.days()).isEqualTo(31);
        assertThat(after.salesPerPurchase().orElseThrow()).isCloseTo(100 / 6.0, within(1e-13));
        assertThat(after).hasToString("2025-03-01 to 2025-03-31");
        assertThat(comparison.lengthRatio()).isEqualTo(1);
    }

    /** Differences by customer: +8, -40, +4, +55, +13, which sum to 40 and whose squares sum to 4874. */
    @Test
    void testsTheChangeOfSales() {
        Change sales = marches().compare().change(PeriodMeasure.SALES).orElseThrow();

        double z = 1.959963984540054;
        assertThat(sales.before()).isEqualTo(60);
        assertThat(sales.after()).isEqualTo(100);
        assertThat(sales.difference().low()).isCloseTo(40 - z * Math.sqrt(4874), within(1e-9));
        assertThat(sales.difference().high()).isCloseTo(40 + z * Math.sqrt(4874), within(1e-9));
        assertThat(sales.relative().orElseThrow()).isCloseTo(2 / 3.0, within(1e-14));
        // ln(100 / 60) has the variance of y / 100 - x / 60 summed in squares over customers.
        double error =
                Math.sqrt(sq(20 / 100.0 - 12 / 60.0) + sq(40 / 60.0) + sq(12 / 100.0 - 8 / 60.0) + sq(.55) + sq(.13));
        assertThat(sales.relativeInterval().orElseThrow().low())
                .isCloseTo(100 / 60.0 * Math.exp(-z * error) - 1, within(1e-12));
        // Of the 32 assignments of signs 18 have a sum of 40 or more in size.
        assertThat(sales.pValue()).isEqualTo(18 / 32.0).isEqualTo(plainP(new double[] {8, -40, 4, 55, 13}));
        assertThat(sales.isMoreThanNoise()).isFalse();
    }

    private static double sq(double value) {
        return value * value;
    }

    private static double plainP(double[] d) {
        double observed =
                Math.abs(IntStream.range(0, d.length).mapToDouble(i -> d[i]).sum());
        return IntStream.range(0, 1 << d.length)
                        .filter(signs -> Math.abs(IntStream.range(0, d.length)
                                        .mapToDouble(i -> (signs >> i & 1) == 0 ? d[i] : -d[i])
                                        .sum())
                                >= observed)
                        .count()
                / (double) (1 << d.length);
    }

    @Test
    void testsTheOtherMeasures() {
        PeriodComparison comparison = marches().regular(3, Span.days(21)).compare();

        assertThat(comparison.changes()).extracting(Change::measure).containsExactly(PeriodMeasure.values());
        // Purchases by customer: Ann 1 -> 1, Bob 2 -> 0, Cid 1 -> 1, Dora 0 -> 3, Eve 0 -> 1.
        Change purchases = comparison.change(PeriodMeasure.PURCHASES).orElseThrow();
        assertThat(purchases.relative()).isEqualTo(OptionalDouble.of(Math.expm1(Math.log(1.5))));
        assertThat(purchases.pValue()).isEqualTo(plainP(new double[] {-2, 3, 1}));
        Change newcomers = comparison.change(PeriodMeasure.NEW_CUSTOMERS).orElseThrow();
        assertThat(newcomers.relative()).hasValue(0);
        assertThat(newcomers.pValue()).isEqualTo(1);
        Change regulars = comparison.change(PeriodMeasure.REGULARS).orElseThrow();
        assertThat(regulars.after()).isEqualTo(0.5);
        assertThat(marches().compare().change(PeriodMeasure.REGULARS)).isEmpty();
        assertThat(comparison.effects()).isEmpty();
        assertThat(comparison.effect(PeriodMeasure.SALES)).isEmpty();
    }

    @Test
    void costsAreGiven() {
        PeriodComparison comparison = marches()
                .acquisitionCost(Money.parse("USD 50"), Money.parse("USD 80"))
                .serviceCost(MoneyRate.parse("USD 10 per day"), MoneyRate.parse("USD 7 per week"))
                .compare();

        assertThat(comparison.before().acquisitionCostPerNewCustomer()).hasValue(25);
        assertThat(comparison.after().acquisitionCostPerNewCustomer()).hasValue(40);
        assertThat(comparison.before().serviceCost()).contains(Money.parse("USD 310.00"));
        assertThat(comparison.after().serviceCost()).contains(Money.parse("USD 31.00"));
        assertThat(comparison.after().serviceCostPerActiveCustomer()).hasValue(31 / 4.0);
        assertThat(comparison.before().serviceCostPerPurchase()).hasValue(77.5);
        assertThat(comparison.explain())
                .contains("cost of acquisition USD 50.00 -> USD 80.00, as given\n"
                        + "  for a new customer USD 25.00 -> USD 40.00: +60.0%\n"
                        + "cost of service USD 310.00 -> USD 31.00, as given\n"
                        + "  for an active customer USD 103.33 -> USD 7.75: -92.5%\n"
                        + "  for a purchase USD 77.50 -> USD 5.17: -93.3%\n");
        assertThat(marches()
                        .serviceCost(Money.parse("USD 3"), Money.parse("USD 4"))
                        .compare()
                        .after()
                        .serviceCost())
                .contains(Money.parse("USD 4.00"));
    }

    @Test
    void withoutAControlGroupItIsAnAssociation() {
        assertThat(marches().regular(3, Span.days(21)).compare().explain())
                .isEqualTo("2025-03-01 to 2025-03-31 against 2024-03-01 to 2024-03-31, observed through 2025-06-30\n"
                        + "sales USD 60.00 -> USD 100.00: +66.7% (95%: -70.0% to +824.4%), no more than noise (p 0.5625)\n"
                        + "purchases 4 -> 6: +50.0% (95%: -64.5% to +534.7%), no more than noise (p 0.7500)\n"
                        + "active customers 3 -> 4: +33.3% (95%: -50.0% to +255.3%), no more than noise (p 1.0000)\n"
                        + "new customers 2 -> 2: 0.0% (95%: -85.9% to +609.9%), no more than noise (p 1.0000)\n"
                        + "regulars 0.0% -> 50.0%: +50.0 points (95%: -27.3 to +90.5), no more than noise (p 1.0000)\n"
                        + "a regular made at least 3 purchases within 21 days of the first, that one included; judged are"
                        + " 2 of 2 newcomers of the first period and 2 of 2 newcomers of the second, who were observed that"
                        + " long\n"
                        + "noise is customers acting each by himself; p, the chance of so large a change from noise alone, is"
                        + " found by swapping the two periods of each customer at random (all 32 assignments for sales); of"
                        + " regulars by Fisher's exact test\n"
                        + "each p is of its line alone: where nothing changes, one line of 20 has a p below 0.05\n"
                        + "a new customer has no earlier purchase in the log, which begins on 2023-12-24, 68 days before the"
                        + " first period and 433 days before the second: who bought before that is taken for new\n"
                        + "this is an association: whatever else differs between the periods is in it too, and only a"
                        + " control group could tell it apart\n");
    }

    /** The treated: Ann and Dora, 12 -> 75; the control: Bob and Cid, 48 -> 12. */
    @Test
    void aControlGroupTellsTheEffect() {
        Groups groups = Groups.ofLabels(List.of("letter", "none", "none", "letter", "other"));

        PeriodComparison comparison =
                marches().control(groups, "letter", "none").compare();

        Effect sales = comparison.effect(PeriodMeasure.SALES).orElseThrow();
        assertThat(sales.treatedBefore()).isEqualTo(12);
        assertThat(sales.treatedAfter()).isEqualTo(75);
        assertThat(sales.controlBefore()).isEqualTo(48);
        assertThat(sales.controlAfter()).isEqualTo(12);
        // (75 / 12) / (12 / 48) - 1, and 75 - 12 x 12 / 48.
        assertThat(sales.relative()).isCloseTo(24, within(1e-12));
        assertThat(sales.amount()).isCloseTo(72, within(1e-12));
        double error = Math.sqrt(sq(20 / 75.0 - 1) + sq(55 / 75.0) + sq(40 / 48.0) + sq(1 - 8 / 48.0));
        assertThat(sales.interval().low()).isCloseTo(25 * Math.exp(-1.959963984540054 * error) - 1, within(1e-11));
        assertThat(sales.isMoreThanNoise()).isEqualTo(sales.pValue() < 0.05);
        assertThat(comparison.effects())
                .extracting(Effect::measure)
                .as("none of the control is new in 2025")
                .containsExactly(PeriodMeasure.SALES, PeriodMeasure.PURCHASES, PeriodMeasure.ACTIVE_CUSTOMERS);
        assertThat(comparison.explain())
                .contains("caused holds if without the change 'letter' would have gone by the same factor as 'none' and"
                        + " nothing else befell only one of them, which the log cannot show\n")
                .doesNotContain("association");
    }

    @Test
    void periodsMustBeOfOneSeason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PeriodComparison.builder(days())
                        .before(day("2024-03-01"), day("2024-03-31"))
                        .after(day("2025-04-01"), day("2025-04-30"))
                        .compare())
                .withMessage("period after must be of the same season as that before, 2024-03-01 to 2024-03-31, as"
                        + " 2025-03-01 to 2025-03-31 is, but was 2025-04-01 to 2025-04-30; anySeason() compares them all"
                        + " the same");
        PeriodComparison told = PeriodComparison.builder(days())
                .before(day("2024-03-01"), day("2024-03-31"))
                .after(day("2025-02-01"), day("2025-04-30"))
                .anySeason()
                .compare();
        // 89 days beside 31: 60 x 89 / 31, and no number of active customers.
        assertThat(told.change(PeriodMeasure.SALES).orElseThrow().before()).isCloseTo(60 * 89 / 31.0, within(1e-12));
        assertThat(told.change(PeriodMeasure.ACTIVE_CUSTOMERS)).isEmpty();
        assertThat(told.before().sales()).isEqualTo(Money.parse("USD 60.00"));
        assertThat(told.explain())
                .startsWith("2025-02-01 to 2025-04-30 against 2024-03-01 to 2024-03-31, observed through 2025-06-30:"
                        + " figures of the first are multiplied by 2.871, the ratio of their lengths\n");
    }

    @Test
    void aLeapDayIsOfTheSeason() {
        PeriodComparison february = PeriodComparison.builder(days())
                .before(day("2024-02-01"), day("2024-02-29"))
                .after(day("2025-02-01"), day("2025-02-28"))
                .compare();

        assertThat(february.lengthRatio()).isEqualTo(1);
        assertThat(february.change(PeriodMeasure.SALES).orElseThrow().relative())
                .isEmpty();
        assertThat(february.explain())
                .contains(
                        "sales USD 0.00 -> USD 4.00: USD 4.00 (95%: USD -3.84 to USD 11.84), no more than noise (p 1.0000)\n");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> PeriodComparison.builder(LOG.periods(END, CalendarGrid.months(), RefundPolicy.REJECT)))
                .withMessage("periods of the table must be days, but were months in UTC");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PeriodComparison.builder(days()).compare())
                .withMessage("the comparison still needs: the period before, the period after");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PeriodComparison.builder(days()).before(day("2024-03-02"), day("2024-03-01")))
                .withMessage("period before must not begin after it ends, on 2024-03-01, but begins on 2024-03-02");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> marches().before(day("2024-03-01"), day("2024-03-02")))
                .withMessage("period before was already set to 2024-03-01 to 2024-03-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PeriodComparison.builder(days())
                        .before(day("2024-03-01"), day("2024-03-31"))
                        .after(day("2024-03-31"), day("2024-04-30"))
                        .compare())
                .withMessage(
                        "period after must begin after that before has ended, on 2024-03-31, but begins on 2024-03-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PeriodComparison.builder(days())
                        .before(day("2024-07-01"), day("2024-07-31"))
                        .after(day("2025-07-01"), day("2025-07-31"))
                        .compare())
                .withMessage("period after must be observed to its end, 2025-07-31, but the log is observed through"
                        + " 2025-06-30");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PeriodComparison.builder(days())
                        .before(day("2022-03-01"), day("2022-03-31"))
                        .after(day("2025-03-01"), day("2025-03-31"))
                        .compare())
                .withMessage("period before must not end before the log begins, on 2023-12-24, but ends on 2022-03-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> marches().regular(1, Span.days(3)))
                .withMessage("purchases of a regular must be at least 2, the first included, but were 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> marches().regular(2, Span.days(0.5)))
                .withMessage("span of a regular must be at least a day, but was 0.5 days");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> marches().acquisitionCost(Money.parse("USD -1"), Money.parse("USD 1")))
                .withMessage("acquisition cost must not be negative, but was USD -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> marches().serviceCost(Money.parse("EUR 1"), Money.parse("EUR 1")))
                .withMessage("service cost must be in USD, the log's currency, but was EUR 1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> marches()
                        .serviceCost(Money.parse("USD 1"), Money.parse("USD 1"))
                        .serviceCost(MoneyRate.parse("USD 1 per day"), MoneyRate.parse("USD 1 per day")))
                .withMessage("service cost was already set to USD 1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> marches().level(Ratio.percent(100)))
                .withMessage("level must be above 0% and below 100%, but was 100%");
    }

    @Test
    void refusesControlGroupsThatCannotBe() {
        Groups groups = Groups.ofLabels(List.of("letter", "none", "none", "letter", "other"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> marches().control(Groups.ofLabels(List.of("x")), "x", "y"))
                .withMessage("groups must be one for each of the 5 customers of the table, but were 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> marches().control(groups, "letter", "nobody"))
                .withMessage("control group must be one of letter, none, other, but was 'nobody'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> marches().control(groups, "letter", "letter"))
                .withMessage("control group must differ from the treated group, but both were 'letter'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> marches().control(groups, "letter", "none").control(groups, "letter", "none"))
                .withMessage("control was already set to none");
    }

    /**
     * Customers who come evenly over three years buy as much in the second year as in the third, but for chance and for
     * those who are still there from before: where nothing changed a p below 5% is to come about one time in twenty.
     */
    @Test
    void chanceSeldomLooksLikeAChange() {
        int small = 0;
        int inside = 0;
        for (int seed = 1; seed <= 100; seed++) {
            PeriodTable days = Simulation.builder(BgNbd.of(0.5, 3, 3, 2), ChronoUnit.WEEKS, CohortLogs.USD)
                    .spend(GammaGamma.of(6.25, 3.74, 15.44))
                    .customers(400)
                    .seed(seed)
                    .from(day("2020-01-01"))
                    .comingOver(Span.of(1826, ChronoUnit.DAYS))
                    .observedThrough(day("2024-12-31"))
                    .build()
                    .ledger()
                    .periods(day("2024-12-31"), CalendarGrid.days(), RefundPolicy.REJECT);
            Change purchases = PeriodComparison.builder(days)
                    .before(day("2023-01-01"), day("2023-12-31"))
                    .after(day("2024-01-01"), day("2024-12-31"))
                    .compare()
                    .change(PeriodMeasure.PURCHASES)
                    .orElseThrow();
            small += purchases.isMoreThanNoise() ? 1 : 0;
            inside += purchases.relativeInterval().orElseThrow().contains(0) ? 1 : 0;
        }
        // Binomial(100, 5%) is above 11 or the interval's 95% below 88 less than one time in 200.
        assertThat(small).isBetween(0, 11);
        assertThat(inside).isBetween(88, 100);
    }

    /** Of the control's purchases, and of all before 2024, three in ten are left out: the effect is 1 / 0.7 - 1. */
    @Test
    void theIntervalOfAnEffectHoldsIt() {
        int inside = 0;
        for (int seed = 1; seed <= 60; seed++) {
            SplittableRandom moods = new SplittableRandom(seed);
            Ledger.Builder log = Ledger.builder(CohortLogs.USD);
            for (String group : List.of("t", "c")) {
                Simulation.builder(BgNbd.of(0.6, 3, 0.8, 4), ChronoUnit.WEEKS, CohortLogs.USD)
                        .customers(500)
                        .seed(1000 * seed + group.charAt(0))
                        .from(day("2022-06-01"))
                        .comingOver(Span.weeks(110))
                        .observedThrough(day("2024-12-31"))
                        .build()
                        .transactions()
                        .forEach(row -> {
                            boolean kept = moods.nextInt(10) >= 3;
                            if (kept || (group.equals("t") && row.date().getYear() == 2024)) {
                                log.add(group + row.customer(), row.date(), row.amount());
                            }
                        });
            }
            PeriodTable days = log.build().periods(day("2024-12-31"), CalendarGrid.days(), RefundPolicy.REJECT);
            Groups groups = Groups.ofLabels(IntStream.range(0, days.customers())
                    .mapToObj(customer -> days.id(customer).substring(0, 1))
                    .toList());
            Effect purchases = PeriodComparison.builder(days)
                    .before(day("2023-03-01"), day("2023-08-31"))
                    .after(day("2024-03-01"), day("2024-08-31"))
                    .control(groups, "t", "c")
                    .compare()
                    .effect(PeriodMeasure.PURCHASES)
                    .orElseThrow();
            inside += purchases.interval().contains(1 / 0.7 - 1) ? 1 : 0;
        }
        // Of 60 intervals of 95% fewer than 52 hold less than one time in 100.
        assertThat(inside).isBetween(52, 60);
    }

    /** CDNOW from April to June of both years: its customers had come shortly before the first, and have worn away. */
    @Test
    void cdnow() {
        PeriodComparison comparison = PeriodComparison.builder(
                        CohortLogs.cdnow().periods(day("1998-06-30"), CalendarGrid.days(), RefundPolicy.REJECT))
                .before(day("1997-04-01"), day("1997-06-30"))
                .after(day("1998-04-01"), day("1998-06-30"))
                .compare();

        Change sales = comparison.change(PeriodMeasure.SALES).orElseThrow();
        assertThat(comparison.before().newCustomers()).isZero();
        assertThat(sales.relative().orElseThrow()).isLessThan(-0.3);
        assertThat(sales.isMoreThanNoise()).isTrue();
        assertThat(sales.pValue()).isLessThanOrEqualTo(1e-3);
        assertThat(comparison
                        .change(PeriodMeasure.ACTIVE_CUSTOMERS)
                        .orElseThrow()
                        .relativeInterval()
                        .orElseThrow()
                        .high())
                .isLessThan(0);
    }
}
