package io.clv.btyd;

import io.clv.ltv.CustomerBase;
import io.clv.quantity.Span;
import io.clv.task.Parallelism;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The purchases that lie ahead of customers, counted by period in many futures that are equally likely: what a forecast
 * of orders adds up.
 *
 * <pre>{@code
 * FuturePurchases ahead = FuturePurchases.of(posterior);
 * double[][] ends = new double[400][];
 * Arrays.fill(ends, new double[] {1, 2, 3, 4});                      // the next four weeks, in each of 400 futures
 * long[][] purchases = ahead.ofCustomers(base, ends, 1, Parallelism.sequential());
 * }</pre>
 *
 * <p>A future has its own draw of the parameters where a posterior is given, shared by all customers, known ones and
 * newcomers. What a customer does in it is drawn by the model: whether he is still there, his rates given his history,
 * and his purchases. The periods may have other lengths in each future, so that a clock may run faster where a season
 * is strong.
 *
 * <p>Immutable and safe to share between threads. What is drawn depends on the seed and the ids, not on the threads.
 */
public final class FuturePurchases {

    private final ChronoUnit unit;
    private final List<?> models;
    private final Shock shock;
    private final List<String> assumptions;

    private FuturePurchases(ChronoUnit unit, List<?> models, Shock shock, List<String> assumptions) {
        // Periods of a calendar are known in days, weeks, months and years.
        Span.of(0, unit);
        this.unit = unit;
        this.models = List.copyOf(models);
        this.shock = shock;
        this.assumptions = assumptions;
        Object any = this.models.get(0);
        TransactionModel model =
                shock.on((TransactionModel) (any instanceof WithCovariates<?> with ? with.base() : any));
        if (SimulatedFuture.refusesHalves(model)) {
            throw new IllegalArgumentException("purchases by period need a model of purchases at any moment, but "
                    + model.name() + " counts opportunities");
        }
    }

    /**
     * By a model whose parameters are taken to be known.
     *
     * @param model how customers buy and leave
     * @param unit the unit of its times
     * @return the purchases ahead
     * @throws IllegalArgumentException if the unit is not days, weeks, months or years, or the model counts
     *     opportunities
     */
    public static FuturePurchases of(TransactionModel model, ChronoUnit unit) {
        return new FuturePurchases(
                unit, List.of(model), Shock.none(), List.of(follows(model.name()), known(model.name())));
    }

    /**
     * By a fitted model whose parameters are taken to be known.
     *
     * @param fit how customers buy and leave
     * @return the purchases ahead
     * @throws IllegalArgumentException if the fit has no unit of time, or the model counts opportunities
     */
    public static FuturePurchases of(Fit<? extends TransactionModel> fit) {
        return new FuturePurchases(
                unit(fit), List.of(fit.model()), Shock.none(), List.of(follows(fit.family()), known(fit.family())));
    }

    /**
     * By a model whose parameters are in doubt.
     *
     * @param posterior what they may be
     * @return the purchases ahead
     * @throws IllegalArgumentException if the draws of the posterior are not reliable, it has no unit of time, or the
     *     model counts opportunities
     */
    public static FuturePurchases of(Posterior<? extends TransactionModel> posterior) {
        return of(posterior, Shock.none());
    }

    /**
     * By a model that values customers, with the covariates that it knows and the shock that it is under. Its
     * parameters are in doubt if they can be: if the model was fitted, or given a posterior.
     *
     * @param model how customers buy and leave; of what they spend nothing is asked
     * @return the purchases ahead
     * @throws IllegalArgumentException as the others
     */
    public static FuturePurchases of(FittedLtv model) {
        Shock shock = model.models().shock();
        if (model.posteriors().absence().isEmpty()) {
            Optional<Posterior<?>> posterior = model.posteriors().ofTransactions();
            return posterior.isPresent() ? of(posterior.get(), shock) : ofDraws(model, shock);
        }
        String family = model.transactions().family();
        return new FuturePurchases(
                model.unit(),
                List.of(model.transactions().model()),
                shock,
                under(shock, List.of(follows(family), known(family))));
    }

    private static FuturePurchases of(Posterior<?> posterior, Shock shock) {
        Posteriors.Trust trust = Posteriors.Trust.in(posterior);
        if (!posterior.isReliable()) {
            throw unreliable(trust);
        }
        return inDoubt(unit(posterior.mode()), posterior.models(), shock, trust);
    }

    /** By a model that was read from a text, which keeps draws and no posterior. */
    private static FuturePurchases ofDraws(FittedLtv model, Shock shock) {
        Posteriors.Drawn drawn = model.posteriors().drawn();
        drawn.fault().ifPresent(fault -> {
            throw unreliable(fault);
        });
        return inDoubt(model.unit(), drawn.transactions(), shock, drawn.trust().get(0));
    }

    private static IllegalArgumentException unreliable(Posteriors.Trust trust) {
        return new IllegalArgumentException(
                "the posterior of " + trust.family() + " must be reliable, but was not: " + trust.words());
    }

    private static FuturePurchases inDoubt(ChronoUnit unit, List<?> models, Shock shock, Posteriors.Trust trust) {
        String doubt = "the parameters of " + trust.family() + " are in doubt, in each future others, shared by all"
                + " customers: " + trust.words();
        return new FuturePurchases(unit, models, shock, under(shock, List.of(follows(trust.family()), doubt)));
    }

    private static ChronoUnit unit(Fit<?> fit) {
        return fit.unit()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the " + fit.family() + " fit must be in a unit of time, but was in " + fit.unitText()));
    }

