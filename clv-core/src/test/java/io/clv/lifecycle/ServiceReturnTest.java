package io.clv.lifecycle;

import static io.clv.lifecycle.TriggerFigures.refused;
import static io.clv.lifecycle.TriggerFigures.table;
import static io.clv.lifecycle.TriggerFigures.usd;
import static io.clv.quantity.Ratio.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.CustomerTable;
import io.clv.quantity.Interval;
import io.clv.quantity.Pace;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ServiceReturnTest {

    private static ServiceReturn.Builder dealer() {
        return ServiceReturn.builder()
                .customers(2000)
                .target(percent(85))
                .visits(Pace.perYear(1.5))
                .marginPerVisit(usd("120"));
    }

    @Test
    void fromSixtyToEightyFive() {
        ServiceReturn more = dealer().share(percent(60)).build();
        assertThat(more.moreCustomers()).isEqualTo(500);
        assertThat(more.worth()).isEqualTo(usd("90000"));
        assertThat(more.perPoint()).isEqualTo(usd("3600"));
        assertThat(more.net()).isEmpty();
        assertThat(more.breakEven()).isEmpty();
        assertThat(more.interval()).isEmpty();
        assertThat(more).hasToString("USD 90000.00 a year, from 60% to 85% of 2,000 customers");
        assertThat(more.explain()).isEqualTo("""
                2,000 customers x (85% - 60%) = 500 more who come back
                500 x 1.5 per year x USD 120.00 a visit = USD 90000.00 a year; each point is worth USD 3600.00
                assumes that those won back come as often, and bring as much a visit, as the others
                """);
    }

    @Test
    void whatItCostsIsTakenOff() {
        ServiceReturn more =
                dealer().share(percent(60)).costPerYear(usd("30000")).build();
        assertThat(more.net()).contains(usd("60000"));
        // .60 + 30,000 / (2,000 x 1.5 x 120) = .68333
        assertThat(more.breakEven().orElseThrow().value()).isCloseTo(0.6 + 1.0 / 12, within(1e-15));
        assertThat(more.explain())
                .contains("\nless USD 30000.00 a year of cost: USD 60000.00; the cost is earned from 68.3% on\n");

        ServiceReturn dear =
                dealer().share(percent(60)).costPerYear(usd("150000")).build();
        assertThat(dear.net()).contains(usd("-60000"));
        assertThat(dear.breakEven()).isEmpty();
        assertThat(dear.explain()).contains("USD -60000.00; not even everybody would earn the cost\n");
    }

    @Test
    void aMeasuredShareIsNotSure() {
        ServiceReturn more =
                dealer().share(ReturnShare.of(60, 100)).level(percent(90)).build();
        assertThat(more.worth()).isEqualTo(usd("90000"));
        // The quantiles of Beta(60.5, 40.5): .51803059 and .67774835, by SciPy.
        Interval interval = more.interval().orElseThrow();
        assertThat(interval.low()).isCloseTo(360_000 * (0.85 - 0.67774835), within(0.01));
        assertThat(interval.high()).isCloseTo(360_000 * (0.85 - 0.51803059), within(0.01));
        assertThat(interval.of()).isEqualTo(Interval.Of.MEAN);
        assertThat(more.explain()).startsWith("60% came back, 60 of 100 (90% interval 51.8% to 67.8%)\n");
    }

    @Test
    void nobodyAndEverybody() {
        Interval nobody = ReturnShare.of(0, 10).interval(percent(90));
        assertThat(nobody.low()).isZero();
        assertThat(nobody.high()).isCloseTo(0.17077311, within(1e-8));
        assertThat(ReturnShare.of(10, 10).interval(percent(90)).high()).isEqualTo(1);
    }

    private static final CustomerTable BOUGHT = table(
            "Ann",
            "2023-03-01",
            "20000",
            "Bob",
            "2024-12-31",
            "25000",
            "Cay",
            "2025-01-02",
            "30000",
            "Dan",
            "2022-05-05",
            "18000");

    @Test
    void whoCouldComeBackIsCounted() {
        CustomerTable visited = table(
                "Ann",
                "2025-06-01",
                "200",
                "Bob",
                "2024-12-31",
                "90",
                "Cay",
                "2025-07-01",
                "90",
                "Eve",
                "2025-02-02",
                "150",
                "Fay",
                "2023-01-01",
                "150");
        // A window of 365 days ends on 2025-12-31 and began after 2024-12-31: Bob bought in time and came too early,
        // Cay is too new, Eve did not buy here, and Fay came long ago.
        ReturnShare share = ReturnShare.measure(BOUGHT, visited, Span.days(365));
        assertThat(share).isEqualTo(new ReturnShare(1, 3, 1, 1));
        assertThat(share).hasToString("33.3% came back, 1 of 3");
        ServiceReturn more = ServiceReturn.builder()
                .share(share)
                .target(percent(85))
                .visits(Pace.perYear(1))
                .marginPerVisit(usd("90"))
                .build();
        assertThat(more.moreCustomers()).isCloseTo(4 * (0.85 - 1.0 / 3), within(1e-12));
        assertThat(more.explain()).contains("; 1 customer too new to tell; 1 came who did not buy here\n");
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(
                () -> ServiceReturn.builder().build(),
                "service return still needs: customers, share, target, visits, margin per visit");
        refused(() -> ServiceReturn.builder().customers(0), "customers must be at least 1, but were 0");
        refused(
                () -> ServiceReturn.builder().share(percent(120)),
                "share that comes back must be between 0% and 100%, but was 120%");
        refused(() -> ServiceReturn.builder().target(percent(-1)), "target must be between 0% and 100%, but was -1%");
        refused(
                () -> ServiceReturn.builder().share(percent(1)).share(ReturnShare.of(1, 2)),
                "share that comes back was already set");
        refused(
                () -> ServiceReturn.builder().marginPerVisit(usd("-1")),
                "margin per visit must not be negative, but was USD -1.00");
        refused(
                () -> dealer().costPerYear(io.clv.quantity.Money.parse("EUR 1")),
                "cannot compare EUR and USD: EUR 1.00, USD 120.00");
        refused(
                () -> ReturnShare.of(3, 2),
                "customers who came back must be between 0 and 2, those who could, but were 3");
        refused(() -> ReturnShare.of(0, 0), "customers who could come back must be at least 1, but were 0");
        refused(
                () -> new ReturnShare(0, 1, -1, 0),
                "customers beside those who could come back must not be fewer than 0, but were -1 and 0");
        refused(
                () -> ReturnShare.measure(BOUGHT, BOUGHT, Span.days(0.2)),
                "window must be at least a day, and within the calendar, but was 0.2 days");
        refused(
                () -> ReturnShare.measure(BOUGHT, BOUGHT, Span.years(9)),
                "nobody had bought by 2016-12-31, a window of 9 years before the end of observation, and could have"
                        + " come back");
        CustomerTable earlier = TriggerFigures.log("Ann", "2025-01-01", "9").summarize(LocalDate.of(2025, 6, 30));
        refused(
                () -> ReturnShare.measure(BOUGHT, earlier, Span.years(1)),
                "visits must be observed through 2025-12-31, as purchases are, but were through 2025-06-30");
        assertThatThrownBy(() -> ServiceReturn.builder()
                        .customers(Long.MAX_VALUE)
                        .share(percent(0))
                        .target(percent(100))
                        .visits(Pace.perYear(1))
                        .marginPerVisit(usd("100"))
                        .build())
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("is beyond the range of USD money");
    }

    @Property
    void pointsAddUp(@ForAll @IntRange(max = 100) int now, @ForAll @IntRange(max = 100) int then) {
        ServiceReturn up = ServiceReturn.builder()
                .customers(1234)
                .share(Ratio.percent(now))
                .target(Ratio.percent(then))
                .visits(Pace.perMonth(0.25))
                .marginPerVisit(usd("37"))
                .build();
        // 1,234 x 3 x 37 is USD 136,974 for all, and USD 1,369.74 for a point.
        assertThat(up.perPoint()).isEqualTo(usd("1369.74"));
        assertThat(up.worth()).isEqualTo(up.perPoint().times(then - now));
    }
}
