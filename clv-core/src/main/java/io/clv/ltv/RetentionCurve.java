package io.clv.ltv;

import com.google.common.base.Ascii;
import io.clv.quantity.LossRate;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The share of customers kept, period by period: {@code r_1} of those who came stay through the first period,
 * {@code r_2} of these through the second, and {@code S(k) = r_1 r_2 ... r_k} are left after k periods, S(0) = 1. Real
 * customers leave most in their first periods, so one constant retention for all periods understates those who have
 * stayed.
 *
 * <p>A curve is constant, or given for some periods with a constant retention for all later ones (0% for an end), or
 * open-ended as a survival function. Between the ends of two periods the hazard is constant: {@code S(k + f) = S(k)
 * r_{k+1}^f}.
 *
 * <p>Text form: {@code "80% per year"}, or {@code "63.1%, 74.2% then 85% per year"}. A curve of a survival function has
 * none that could be read back.
 */
public final class RetentionCurve {

    /** A time this near to the end of a period is at the end, and was moved by rounding. */
    private static final double TOLERANCE = 1e-12;

    /** What a computed survival that should stay level may rise by. */
    private static final double ROUNDING = 1e-14;

    private final ChronoUnit unit;
    /** S(0), S(1) ... up to where the constant tail begins; 1 alone for an open-ended curve. */
    private final double[] survivors;
    /** ln r of the periods after those; no number can hold it for the open-ended. */
    private final double tailLog;

    private final @Nullable IntToDoubleFunction survival;
    private final String text;

    private RetentionCurve(
            ChronoUnit unit, double[] survivors, double tailLog, @Nullable IntToDoubleFunction survival, String text) {
        this.unit = unit;
        this.survivors = survivors;
        this.tailLog = tailLog;
        this.survival = survival;
        this.text = text + " per " + Wording.singular(unit);
    }

    /**
     * The same retention in every period.
     *
     * @param retention the share kept through a period
     * @param unit the period: a day, week, month or year
     * @return the curve
     * @throws IllegalArgumentException if the retention is not between 0% and 100%, or the unit is another
     */
    public static RetentionCurve constant(Ratio retention, ChronoUnit unit) {
        return of(unit, List.of(), retention);
    }

    /**
     * The retention that a constant churn leaves: {@code r = 1 - c}.
     *
     * @param churn the share lost per unit
     * @return the curve, with periods of the churn's unit
     */
    public static RetentionCurve constant(LossRate churn) {
        return new RetentionCurve(
                churn.unit(),
                new double[] {1},
                Math.log1p(-churn.share()),
                null,
                churn.retention().toString());
    }

    /**
     * Retentions of the first periods, and one for all later periods.
     *
     * @param unit the period: a day, week, month or year
     * @param retentions r_1, r_2 ...: the share of those there at a period's start who stay through it
     * @param then the retention of every later period; {@link Ratio#ZERO} for an end
     * @return the curve
     * @throws IllegalArgumentException if a retention is not between 0% and 100%, or the unit is another
     */
    public static RetentionCurve of(ChronoUnit unit, List<Ratio> retentions, Ratio then) {
        Span.of(1, unit);
        double[] survivors = new double[retentions.size() + 1];
        survivors[0] = 1;
        for (int k = 1; k < survivors.length; k++) {
            survivors[k] = survivors[k - 1] * requireShare("retention", k, retentions.get(k - 1));
        }
        double tail = requireShare("retention", survivors.length, then);
        String listed = retentions.stream().map(Ratio::toString).collect(Collectors.joining(", "));
        return new RetentionCurve(
                unit, survivors, Math.log(tail), null, listed.isEmpty() ? then.toString() : listed + " then " + then);
    }

    /**
     * Retentions from counts of survivors, such as a cohort of 10,000 of whom 6,334, 4,367 and 3,264 are left after 1,
     * 2 and 3 years.
     *
     * @param unit the period: a day, week, month or year
     * @param then the retention of every period after the last count; {@link Ratio#ZERO} for an end
     * @param counts customers at the start, after 1 period, after 2 ...
     * @return the curve
     * @throws IllegalArgumentException if there is no count, the first is not positive, one is negative or above the
     *     one before, the retention is not between 0% and 100%, or the unit is another
     */
    public static RetentionCurve ofSurvivors(ChronoUnit unit, Ratio then, long... counts) {
        if (counts.length == 0 || counts[0] <= 0) {
            throw new IllegalArgumentException("survivors must begin with a positive count, but were "
                    + (counts.length == 0 ? "none" : "" + counts[0]));
        }
        List<Ratio> retentions = new ArrayList<>();
        for (int k = 1; k < counts.length; k++) {
            if (counts[k] < 0 || counts[k] > counts[k - 1]) {
                throw new IllegalArgumentException("survivors after period " + k + " must be between 0 and "
                        + counts[k - 1] + ", those of the period before, but were " + counts[k]);
            }
            retentions.add(Ratio.of(counts[k - 1] == 0 ? 0 : (double) counts[k] / counts[k - 1]));
        }
        return of(unit, retentions, then);
    }

