package io.clv.jlink;

import io.clv.Clv;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.Transaction;
import io.clv.ltv.NamedLtvModel;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import io.clv.quantity.Pace;
import io.clv.quantity.Span;
import io.clv.task.Parallelism;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What runs in the small image: something of every kind that tends to need more of a JDK than it says. */
public final class ImageMain {

    private ImageMain() {}

    /**
     * Prints what {@link io.clv.JlinkImageTest} expects.
     *
     * @param args none
     */
    public static void main(String[] args) {
        System.out.println(Clv.simple()
                .averageOrderValue("USD 50")
                .orders(Pace.perYear(4))
                .lifespan(Span.years(3))
                .estimate()
                .value());
        System.out.println(Stream.of("subscription", "bg-nbd")
                .map(Clv::model)
                .map(NamedLtvModel::name)
                .toList());
        System.out.println(customers().rows().get(0));
        System.out.println(
                CalendarGrid.parse("weeks from Sunday in Europe/Berlin").startOf(0));
        long[] squares = new long[100];
        Parallelism.of(3).run(squares.length, task -> squares[task] = (long) task * task);
        System.out.println(LongStream.of(squares).sum());
    }

    private static CustomerTable customers() {
        return Clv.ledger("USD")
                .read(List.of(
                        new Transaction("ann", LocalDate.of(1997, 1, 1), Money.parse("USD 20.00")),
                        new Transaction("ann", LocalDate.of(1997, 1, 15), Money.parse("USD 40.00"))))
                .summarize(
                        LocalDate.of(1997, 9, 30),
                        LedgerOptions.collapse(ChronoUnit.DAYS).unit(ChronoUnit.WEEKS));
    }
}
