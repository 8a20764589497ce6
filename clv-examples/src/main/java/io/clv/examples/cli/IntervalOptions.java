package io.clv.examples.cli;

import io.clv.btyd.LtvFitting;
import io.clv.quantity.Interval;
import io.clv.quantity.Ratio;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which intervals a fitted model gives its values. */
final class IntervalOptions {

    private static final String LOADED =
            "a model that is loaded does not know the customers it was fitted to, and so not how sure it is";

    private static final Ratio DEFAULT_LEVEL = Ratio.percent(90);

    /** What intervals are of, or that there are none. */
    enum Kind {
        MEAN,
        OUTCOME,
        NONE
    }

    @Option(
            names = "--level",
            paramLabel = "RATIO",
            description = "the probability with which clv_low and clv_high hold the value (default: 90%%)")
    private @Nullable Ratio level;

    @Option(
            names = "--interval",
            paramLabel = "mean|outcome|none",
            description = "mean: the parameters alone are in doubt; outcome: what will happen (default: outcome)")
    private @Nullable Kind kind;

    void requireNone(String why) {
        Refused.unlessNull("--level", level, why);
        Refused.unlessNull("--interval", kind, why);
    }

    /** Gives none where none is shown. */
    void leaveOut(String why) {
        requireNone(why);
        kind = Kind.NONE;
    }

    /** Refuses intervals of models that are loaded. */
    void requireNoneOfLoaded() {
        Refused.unlessNull("--level", level, LOADED);
        Refused.unless(kind == null || kind == Kind.NONE, "--interval", LOADED);
    }

    /** Says that models that are loaded give none, unless that is no surprise. */
    void tellOfLoaded(Console console) {
        if (kind == null) {
            console.note("no intervals: " + LOADED);
        }
    }

    void addTo(LtvFitting model) {
        if (kind == Kind.NONE) {
            Refused.unlessNull("--level", level, "there is no interval with --interval none");
            return;
        }
        try {
            model.intervals(
                    kind == Kind.MEAN ? Interval.Of.MEAN : Interval.Of.OUTCOME, level == null ? DEFAULT_LEVEL : level);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--level: " + e.getMessage());
        }
    }
}
