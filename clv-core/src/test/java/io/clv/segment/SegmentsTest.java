package io.clv.segment;

import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.Ledger;
import io.clv.ltv.ChurnRule;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.CustomerValues.Column;
import io.clv.ltv.Input;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SegmentsTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    /** Of four who came on 1 January, a and b came back on 1 December; through 31 December. */
    private static final CustomerTable FOUR = four();

    private static final Groups GROUPS = Groups.of(new int[] {0, 1, 1, 0}, List.of("low", "high", "none"));

    private static CustomerTable four() {
        Ledger.Builder log = Ledger.builder(Money.currency("USD"));
        log.add("a", START, Money.of(10, "USD")).add("a", LocalDate.of(2025, 12, 1), Money.of(10, "USD"));
        log.add("b", START, Money.of(30, "USD")).add("b", LocalDate.of(2025, 12, 1), Money.of(30, "USD"));
        log.add("c", START, Money.of(20, "USD")).add("d", START, Money.of(100, "USD"));
        return log.build().summarize(Base.END);
    }

    private static CustomerValues values(double... amounts) {
        return CustomerValues.builder("test", FOUR).amounts(amounts).build();
    }

    private static final CustomerBase BASE = CustomerBase.of(FOUR).churn(ChurnRule.inactiveFor(days(100)));

    @Test
    void sizeAndValue() {
        Segments segments = Segments.of(GROUPS, values(1, 6, 2, 1), BASE);

        Segment low = segments.rows().get(0);
        assertThat(low.label()).isEqualTo("low");
        assertThat(low.customers()).isEqualTo(2);
        assertThat(low.shareOfCustomers()).isEqualTo(percent(50));
        assertThat(low.value()).isEqualTo(Money.parse("USD 2.00"));
        assertThat(low.meanValue()).contains(Money.parse("USD 1.00"));
        assertThat(low.shareOfValue()).contains(percent(20));
        assertThat(low.revenueToDate()).isEqualTo(Money.parse("USD 120.00"));
        assertThat(low.margin()).isEmpty();
        assertThat(low.gone()).isEmpty();
        assertThat(segments.all().value()).isEqualTo(Money.parse("USD 10.00"));
        assertThat(segments.all().revenueToDate()).isEqualTo(FOUR.total());
        assertThat(segments.what()).isEqualTo("revenue, lifetime from acquisition, by the test model");
    }

    @Test
    void aSegmentWithoutCustomers() {
        Segment none = Segments.of(GROUPS, values(1, 6, 2, 1), BASE).rows().get(2);

        assertThat(none.customers()).isZero();
        assertThat(none.meanValue()).isEmpty();
        assertThat(none.shareOfValue()).contains(Ratio.ZERO);
        assertThat(none.churn()).isEmpty();
        assertThat(none).hasToString("none: 0 customers (0.0%)");
    }

    /**
     * All are observed for 364 days, three windows of 100. Silent are a and b for 30 days and c and d for 364: a and b
     * are at risk in three windows and lost in none, c and d are at risk in the first only and lost in it.
     */
    @Test
    void churnByTheRule() {
        Segments segments =
                Segments.of(Groups.of(new int[] {0, 0, 0, 1}, List.of("abc", "d")), values(1, 6, 2, 1), BASE);

        assertThat(segments.rows().get(0).churn().orElseThrow().lost()).isEqualTo(1);
        assertThat(segments.rows().get(0).churn().orElseThrow().atRisk()).isEqualTo(7);
        assertThat(segments.rows().get(1).churn().orElseThrow().share()).isEqualTo(Ratio.ONE);
        assertThat(segments.all().churn()).contains(BASE.measuredChurn());
    }

    @Test
    void churnThatCannotBeMeasuredIsNoted() {
        CustomerTable once = Base.of(2);
        Groups one = Groups.of(new int[2], List.of("one"));
        CustomerAmounts amounts = CustomerAmounts.toDate(once);

        assertThat(Segments.of(one, amounts, CustomerBase.of(once)).notes())
                .containsExactly("churn is not measured: a window of inactivity cannot be read off the gaps between"
                        + " purchases, because no customer has bought in two periods; choose one, as in"
                        + " ChurnRule.inactiveFor(days(60))");
        assertThat(Segments.of(one, amounts, CustomerBase.of(once).churn(ChurnRule.inactiveFor(days(400))))
                        .notes())
                .containsExactly("churn is not measured: nobody has been observed for 400 days");
    }

    /** a has brought 20 at 50%, d 100 at 10%: (10 + 10) / 120. */
    @Test
    void marginIsWeightedWithWhatWasBrought() {
        double[] margins = {0.5, 0.3, Double.NaN, 0.1};
        CustomerBase base = BASE.withEach(
                Input.GROSS_MARGIN,
                row -> Double.isNaN(margins[row]) ? Optional.empty() : Optional.of(Ratio.of(margins[row])));
        Segments segments = Segments.of(GROUPS, values(1, 6, 2, 1), base);

        assertThat(segments.rows().get(0).margin().orElseThrow().value()).isCloseTo(1.0 / 6, within(1e-15));
        assertThat(segments.rows().get(1).margin()).isEmpty();
        assertThat(segments.all().margin()).isEmpty();
    }

    @Test
    void aMarginForAllIsThatOfEach() {
        Segments segments = Segments.of(GROUPS, values(1, 6, 2, 1), BASE.with(Input.GROSS_MARGIN, percent(30)));

        assertThat(segments.rows().get(0).margin()).contains(percent(30));
        assertThat(segments.rows().get(2).margin()).isEmpty();
        assertThat(segments.all().margin()).contains(percent(30));
    }

    @Test
    void whoIsExpectedToHaveLeft() {
        CustomerValues values = CustomerValues.builder("test", FOUR)
                .amounts(new double[] {1, 6, 2, 1})
                .column(Column.P_ALIVE, new double[] {0.9, 0.8, 0.5, 0.1})
                .build();
        Segments segments = Segments.of(GROUPS, values, BASE);

        assertThat(segments.rows().get(0).gone().orElseThrow().value()).isCloseTo(0.5, within(1e-15));
        assertThat(segments.all().gone().orElseThrow().value()).isCloseTo(0.425, within(1e-15));
        assertThat(segments.rows().get(2).gone()).isEmpty();
        assertThat(segments.notes()).isEmpty();
    }

    @Test
    void aModelThatIsCertainOfOneTimersIsNoted() {
        CustomerValues values = CustomerValues.builder("bg-nbd", FOUR)
                .amounts(new double[] {1, 6, 2, 1})
                .column(Column.P_ALIVE, new double[] {0.9, 0.8, 1, 1})
                .build();

        assertThat(Segments.of(GROUPS, values, BASE).notes())
                .containsExactly(
                        "those expected to have left are without the 2 customers who bought once, whom the bg-nbd"
                                + " model holds to be there whatever the data say");
    }

    /** Shares of 20% and 80%: 0.04 + 0.64. */
    @Test
    void herfindahl() {
        assertThat(Segments.of(GROUPS, values(1, 6, 2, 1), BASE).herfindahl().orElseThrow())
                .isCloseTo(0.68, within(1e-15));
        assertThat(Segments.of(GROUPS, values(-1, 6, 2, -1), BASE).herfindahl()).isEmpty();
        assertThat(Segments.of(GROUPS, values(1, -6, 2, 1), BASE).herfindahl()).isEmpty();
    }

    @Test
    void aTotalWithoutSharesIsNoted() {
        Segments segments = Segments.of(GROUPS, values(1, -6, 2, 1), BASE);

        assertThat(segments.rows().get(0).shareOfValue()).isEmpty();
        assertThat(segments.notes()).containsExactly("there are no shares of a value of USD -2.00");
        assertThat(segments.warning()).isEmpty();
    }

    /** Three segments with 50, 30 and 20 of 100 by 1, 2 and 1 customers. */
    @Test
    void theBestMustNotHideTheOthers() {
        Groups three = Groups.of(new int[] {2, 1, 1, 0}, List.of("c", "b", "a"));
        Segments segments = Segments.of(three, values(50, 20, 10, 20), BASE);

        assertThat(segments.byMeanValue()).extracting(Segment::label).containsExactly("a", "c", "b");
        assertThat(segments.overlooked(percent(20))).extracting(Segment::label).containsExactly("b", "c");
        assertThat(segments.overlooked(percent(25))).extracting(Segment::label).containsExactly("b");
        assertThat(segments.warning())
                .contains("the core is not all: 'a' holds 50.0% of the value with 1 customer at USD 50.00 each, but 'b'"
                        + " still holds 30.0% with 2 at USD 15.00 and 'c' still holds 20.0% with 1 at USD 20.00");
        assertThat(Segments.of(three, values(81, 5, 5, 9), BASE).warning()).isEmpty();
    }

    /** Worth most by customer is c with 30, but of those above the average of 25 most is held by b. */
    @Test
    void theCoreIsNotAFewRichCustomers() {
        Groups three = Groups.of(new int[] {0, 1, 1, 2}, List.of("a", "b", "c"));
        Segments segments = Segments.of(three, values(16, 26, 28, 30), BASE);

        assertThat(segments.core().orElseThrow().label()).isEqualTo("b");
        assertThat(segments.overlooked(percent(20))).extracting(Segment::label).containsExactly("c");
        assertThat(Segments.of(three, values(7, 7, 7, 7), BASE).core()).isEmpty();
        assertThat(Segments.of(three, values(7, 7, 7, 7), BASE).warning()).isEmpty();
    }

    @Test
    void nobodyHasNoCore() {
        Groups nobody = Groups.of(new int[0], List.of("a"));
        Segments segments = Segments.of(nobody, Base.profit(), CustomerBase.of(Base.of(0)));

        assertThat(segments.core()).isEmpty();
        assertThat(segments.all().shareOfCustomers()).isEqualTo(Ratio.ZERO);
    }

    @Test
    void explains() {
        Segments segments = Segments.of(GROUPS, values(1, 6, 2, 1), BASE.with(Input.GROSS_MARGIN, percent(30)));

        assertThat(segments.explain()).isEqualTo("""
                4 customers by segment; value is revenue, lifetime from acquisition, by the test model
                high: 2 customers (50.0%) worth USD 8.00 (80.0%), USD 4.00 each, margin 30.0%, churn 25.0% within 100 days
                low: 2 customers (50.0%) worth USD 2.00 (20.0%), USD 1.00 each, margin 30.0%, churn 25.0% within 100 days
                all: 4 customers (100.0%) worth USD 10.00 (100.0%), USD 2.50 each, margin 30.0%, churn 25.0% within 100 days
                nobody is in none
                Herfindahl index of value by segment 0.680, as if 1.5 equal segments held it
                warning: the core is not all: 'high' holds 80.0% of the value with 2 customers at USD 4.00 each, but 'low' still holds 20.0% with 2 at USD 1.00
                """);
        assertThat(segments).hasToString("4 customers in 3 segments, worth USD 10.00");
    }

    @Test
    void refusesOtherCustomers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Segments.of(Groups.of(new int[3], List.of("one")), values(1, 6, 2, 1)))
                .withMessage("groups must have a row for each of the 4 customers, but had 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Segments.of(GROUPS, values(1, 6, 2, 1), CustomerBase.of(Base.of(4))))
                .withMessage(
                        "the base must be of the customers that are worth the amounts, but was of 4 customers with 0"
                                + " repeat purchases, observed through 2025-12-31, time in weeks");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnRule.inactiveFor(days(1)).churn(FOUR, Groups.of(new int[3], List.of("one"))))
                .withMessage("groups must have a row for each of the 4 customers, but had 3");
    }
}
