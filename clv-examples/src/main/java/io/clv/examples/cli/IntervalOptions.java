package io.clv.examples.cli;

import io.clv.btyd.LtvFitting;
import io.clv.btyd.PosteriorOptions;
import io.clv.quantity.Interval;
import io.clv.quantity.Ratio;
import io.clv.task.Parallelism;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which intervals a fitted model gives its values. */
final class IntervalOptions {

    private static final String LOADED =
            "a model that is loaded does not know the customers it was fitted to, and so not how sure it is";

    private static final Ratio DEFAULT_LEVEL = Ratio.percent(90);

    /** So many customers that a draw of all of them takes a while. */
    private static final int MANY = 200_000;

    /** The ends of an interval of 90% are the fifth of so many draws from either side. */
    private static final int FEW_DRAWS = 100;

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

    private boolean forBase;

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

    /** Draws no more than the interval of a whole base needs. */
    void drawForBase() {
        forBase = true;
    }

    void addTo(LtvFitting model, int customers) {
        if (kind == Kind.NONE) {
            Refused.unlessNull("--level", level, "there is no interval with --interval none");
            return;
        }
        try {
            model.intervals(
                    kind == Kind.MEAN ? Interval.Of.MEAN : Interval.Of.OUTCOME, level == null ? DEFAULT_LEVEL : level);
            if (forBase && level == null && customers > MANY) {
                model.posteriorOptions(PosteriorOptions.defaults()
                        .draws(FEW_DRAWS)
                        .effectiveDraws(FEW_DRAWS)
                        .parallelism(Parallelism.available()));
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException("--level: " + e.getMessage());
        }
    }
}