    /**
     * An open-ended curve: the share of customers left after k periods, for every k. A value over an infinite horizon
     * then needs a discount that outruns any growth, and is summed until what remains is below 1e-13 of it.
     *
     * @param unit the period: a day, week, month or year
     * @param survival S(k), 1 for k = 0, never rising, never negative; called with k from 0, from any thread
     * @return the curve
     * @throws IllegalArgumentException if S(0) is not 1, or the unit is another; a later S(k) is checked when it is
     *     used
     */
    public static RetentionCurve ofSurvival(ChronoUnit unit, IntToDoubleFunction survival) {
        return ofSurvival(unit, "a survival function", survival);
    }

    /**
     * An open-ended curve that says where it comes from, such as a model's.
     *
     * @param unit the period: a day, week, month or year
     * @param source what to call it in the text form and in what estimates say, such as "sbg{alpha=0.7, beta=1.2}"
     * @param survival S(k), 1 for k = 0, never rising, never negative; called with k from 0, from any thread; curves of
     *     equal functions are equal
     * @return the curve
     * @throws IllegalArgumentException if S(0) is not 1, or the unit is another; a later S(k) is checked when it is
     *     used
     */
    public static RetentionCurve ofSurvival(ChronoUnit unit, String source, IntToDoubleFunction survival) {
        Span.of(1, unit);
        double start = survival.applyAsDouble(0);
        if (start != 1) {
            throw new IllegalArgumentException("survival after 0 periods must be 1, but was " + start);
        }
        return new RetentionCurve(unit, new double[] {1}, Double.NaN, survival, source);
    }

    /** A curve of survivors that another engine has counted; takes ownership of the array, whose first is 1. */
    static RetentionCurve ofShares(ChronoUnit unit, double[] survivors, double tailLog, String text) {
        return new RetentionCurve(unit, survivors, tailLog, null, text);
    }

    private static double requireShare(String name, int period, Ratio retention) {
        if (retention.value() < 0 || retention.value() > 1) {
            throw new IllegalArgumentException(
                    name + " of period " + period + " must be between 0% and 100%, but was " + retention);
        }
        return retention.value();
    }

    /**
     * Reads {@code "80% per year"} or {@code "63.1%, 74.2% then 85% per year"}.
     *
     * @param text the text form
     * @return the curve
     * @throws IllegalArgumentException if the text has another form, or a retention is out of range
     */
    public static RetentionCurve parse(String text) {
        int at = text.lastIndexOf(" per ");
        int slash = text.lastIndexOf('/');
        int end = Math.max(at, slash);
        if (end < 0) {
            throw new IllegalArgumentException(
                    "retention must name its period, as in '80% per year', but was '" + text.strip() + "'");
        }
        ChronoUnit unit = Span.parse("1 " + text.substring(end + (end == at ? " per ".length() : 1)))
                .unit();
        String shares = Ascii.toLowerCase(text.substring(0, end));
        int then = shares.indexOf(" then ");
        List<Ratio> retentions = new ArrayList<>();
        if (then >= 0) {
            for (String share : shares.substring(0, then).split(",", -1)) {
                retentions.add(Ratio.parse(share));
            }
        }
        return of(unit, retentions, Ratio.parse(then < 0 ? shares : shares.substring(then + " then ".length())));
    }

    /**
     * The length of its periods.
     *
     * @return days, weeks, months or years
     */
    public ChronoUnit unit() {
        return unit;
    }

    /**
     * The share of customers left after a number of periods.
     *
     * @param periods how many
     * @return S(k), from 0 to 1
     * @throws IllegalArgumentException if the number is negative, or a survival function rises or leaves [0, 1] there
     */
    public double survival(int periods) {
        return survivalAfter(requireCount(periods));
    }

    /**
     * The share of customers left after a span, by a hazard constant within each period.
     *
     * @param span how long
     * @return S(t), from 0 to 1
     * @throws IllegalArgumentException if a survival function rises or leaves [0, 1] there
     */
    public double survival(Span span) {
        return survivalAfter(span.in(unit));
    }

    /**
     * The share of those there at the start of a period who stay through it.
     *
     * @param period 1 for the first
     * @return r_k, and 0 where nobody is left at its start
     * @throws IllegalArgumentException if the number is not positive, or a survival function rises or leaves [0, 1]
     */
    public Ratio retention(int period) {
        if (period < 1) {
            throw new IllegalArgumentException("period must be at least 1, but was " + period);
        }
        if (survival == null && period >= survivors.length) {
            return Ratio.of(Math.exp(tailLog));
        }
        double before = survivalAfter(period - 1);
        double after = survivalAfter(period);
        requireFalling(before, after, period - 1);
        return Ratio.of(before == 0 ? 0 : Math.min(1, after / before));
    }

