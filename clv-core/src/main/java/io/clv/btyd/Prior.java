package io.clv.btyd;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is taken to be known of the parameters before the data are seen: nothing, or that the log of each is normal. A
 * posterior needs the latter: as dropout tends to 0 the likelihood tends to that of customers who never leave, which is
 * above 0, so that under a flat prior on logs the posterior's integral has no end.
 *
 * <p>Text form: "none", "weak", or "weak r~lognormal(0.5,0.7)" with the median and the deviation of what is known
 * better.
 */
public final class Prior {

    private static final double WEAK_DEVIATION = 3;

    /** Nothing: maximum likelihood, which may lie at a boundary. */
    public static final Prior NONE = new Prior(false, Double.POSITIVE_INFINITY, ImmutableMap.of());

    /**
     * The log of each parameter is normal with standard deviation 3, about 0, or about the log of the mean age (of the
     * mean amount) where it is a time (an amount). It hardly moves a fit of some hundred customers, and keeps one of
     * ten finite.
     */
    public static final Prior WEAK = new Prior(true, WEAK_DEVIATION, ImmutableMap.of());

    private static final Pattern KNOWN = Pattern.compile("([^\\s~]+)~lognormal\\(([^,]+),([^,]+)\\)");

    private static final String COEFFICIENTS = "coefficients~normal(0,";

    private final boolean weak;
    /** The standard deviation of coefficients of covariates, about 0; infinite if nothing is known of them. */
    private final double coefficientDeviation;

    private final ImmutableMap<String, LogNormal> given;

    private Prior(boolean weak, double coefficientDeviation, ImmutableMap<String, LogNormal> given) {
        this.weak = weak;
        this.coefficientDeviation = coefficientDeviation;
        this.given = given;
    }

    /**
     * A parameter whose log is normal.
     *
     * @param median the median, in the unit of the fit
     * @param deviation the standard deviation of its log: at 0.5 two thirds of the prior lie between 0.6 and 1.65 times
     *     the median
     */
    public record LogNormal(double median, double deviation) {

        /**
         * Checks both.
         *
         * @param median the median
         * @param deviation the standard deviation of the log
         * @throws IllegalArgumentException if either is not finite and above 0
         */
        public LogNormal {
            Arguments.requireParameter("median", median);
            Arguments.requireParameter("deviation", deviation);
        }
    }

    /**
     * This prior with a parameter of which more is known.
     *
     * @param parameter its name
     * @param median its median, in the unit of the fit
     * @param deviation the standard deviation of its log
     * @return the prior; it is weak for the parameters that were not named
     * @throws IllegalArgumentException if either number is not finite and above 0, the parameter was named before, or
     *     its name is blank or holds a space or '~'
     */
    public Prior with(String parameter, double median, double deviation) {
        if (!parameter.matches("[^\\s~]+")) {
            throw new IllegalArgumentException("parameter must be a name, but was '" + parameter + "'");
        }
        if (given.containsKey(parameter)) {
            throw new IllegalArgumentException(
                    "prior of " + parameter + " was already set to " + text(given.get(parameter)));
        }
        return new Prior(
                true,
                Math.min(coefficientDeviation, WEAK_DEVIATION),
                ImmutableMap.<String, LogNormal>builder()
                        .putAll(given)
                        .put(parameter, new LogNormal(median, deviation))
                        .buildOrThrow());
    }

    /**
     * This prior with coefficients of covariates drawn towards 0: each is normal about 0. That is a penalty of
     * {@code lambda / 2} times the sum of their squares, for {@code lambda = 1 / deviation^2} (L2, ridge).
     *
     * @param deviation the standard deviation, on the scale of the coefficients
     * @return the prior; it says of other parameters what this one does
     * @throws IllegalArgumentException if the deviation is not finite and above 0
     */
    public Prior shrinking(double deviation) {
        return new Prior(weak, Arguments.requireParameter("deviation", deviation), given);
    }

    /** Infinite if nothing is known of coefficients. */
    double coefficientDeviation() {
        return coefficientDeviation;
    }

    /**
     * Whether it says something of every parameter, as a posterior needs.
     *
     * @return false for {@link #NONE}
     */
    public boolean isProper() {
        return weak;
    }

    /**
     * The parameters of which more is known than little.
     *
     * @return name to what is known, not to be changed
     */
    public Map<String, LogNormal> given() {
        return given;
    }

    /** This prior without what it says of other parameters. */
    Prior of(List<String> names) {
        return new Prior(weak, coefficientDeviation, ImmutableMap.copyOf(Maps.filterKeys(given, names::contains)));
    }

    /**
     * What is known of a parameter.
     *
     * @param parameter its name
     * @param typical the median of the weak prior: 1, or the mean of what sets the parameter's scale
     * @return empty if nothing
     */
    Optional<LogNormal> of(String parameter, double typical) {
        LogNormal known = given.get(parameter);
        if (known != null) {
            return Optional.of(known);
        }
        return weak ? Optional.of(new LogNormal(typical, WEAK_DEVIATION)) : Optional.empty();
    }

    /**
     * The text form.
     *
     * @return such as "none" or "weak"
     */
    public String label() {
        StringBuilder label = new StringBuilder(weak ? "weak" : "none");
        if (coefficientDeviation != (weak ? WEAK_DEVIATION : Double.POSITIVE_INFINITY)) {
            label.append(' ').append(COEFFICIENTS).append(coefficientDeviation).append(')');
        }
        given.forEach(
                (name, known) -> label.append(' ').append(name).append('~').append(text(known)));
        return label.toString();
    }

    private static String text(LogNormal known) {
        return "lognormal(" + known.median() + "," + known.deviation() + ")";
    }

    /**
     * Reads the text form.
     *
     * @param text such as "none" or "weak"
     * @return the prior
     * @throws IllegalArgumentException if the text is another
     */
    public static Prior parse(String text) {
        String[] words = text.strip().split("\\s+", -1);
        if (!words[0].equals("weak") && !words[0].equals("none")) {
            throw new IllegalArgumentException(
                    "prior must be none, or weak and what is known of parameters, as in 'weak r~lognormal(0.5,0.7)', but"
                            + " was '" + text + "'");
        }
        Prior prior = words[0].equals("weak") ? WEAK : NONE;
        for (int i = 1; i < words.length; i++) {
            Matcher known = KNOWN.matcher(words[i]);
            if (words[i].startsWith(COEFFICIENTS) && words[i].endsWith(")")) {
                prior = prior.shrinking(number(words[i].substring(COEFFICIENTS.length(), words[i].length() - 1)));
            } else if (known.matches()) {
                prior = prior.with(known.group(1), number(known.group(2)), number(known.group(3)));
            } else {
                throw new IllegalArgumentException(
                        "prior of a parameter must be as in r~lognormal(0.5,0.7), but was '" + words[i] + "'");
            }
        }
        return prior;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("prior must hold numbers, but was '" + text + "'", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Prior prior && prior.label().equals(label());
    }

    @Override
    public int hashCode() {
        return label().hashCode();
    }

    @Override
    public String toString() {
        return label();
    }
}
