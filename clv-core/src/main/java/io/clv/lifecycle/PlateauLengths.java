package io.clv.lifecycle;

import static io.clv.lifecycle.StageWording.count;
import static io.clv.lifecycle.StageWording.percent;
import static io.clv.lifecycle.StageWording.periods;

import io.clv.ledger.PeriodTable;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long the customers of a base stay on the plateau of their income before they flow out, and who is to be expected
 * to leave next: a bank's small-business client grows for some months, stays two to two and a half years, and leaves.
 *
 * <pre>{@code
 * PlateauLengths plateaus = PlateauLengths.of(ledger.periods(end, CalendarGrid.months(), RefundPolicy.NET));
 * plateaus.median();            // half of them last that long
 * plateaus.aboutToLeave(6);     // who is likely to flow out within six months, the most income first
 * }</pre>
 *
 * <p>Lengths are estimated by Kaplan and Meier's product limit (1958): a customer who is still on the plateau, or has
 * left it upwards, counts for as long as he has been seen on it, and no longer. The mean of plateaus that have ended
 * would be too short, for the long ones are still going on. The interval of the median is that of Brookmeyer and
 * Crowley (1982), from Greenwood's variance of log(-log S).
 *
 * <p>Plateaus are those of {@link IncomeCurve}; lengths are of those that hold for at least
 * {@link CurveRules#plateauFrom} periods. A plateau that began with the log may be older than it looks.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class PlateauLengths {

    /**
     * A customer whose income has left the plateau downwards, lately, and who still brings something.
     *
     * @param id the customer
     * @param plateau that was left
     * @param now the income of a period since the last fall, on average
     */
    public record Outflow(String id, Plateau plateau, Money now) {}

    /**
     * A customer on the plateau.
     *
     * @param id the customer
     * @param plateau that holds so far
     * @param chance that it ends within the periods asked for; empty if no plateau was seen to end at that length or
     *     later
     * @param atRisk the income of a period x chance; nothing where that is unknown
     */
    public record Departure(String id, Plateau plateau, Optional<Ratio> chance, Money atRisk) {}

    private final PeriodTable table;
    private final CurveRules rules;
    private final Plateau.Then[] then;
    private final int[] start;

    /** 0 of customers without a plateau. */
    private final int[] length;

    private final int[] growth;
    private final double[] level;
    private final ProductLimit lengths;
    private final List<Outflow> outflows;
    private final int withPlateau;
    private final int ended;
    private final int beganWithLog;

    private PlateauLengths(PeriodTable table, CurveRules rules) {
        this.table = table;
        this.rules = rules;
        int customers = table.customers();
        then = new Plateau.Then[customers];
        Arrays.fill(then, Plateau.Then.HOLDS);
        start = new int[customers];
        length = new int[customers];
        growth = new int[customers];
        level = new double[customers];
        List<Outflow> leaving = new ArrayList<>();
        CurveReader reader = new CurveReader(table, rules);
        for (int customer = 0; customer < customers; customer++) {
            read(customer, reader, leaving);
        }
        leaving.sort(
                Comparator.comparing((Outflow each) -> each.plateau().level()).reversed());
        outflows = List.copyOf(leaving);
        int longest = Arrays.stream(length).max().orElse(0);
        long[] endedAt = new long[longest + 1];
        long[] goingOnAt = new long[longest + 1];
        int found = 0;
        int over = 0;
        int oldest = 0;
        for (int customer = 0; customer < customers; customer++) {
            if (length[customer] == 0) {
                continue;
            }
            found++;
            if (start[customer] == table.firstPeriod()) {
                oldest++;
            }
            if (then[customer] == Plateau.Then.FLOWS_OUT) {
                endedAt[length[customer]]++;
                over++;
            } else {
                goingOnAt[length[customer]]++;
            }
        }
        withPlateau = found;
        ended = over;
        beganWithLog = oldest;
        lengths = new ProductLimit(endedAt, goingOnAt);
    }

    private void read(int customer, CurveReader reader, List<Outflow> leaving) {
        int first = table.period(table.cellsBegin(customer));
        reader.read(customer, first);
        int at = reader.plateau();
        if (at < 0) {
            return;
        }
        LevelShifts levels = reader.levels;
        then[customer] = reader.then(at);
        start[customer] = first + levels.from[at];
        growth[customer] = levels.from[at];
        length[customer] = levels.end(at, reader.periods) - levels.from[at];
        level[customer] = levels.mean[at];
        double now = levels.mean[levels.count - 1];
        if (then[customer] == Plateau.Then.FLOWS_OUT
                && reader.direction() == IncomeCurve.Direction.DECLINING
                && now > 0) {
            leaving.add(new Outflow(table.id(customer), plateau(customer), StageWording.money(now, table)));
        }
    }

    private Plateau plateau(int customer) {
        return new Plateau(
                table.grid().startOf(start[customer]),
                growth[customer],
                length[customer],
                StageWording.money(level[customer], table),
                then[customer]);
    }

    /**
     * The plateaus of a base by the {@linkplain CurveRules#defaults usual rules}.
     *
     * @param table customers by calendar period, months for most businesses
     * @return their lengths
     */
    public static PlateauLengths of(PeriodTable table) {
        return of(table, CurveRules.defaults());
    }

    /**
     * The plateaus of a base.
     *
     * @param table customers by calendar period
     * @param rules what counts as a plateau
     * @return their lengths
     */
    public static PlateauLengths of(PeriodTable table, CurveRules rules) {
        return new PlateauLengths(table, rules);
    }

    /**
     * How many customers have reached a plateau.
     *
     * @return at most as many as the table has
     */
    public int plateaus() {
        return withPlateau;
    }

    /**
     * How many have left it downwards.
     *
     * @return at most as many as have reached one
     */
    public int ended() {
        return ended;
    }

    /**
     * How many plateaus began with the log, and may be older than they look.
     *
     * @return at most as many as there are
     */
    public int beganWithLog() {
        return beganWithLog;
    }

    /**
     * The plateau of a customer.
     *
     * @param id the customer
     * @return empty if there is no plateau, or no such customer
     */
    public Optional<Plateau> plateau(String id) {
        int at = table.indexOf(id);
        return at < 0 || length[at] == 0 ? Optional.empty() : Optional.of(plateau(at));
    }

    /**
     * The share of plateaus that last longer.
     *
     * @param periods how long, at least 0
     * @return the product limit; beyond the longest plateau that was seen, what it was there
     * @throws IllegalArgumentException if the number is negative
     */
    public Ratio survival(int periods) {
        if (periods < 0) {
            throw new IllegalArgumentException("periods must be at least 0, but were " + periods);
        }
        return Ratio.of(lengths.at(periods));
    }

    /**
     * The shortest time by which a share of plateaus has ended.
     *
     * @param share above 0% and below 100%
     * @return empty if so many have not been seen to end
     * @throws IllegalArgumentException if the share is not above 0% and below 100%
     */
    public Optional<Span> quantile(Ratio share) {
        if (!(share.value() > 0 && share.value() < 1)) {
            throw new IllegalArgumentException("share of plateaus must be above 0% and below 100%, but was " + share);
        }
        return lengths.quantile(share.value()).map(this::span);
    }

    /**
     * The typical length: half of the plateaus have ended by then.
     *
     * @return empty if less than half have been seen to end
     */
    public Optional<Span> median() {
        return lengths.quantile(0.5).map(this::span);
    }

    /**
     * How sure the median is.
     *
     * @param confidence above 0% and below 100%
     * @return the interval, in periods; empty if an end of it has not been seen
     * @throws IllegalArgumentException if the level is not above 0% and below 100%
     */
    public Optional<Interval> medianInterval(Ratio confidence) {
        new Interval(0, 0, confidence, Interval.Of.MEAN);
        return lengths.interval(0.5, confidence.value())
                .map(ends -> new Interval(ends[0], ends[1], confidence, Interval.Of.MEAN));
    }

    /**
     * How long income grows before the plateau: the median over the customers whose plateau did not begin with the log.
     *
     * @return empty if there is no such customer
     */
    public Optional<Span> medianGrowth() {
        int[] before = new int[withPlateau];
        int known = 0;
        for (int customer = 0; customer < then.length; customer++) {
            if (length[customer] > 0 && start[customer] != table.firstPeriod()) {
                before[known++] = growth[customer];
            }
        }
        Arrays.sort(before, 0, known);
        return known == 0 ? Optional.empty() : Optional.of(span(before[(known - 1) / 2]));
    }

    private Span span(int length) {
        return Span.of(length, unit());
    }

    private ChronoUnit unit() {
        return table.grid().unit();
    }

    /**
     * Who flows out now: the plateau is left, the last fall is recent, and there is still income to keep.
     *
     * @return those with the highest plateau first, immutable
     */
    public List<Outflow> flowingOut() {
        return outflows;
    }

    /**
     * Who is on the plateau, and may be about to leave it: by product limit the chance that a plateau as old ends
     * within some periods is {@code 1 - S(age + within) / S(age)}.
     *
     * @param within how many periods ahead, at least 1
     * @return those with a chance above 0, the most income at risk first, and then those so old that no plateau was
     *     seen to end as late, the highest first; immutable
     * @throws IllegalArgumentException if there are fewer periods
     */
    public List<Departure> aboutToLeave(int within) {
        if (within < 1) {
            throw new IllegalArgumentException("periods ahead must be at least 1, but were " + within);
        }
        List<Departure> departures = new ArrayList<>();
        for (int customer = 0; customer < then.length; customer++) {
            if (length[customer] == 0 || then[customer] != Plateau.Then.HOLDS) {
                continue;
            }
            int age = length[customer];
            boolean known = age < lengths.lastEnd();
            double chance = known
                    ? 1 - lengths.at((int) Math.min(Integer.MAX_VALUE, (long) age + within)) / lengths.at(age)
                    : 0;
            if (!known || chance > 0) {
                departures.add(new Departure(
                        table.id(customer),
                        plateau(customer),
                        known ? Optional.of(Ratio.of(chance)) : Optional.empty(),
                        StageWording.money(level[customer] * chance, table)));
            }
        }
        departures.sort(Comparator.comparing((Departure each) -> each.chance().isPresent())
                .thenComparing(Departure::atRisk)
                .thenComparing(each -> each.plateau().level())
                .reversed());
        return List.copyOf(departures);
    }

    /**
     * The lengths in words.
     *
     * @return a few lines of English
     */
    public String explain() {
        String of = count(table.customers(), "customer");
        if (withPlateau == 0) {
            return "none of " + of + " has reached a plateau\n" + rules + '\n';
        }
        StringBuilder text = new StringBuilder(of)
                .append(", ")
                .append(count(withPlateau))
                .append(" of them with a plateau; ")
                .append(count(ended))
                .append(" have left it downwards, the others count for as long as they have been seen on it\n");
        medianGrowth()
                .ifPresent(span -> text.append("before it: half grow for up to ")
                        .append(periods((long) span.length(), unit()))
                        .append('\n'));
        text.append("on it: ").append(typical()).append('\n');
        text.append("flowing out now: ")
                .append(count(outflows.size(), "customer"))
                .append('\n');
        text.append(rules)
                .append(", in whole ")
                .append(StageWording.singular(unit()))
                .append("s through ")
                .append(lastDay())
                .append('\n');
        if (beganWithLog > 0) {
            text.append(count(beganWithLog, "plateau")).append(" began with the log and may be older than seen\n");
        }
        return text.toString();
    }

    private String typical() {
        Optional<Integer> median = lengths.quantile(0.5);
        if (median.isEmpty()) {
            return "less than half are seen to end"
                    + (ended == 0
                            ? ""
                            : "; after " + periods(lengths.lastEnd(), unit()) + ", the longest that ended, "
                                    + percent(lengths.at(lengths.lastEnd())) + " go on");
        }
        Optional<Interval> interval = medianInterval(Ratio.percent(90));
        return "half stay for " + periods(median.get(), unit())
                + interval.map(ends -> " (90% interval " + StageWording.plain(ends.low(), 0) + " to "
                                + StageWording.plain(ends.high(), 0) + ")")
                        .orElse("");
    }

    private LocalDate lastDay() {
        return table.grid().endOf(CurveReader.lastWhole(table));
    }

    @Override
    public String toString() {
        return count(withPlateau, "plateau") + ", " + count(ended) + " ended, "
                + median().map(span -> "half last " + span).orElse("less than half seen to end");
    }
}
