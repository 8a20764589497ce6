package io.clv.jlink;

import io.clv.quantity.CalendarGrid;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Estimate;
import io.clv.quantity.Horizon;
import io.clv.quantity.LossRate;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import io.clv.task.Parallelism;
import java.time.LocalDate;

/** What runs in the small image: something of every kind that tends to need more of a JDK than it says. */
public final class ImageMain {

    private ImageMain() {}

    /**
     * Prints what {@link io.clv.JlinkImageTest} expects.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Estimate estimate = Estimate.builder("simple", Money.currency("USD"))
                .horizon(Horizon.over(Span.years(1)))
                .discount(DiscountRate.annually(Ratio.percent(10)))
                .part("revenue", 100.004)
                .part("costs", -40.004)
                .input("retention", LossRate.parse("5% per month").retention())
                .build();
        System.out.print(estimate.explain());
        System.out.println(
                CalendarGrid.parse("weeks from Sunday in Europe/Berlin").startOf(0));
        System.out.println(CalendarGrid.months().indexOf(LocalDate.of(2024, 2, 29)));
        long[] squares = new long[100];
        Parallelism.of(3).run(squares.length, task -> squares[task] = (long) task * task);
        long sum = 0;
        for (long square : squares) {
            sum += square;
        }
        System.out.println(sum);
    }
}
