package io.clv.report;

import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What values say of themselves in English, as sentences that can be put into any language. A sentence that is not
 * known stays as it is.
 */
final class PlainWords {

    private static final String COUNT = "([\\d,]+) customers?";
    private static final String FIT = "(\\S+) model with (.+) in (\\S+), fitted to " + COUNT
            + "(?: with a prior \\(\\w+\\))?: log-likelihood \\S+, .+";

    /** What stands in a sentence, and how it is read. */
    private enum Argument {
        TEXT,
        NUMBER,
        WHOLE,
        MONEY,
        SHARE,
        DATE;

        Object read(String text) {
            return switch (this) {
                case TEXT -> text;
                case NUMBER -> Double.valueOf(text);
                case WHOLE -> Long.valueOf(text.replace(",", ""));
                case MONEY -> Money.parse(text);
                case SHARE -> Ratio.parse(text);
                case DATE -> LocalDate.parse(text);
            };
        }
    }

    private record Known(Pattern pattern, String code, List<Argument> arguments) {

        Optional<Sentence> match(String text) {
            Matcher matcher = pattern.matcher(text);
            return matcher.matches()
                    ? Optional.of(new Sentence(
                            code,
                            IntStream.range(0, arguments.size())
                                    .mapToObj(i -> arguments.get(i).read(matcher.group(i + 1)))
                                    .toList()))
                    : Optional.empty();
        }
    }

    private static final List<Known> KNOWN = List.of(
            known(
                    "purchases follow the " + FIT,
                    "purchases.model",
                    Argument.TEXT,
                    Argument.TEXT,
                    Argument.TEXT,
                    Argument.WHOLE),
            known(
                    "spend on a purchase follows the " + FIT,
                    "spend.model",
                    Argument.TEXT,
                    Argument.TEXT,
                    Argument.TEXT,
                    Argument.WHOLE),
            known(
                    "spend on a purchase, the first included, follows the " + FIT,
                    "spend.model-with-first",
                    Argument.TEXT,
                    Argument.TEXT,
                    Argument.TEXT,
                    Argument.WHOLE),
            known(
                    "spend on a purchase is independent of frequency: their correlation is (\\S+)",
                    "spend.independent",
                    Argument.NUMBER),
            known("spend on a purchase is independent of frequency: the data cannot tell", "spend.cannot-tell"),
            known(
                    COUNT + " without a repeat purchase gets? the mean spend of all, (.+)",
                    "spend.mean",
                    Argument.WHOLE,
                    Argument.MONEY),
            known(
                    COUNT + " whose purchases have no positive mean gets? the mean spend of all, (.+)",
                    "spend.no-mean",
                    Argument.WHOLE,
                    Argument.MONEY),
            known(
                    "P\\(alive\\) is 1 for the " + COUNT + " without a repeat purchase, .+",
                    "alive.one-time",
                    Argument.WHOLE),
            known("P\\(alive\\) is 1 for every customer: .+", "alive.nobody-leaves"),
            known("discounting is continuous: .+", "discount.continuous"),
            known("no costs, as no margin was given: .+", "margin.none"),
            known("gross[ -]margin (\\S+%) for every customer", "margin.all", Argument.SHARE),
            known(
                    "the (\\S+) intervals are of the outcome, by " + "([\\d,]+) draws: .+",
                    "interval.outcome",
                    Argument.SHARE,
                    Argument.WHOLE),
            known(
                    "the (\\S+) intervals are of the mean, by " + "([\\d,]+) draws: .+",
                    "interval.mean",
                    Argument.SHARE,
                    Argument.WHOLE),
            known("(.+) for every customer", "input.all", Argument.TEXT),
            known("there is no customer to value", "customers.none"),
            known(
                    "none of the ([\\d,]+) customers bought anything in the hold-out: .* than (\\S+)",
                    "hold-out.nobody-bought",
                    Argument.WHOLE,
                    Argument.DATE),
            known(
                    "the hold-out has (\\d+) purchases?, too few .* than (\\S+)",
                    "hold-out.few",
                    Argument.WHOLE,
                    Argument.DATE),
            known(
                    "the hold-out is longer than any customer was observed for .* than (\\S+)",
                    "hold-out.longer",
                    Argument.DATE),
            known(
                    "(\\S+) of this base's gaps are (\\d+) days? or shorter; who has at least (\\d+) gaps is judged by"
                            + " his own",
                    "stages.overdue",
                    Argument.SHARE,
                    Argument.WHOLE,
                    Argument.WHOLE),
            known(
                    "at risk after (\\d+) days? without a purchase; who has at least (\\d+) gaps is judged by his own",
                    "stages.silent",
                    Argument.WHOLE,
                    Argument.WHOLE),
            known(
                    "changes of income from (\\S+) on, plateaus from (\\d+) periods on, in whole \\w+",
                    "stages.curve",
                    Argument.SHARE,
                    Argument.WHOLE),
            known(
                    "lost after (\\d+) days? without a purchase; won back for (\\d+) days?, new for (\\d+)(?: days?)?",
                    "stages.lost",
                    Argument.WHOLE,
                    Argument.WHOLE,
                    Argument.WHOLE));

    /** How parameters were drawn is told of the fit, and not of the values. */
    private static final Pattern TECHNICAL = Pattern.compile(
            "the parameters of (\\S+) have a posterior under the .+ prior by \\d+ evaluations of the likelihood,"
                    + " effective sample size at least (\\d+), .+");

    private PlainWords() {}

    private static Known known(String pattern, String code, Argument... arguments) {
        return new Known(Pattern.compile(pattern), code, List.of(arguments));
    }

    static Sentence of(String english) {
        return KNOWN.stream()
                .flatMap(known -> known.match(english).stream())
                .findFirst()
                .orElseGet(() -> Sentence.english(english));
    }

    /** How well the parameters of a model are known, if that is what a sentence says. */
    static Optional<Sentence> posterior(String english) {
        Matcher matcher = TECHNICAL.matcher(english);
        return matcher.matches()
                ? Optional.of(Sentence.of("fit.posterior", matcher.group(1), Long.valueOf(matcher.group(2))))
                : Optional.empty();
    }
}