    private static String follows(String family) {
        return "purchases follow the " + family + " model, at most one a purchase period of a customer";
    }

    private static String known(String family) {
        return "the parameters of " + family + " are as fitted: doubt about them is left out";
    }

    private static List<String> under(Shock shock, List<String> sentences) {
        Optional<String> sentence = shock.sentence();
        if (sentence.isEmpty()) {
            return sentences;
        }
        List<String> all = new ArrayList<>(sentences);
        all.add(sentence.get());
        return List.copyOf(all);
    }

    /**
     * The unit of the times of the model.
     *
     * @return the unit in which {@code ends} are given
     */
    public ChronoUnit unit() {
        return unit;
    }

    /**
     * What the purchases rest on, and whether the parameters are in doubt.
     *
     * @return clauses that may follow "assumes", in English; immutable
     */
    public List<String> assumptions() {
        return assumptions;
    }

    /**
     * The purchases of known customers: {@code result[f][p]} is how many all of them make in period p of future f, in
     * the time from the end of the period before (or the end of observation) to the end of p. A million customers of
     * BG/NBD take about 35 s of one processor for 400 futures of 365 days.
     *
     * @param base the customers, in the model's unit; with their covariates if the model knows any
     * @param ends for each future the ends of the periods, after the end of observation, in the model's unit
     * @param seed which futures
     * @param parallelism the threads
     * @return a count for each future and period
     * @throws IllegalArgumentException if the customers are in another unit, lack the model's covariates or have a
     *     history that it refuses; or if ends are not finite, not ascending from 0, or not as many in each future
     * @throws ArithmeticException if a customer is drawn to make more than ten million purchases
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public long[][] ofCustomers(CustomerBase base, double[][] ends, long seed, Parallelism parallelism) {
        if (base.customers().unit() != unit) {
            throw new IllegalArgumentException("the model is in " + FitText.unit(unit) + ", but the customers are in "
                    + FitText.unit(base.customers().unit()));
        }
        return new KnownDraws(base, DrawnModels.of(models, base, shock), requireEnds(ends), seed).run(parallelism);
    }

    /**
     * The repeat purchases of customers who are to come: {@code result[f][p]} is how many all of them make in period p
     * of future f. Their first purchases are their coming, and not counted again. They come evenly within a period.
     *
     * <p>Where more than {@value NewcomerDraws#MOST} come in a future, so many of them are drawn, and the distance of
     * their purchases from the expectation is scaled by the root of the number that each stands for: mean, variance and
     * the covariance between periods are those of all of them, and a sum over so many is as good as normal.
     *
     * @param coming how many come in each future and period
     * @param ends for each future the ends of the periods, the first of which begins at 0
     * @param seed which futures
     * @param parallelism the threads
     * @return a count for each future and period
     * @throws IllegalArgumentException if a number is negative, ends are not finite, not ascending from 0, or there are
     *     not as many of both in each future
     * @throws ArithmeticException if a customer is drawn to make more than ten million purchases
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public long[][] ofNewcomers(long[][] coming, double[][] ends, long seed, Parallelism parallelism) {
        return ofNewcomers(coming, ends, NewcomerDraws.MOST, seed, parallelism);
    }

    /** As {@link #ofNewcomers(long[][], double[][], long, Parallelism)}, with at most so many drawn in a future. */
    long[][] ofNewcomers(long[][] coming, double[][] ends, int most, long seed, Parallelism parallelism) {
        requireEnds(ends);
        requireComing(coming, ends);
        TransactionModel[] drawn = new TransactionModel[models.size()];
        for (int i = 0; i < drawn.length; i++) {
            Object model = models.get(i);
            drawn[i] = shock.on((TransactionModel) (model instanceof WithCovariates<?> with ? with.base() : model));
        }
        return new NewcomerDraws(drawn, coming, ends, most, seed).run(parallelism);
    }

    /** Which of so many models is that of a future: all of them in turn, or, of fewer futures, evenly among them. */
    static int model(int future, int futures, int models) {
        return futures < models ? (int) ((long) future * models / futures) : future % models;
    }

    private static double[][] requireEnds(double[][] ends) {
        for (int future = 0; future < ends.length; future++) {
            requireLength("ends", future, ends[future].length, ends[0].length);
            double before = 0;
            for (double end : ends[future]) {
                if (!(end >= before && end <= Double.MAX_VALUE)) {
                    throw new IllegalArgumentException(
                            "ends of periods must be finite and ascend from 0, but in future " + (future + 1) + " "
                                    + end + " followed " + before);
                }
                before = end;
            }
        }
        return ends;
    }

    private static void requireComing(long[][] coming, double[][] ends) {
        if (coming.length != ends.length) {
            throw new IllegalArgumentException(
                    "newcomers must be known of each of the " + ends.length + " futures, but were of " + coming.length);
        }
        for (int future = 0; future < coming.length; future++) {
            requireLength("newcomers", future, coming[future].length, ends[future].length);
            for (long each : coming[future]) {
                if (each < 0) {
                    throw new IllegalArgumentException(
                            "newcomers must not be negative, but were " + each + " in future " + (future + 1));
                }
            }
        }
    }

    private static void requireLength(String name, int future, int length, int periods) {
        if (length != periods) {
            throw new IllegalArgumentException(name + " must be of " + periods + " periods in each future, but were of "
                    + length + " in future " + (future + 1));
        }
    }

    @Override
    public String toString() {
        return "purchases ahead by " + (models.size() == 1 ? "a model" : models.size() + " draws of a model") + " in "
                + FitText.unit(unit);
    }
}
