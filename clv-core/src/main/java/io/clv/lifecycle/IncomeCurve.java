package io.clv.lifecycle;

import com.google.common.base.Ascii;
import io.clv.ledger.PeriodTable;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a customer's income by calendar period grows, holds and flows out: the levels between which it has shifted, from
 * the period of the first cell to the last whole period, with nothing in the periods between cells.
 *
 * <p>Levels are found by binary segmentation (Scott and Knott 1974). A stretch of n periods is cut where the likelihood
 * ratio of a shift in the mean (Hawkins 1977, Worsley 1979),
 *
 * <pre>{@code |mean after - mean before| / (s sqrt(1/k + 1/(n-k)))}</pre>
 *
 * <p>is greatest and beyond its 5% point, with at least three periods on either side, and a higher level having income
 * in at least three. The noise s is that of differences between successive periods (von Neumann 1941). Neighbours that
 * differ by less than {@link CurveRules#leastChange} are one level, so that a ramp is a few steps and its last step is
 * a part of the plateau.
 *
 * <p><b>False alarms.</b> Of simulated curves that never shift, before least changes are taken into account, 5% are cut
 * under independent normal noise (6 to 480 periods); with exponential amounts 4 to 5% of up to 12 periods, 6 to 7% of
 * 24 to 36, and 8% of 120; of customers who buy at random, 0.3 to 3 times a period, 1 to 6% of up to 36 periods and up
 * to 8% of 120. Noise that lingers is taken for shifts: with a correlation of 0.3 between successive periods 17% of 12
 * periods are cut, 27% of 24 and 32% of 36. So are seasons, which look like growth and outflow: a base with a strong
 * season is better read on a grid of years. A fall is found three periods after it at the earliest.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class IncomeCurve {

    /** Where the income goes at the end of the curve. */
    public enum Direction {
        /** The last shift was up, and fewer than {@link CurveRules#plateauFrom} periods ago. */
        GROWING,
        /** The level has held, or never shifted. */
        HOLDING,
        /** The last shift was down, and recent or to nothing. */
        DECLINING,
        /** Fewer than six whole periods, which is too short to find a shift. */
        UNTOLD
    }

    /**
     * Periods in a row with one level of income.
     *
     * @param start the first day of the first period
     * @param periods how many periods
     * @param amount the income of a period, on average, rounded half to even
     */
    public record Level(LocalDate start, int periods, Money amount) {}

    private final String id;
    private final ChronoUnit unit;
    private final List<Level> levels;
    private final Direction direction;
    private final Optional<Plateau> plateau;

    private IncomeCurve(PeriodTable table, int customer, CurveReader read) {
        id = table.id(customer);
        unit = table.grid().unit();
        int first = table.period(table.cellsBegin(customer));
        List<Level> found = new ArrayList<>();
        for (int level = 0; level < read.levels.count; level++) {
            int from = read.levels.from[level];
            found.add(new Level(
                    table.grid().startOf(first + from),
                    read.levels.end(level, read.periods) - from,
                    StageWording.money(read.levels.mean[level], table)));
        }
        levels = List.copyOf(found);
        direction = read.direction();
        int at = read.plateau();
        plateau = at < 0
                ? Optional.empty()
                : Optional.of(new Plateau(
                        levels.get(at).start(),
                        read.levels.from[at],
                        levels.get(at).periods(),
                        levels.get(at).amount(),
                        read.then(at)));
    }

    /**
     * The curve of a customer by the {@linkplain CurveRules#defaults usual rules}.
     *
     * @param table customers by calendar period, as in {@code ledger.periods(...)} on a grid of months
     * @param customer from 0
     * @return the curve
     * @throws IndexOutOfBoundsException if the table has no such customer
     */
    public static IncomeCurve of(PeriodTable table, int customer) {
        return of(table, customer, CurveRules.defaults());
    }

    /**
     * The curve of a customer.
     *
     * @param table customers by calendar period
     * @param customer from 0
     * @param rules what counts as a change and as a plateau
     * @return the curve
     * @throws IndexOutOfBoundsException if the table has no such customer
     */
    public static IncomeCurve of(PeriodTable table, int customer, CurveRules rules) {
        CurveReader reader = new CurveReader(table, rules);
        reader.read(customer, table.period(table.cellsBegin(customer)));
        return new IncomeCurve(table, customer, reader);
    }

    /**
     * The customer.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * The unit of the periods.
     *
     * @return days, weeks, months or years
     */
    public ChronoUnit unit() {
        return unit;
    }

    /**
     * The levels between shifts.
     *
     * @return in the order of time, immutable; none if there is no whole period
     */
    public List<Level> levels() {
        return levels;
    }

    /**
     * Where the income goes at the end of the curve.
     *
     * @return the direction
     */
    public Direction direction() {
        return direction;
    }

    /**
     * The highest level that held for {@link CurveRules#plateauFrom} periods, with income in at least half of them.
     *
     * @return empty if no level did
     */
    public Optional<Plateau> plateau() {
        return plateau;
    }

    /**
     * The curve in words.
     *
     * @return a line for each level, and one for the plateau
     */
    public String explain() {
        StringBuilder text = new StringBuilder("income of ").append(id).append('\n');
        for (Level level : levels) {
            text.append("from ")
                    .append(level.start())
                    .append(" for ")
                    .append(StageWording.periods(level.periods(), unit))
                    .append(": ")
                    .append(level.amount())
                    .append(" a ")
                    .append(StageWording.singular(unit))
                    .append('\n');
        }
        return text.append(plateau.map(held -> "plateau of " + StageWording.periods(held.periods(), unit) + " after "
                                + StageWording.periods(held.growth(), unit) + ", then "
                                + held.then().label())
                        .orElse("no plateau"))
                .append('\n')
                .toString();
    }

    @Override
    public String toString() {
        return "income of " + id + " in " + StageWording.count(levels.size(), "level") + ", at the end "
                + Ascii.toLowerCase(direction.name());
    }
}
