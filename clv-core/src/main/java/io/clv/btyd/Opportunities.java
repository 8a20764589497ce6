package io.clv.btyd;

import com.google.common.base.Ascii;
import io.clv.ledger.CustomerTable;
import io.clv.quantity.CalendarGrid;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The checks of time that is counted in opportunities, at each of which a customer buys once or not at all. */
final class Opportunities {

    private static final int LONGEST_FITTED = 1_000_000;

    private Opportunities() {}

    /** Of a history that is possible in continuous time. */
    static void requireHistory(int x, double tx, double age) {
        requireWhole("T", age);
        requireWhole("t_x", tx);
        if (x > tx) {
            throw new IllegalArgumentException(faultOfCount(x, tx));
        }
    }

    static void requireWhole(String name, double time) {
        if (time != Math.rint(time)) {
            throw new IllegalArgumentException(faultOfTime(name, time));
        }
    }

    private static String faultOfTime(String name, double time) {
        return name + " must be a whole number of opportunities, but was " + time;
    }

    private static String faultOfCount(int x, double tx) {
        return "x must be at most t_x (" + tx + "), one purchase an opportunity, but was " + x;
    }

    static void require(Tally tally) {
        for (int row = 0; row < tally.rows(); row++) {
            int x = tally.x(row);
            double tx = tally.last(row);
            double age = tally.age(row);
            boolean wholeAge = age == Math.rint(age);
            boolean whole = wholeAge && tx == Math.rint(tx);
            if (!whole || x > tx) {
                String fault = whole ? faultOfCount(x, tx) : wholeAge ? faultOfTime("t_x", tx) : faultOfTime("T", age);
                throw new IllegalArgumentException(fault + " (history x " + x + ", t_x " + tx + ", T " + age
                        + "); collapse purchases into the periods in which a customer can buy once, and count time in the"
                        + " same unit, as collapse(YEARS) does");
            }
            if (age > LONGEST_FITTED) {
                throw new IllegalArgumentException("T must be at most " + LONGEST_FITTED
                        + " opportunities in a fit, which counts them one by one, but was " + age);
            }
        }
    }

    /** An opportunity that is not over counts as one at which those who have not bought yet did not. */
    static List<String> notesOn(CustomerTable customers) {
        CalendarGrid grid = customers.options().grid();
        if (grid.unit() != customers.unit()) {
            throw new IllegalArgumentException("granularity and unit must be the same, one opportunity a period, but"
                    + " purchases are collapsed to " + text(grid.unit()) + " and time is counted in "
                    + text(customers.unit()) + "; summarize with collapse("
                    + customers.unit().name() + ") or the period in which a customer can buy once");
        }
        LocalDate observed = customers.observedThrough();
        LocalDate end = grid.endOf(grid.indexOf(observed));
        return end.equals(observed)
                ? List.of()
                : List.of("the last opportunity ends on " + end + ", after the end of observation on " + observed
                        + ", and is counted as whole");
    }

    private static String text(ChronoUnit unit) {
        return Ascii.toLowerCase(unit.name());
    }
}