    /**
     * The curve of customers who leave k times as readily: the hazard times k, {@code S(t)^k}, and every retention r
     * becomes {@code r^k}.
     *
     * @param times k, such as 2 for twice the hazard
     * @return the curve
     * @throws IllegalArgumentException if k is not finite and above 0
     */
    public RetentionCurve hazardTimes(double times) {
        if (!(times > 0 && times <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("hazard must be times a finite number above 0, but was times " + times);
        }
        if (times == 1) {
            return this;
        }
        IntToDoubleFunction function = survival;
        if (function != null) {
            String source = text.substring(0, text.lastIndexOf(" per ")) + " with the hazard times " + times;
            return ofSurvival(unit, source, periods -> Math.pow(function.applyAsDouble(periods), times));
        }
        return changed(retention -> Math.pow(retention, times));
    }

    /**
     * The curve with so many points more of retention in every period.
     *
     * @param points such as {@code percent(5)}, from 80% to 85%; negative for a fall
     * @return the curve
     * @throws IllegalArgumentException if a retention would not be between 0% and 100%, or the curve is open-ended, so
     *     that there is no list of its retentions
     */
    public RetentionCurve plusPoints(Ratio points) {
        if (survival != null) {
            throw new IllegalArgumentException("retention given by a survival function (" + this
                    + ") cannot be raised by points; multiply its hazard");
        }
        return points.value() == 0 ? this : changed(retention -> retention + points.value());
    }

    private RetentionCurve changed(DoubleUnaryOperator change) {
        List<Ratio> retentions = new ArrayList<>();
        for (int period = 1; period < survivors.length; period++) {
            retentions.add(near(change.applyAsDouble(retention(period).value())));
        }
        return of(unit, retentions, near(change.applyAsDouble(Math.exp(tailLog))));
    }

    /** Without the last digit, where 80% + 5% would otherwise not be 85%. */
    private static Ratio near(double share) {
        return Ratio.of(new BigDecimal(share).round(new MathContext(15)).doubleValue());
    }

    private static int requireCount(int periods) {
        if (periods < 0) {
            throw new IllegalArgumentException("periods must not be negative, but were " + periods);
        }
        return periods;
    }

    /** S(t) with t in this curve's periods, not necessarily whole. */
    double survivalAfter(double exact) {
        double whole = Math.rint(exact);
        // A payment on the last day of a curve that ends must not be lost because its time is a conversion.
        return survivalAt(Math.abs(exact - whole) <= TOLERANCE * Math.max(1, whole) ? whole : exact);
    }

    private double survivalAt(double time) {
        if (survival != null) {
            int whole = (int) Math.min(time, Integer.MAX_VALUE - 1);
            double start = checked(whole);
            return time == whole ? start : between(start, checked(whole + 1), whole, time);
        }
        int last = survivors.length - 1;
        if (time >= last) {
            double later = time - last;
            return later == 0 ? survivors[last] : survivors[last] * Math.exp(tailLog * later);
        }
        int whole = (int) time;
        return time == whole ? survivors[whole] : between(survivors[whole], survivors[whole + 1], whole, time);
    }

    private static double between(double start, double end, int whole, double time) {
        requireFalling(start, end, whole);
        return start == 0 ? 0 : start * Math.pow(end / start, time - whole);
    }

    private double checked(int periods) {
        IntToDoubleFunction function = survival;
        double share = function == null ? Double.NaN : function.applyAsDouble(periods);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "survival after " + periods + " periods must be between 0 and 1, but was " + share);
        }
        return share;
    }

    /** Checks two successive values of a survival function, where neighbours may be one number but for rounding. */
    static void requireFalling(double start, double end, int periods) {
        if (end > start * (1 + ROUNDING)) {
            throw new IllegalArgumentException("survival must never rise, but was " + start + " after " + periods
                    + " periods and " + end + " after " + (periods + 1));
        }
    }

    /** Whether only a survival function says what comes later. */
    boolean isOpenEnded() {
        return survival != null;
    }

    /** The number of periods after which the retention is constant. */
    int explicitPeriods() {
        return survivors.length - 1;
    }

    /** ln r of the constant tail. */
    double tailLog() {
        return tailLog;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RetentionCurve curve
                && unit == curve.unit
                && Objects.equals(survival, curve.survival)
                && Double.compare(tailLog, curve.tailLog) == 0
                && Arrays.equals(survivors, curve.survivors);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(survivors) + Double.hashCode(tailLog);
    }

    @Override
    public String toString() {
        return text;
    }
}
