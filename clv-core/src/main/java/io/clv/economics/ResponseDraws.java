package io.clv.economics;

import io.clv.numerics.RandomStream;
import io.clv.quantity.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Response curves whose parameters are drawn, where nobody knows them for sure: a list of curves, each as likely as the
 * next. Draws of a media mix model go into {@link BudgetRisk} as they are; these make some from what a planner would
 * say of the parameters:
 *
 * <pre>{@code
 * List<ResponseCurve> search = ResponseDraws.of("search", 1000, 7,
 *         draw -> ResponseCurve.power(draw.around(4.2, percent(20)), draw.between(0.5, 0.7)));
 * }</pre>
 */
public final class ResponseDraws {

    private final RandomStream stream;

    private ResponseDraws(RandomStream stream) {
        this.stream = stream;
    }

    /**
     * Draws curves of a channel. What is drawn depends on the seed, the channel's name and the number of the draw
     * alone.
     *
     * @param channel the channel's name
     * @param count how many, at least 1
     * @param seed which world
     * @param curve makes a curve of parameters that it draws, always in the same order
     * @return the curves
     * @throws IllegalArgumentException if the count is not positive
     */
    public static List<ResponseCurve> of(
            String channel, int count, long seed, Function<ResponseDraws, ? extends ResponseCurve> curve) {
        if (count < 1) {
            throw new IllegalArgumentException("draws must be at least 1, but were " + count);
        }
        long world = seed + key(channel);
        List<ResponseCurve> curves = new ArrayList<>(count);
        for (int draw = 0; draw < count; draw++) {
            curves.add(curve.apply(new ResponseDraws(RandomStream.of(world, draw))));
        }
        return List.copyOf(curves);
    }

    /** A number of the name, the same on every machine (FNV-1a over its UTF-16). */
    private static long key(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /**
     * A positive parameter known up to a factor: log-normal, with half of the draws on either side of the median.
     *
     * @param median above 0
     * @param uncertainty the standard deviation of its logarithm: at 20%, two draws of three lie within a fifth or so
     * @return the draw
     * @throws IllegalArgumentException if the median is not finite and above 0, or the uncertainty is negative
     */
    public double around(double median, Ratio uncertainty) {
        ResponseArguments.requirePositive("median of a parameter", median);
        if (uncertainty.value() < 0) {
            throw new IllegalArgumentException(
                    "uncertainty of a parameter must not be negative, but was " + uncertainty);
        }
        return median * Math.exp(uncertainty.value() * stream.normal());
    }

    /**
     * A parameter known to lie between two numbers: uniform.
     *
     * @param low the lower end
     * @param high the upper end
     * @return the draw
     * @throws IllegalArgumentException if an end is not finite, or they are out of order
     */
    public double between(double low, double high) {
        if (!(low <= high && Math.abs(low) <= Double.MAX_VALUE && Math.abs(high) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "ends of a parameter must be finite and in order, but were " + low + " and " + high);
        }
        return low + (high - low) * stream.uniform();
    }
}
