package io.clv.btyd;

import org.jspecify.annotations.Nullable;

/**
 * The models and P(alive) of one history after another, in each draw. What lies ahead of one who is there depends on
 * t_x in no model of this package, so it need not be computed anew where t_x alone is another.
 */
final class HistoryDraws {

    private final DrawnBase base;
    private final double[] alive;
    private TransactionModel[] models = new TransactionModel[0];
    private @Nullable FutureDraws[] futures = new FutureDraws[0];
    private boolean conjugate;
    private int kind = -1;
    private int x = -1;
    private double last;
    private double age;
    private double delta;

    HistoryDraws(DrawnBase base) {
        this.base = base;
        this.alive = new double[base.models().draws()];
    }

    /** Turns to a customer; tells whether what lies ahead must be computed anew. */
    boolean turnTo(int row) {
        boolean otherModels = base.models().kind(row) != kind;
        if (otherModels) {
            kind = base.models().kind(row);
            models = base.models().models(kind);
            futures = new FutureDraws[models.length];
            conjugate = models[0] instanceof ConjugateModel;
        }
        Histories histories = base.histories();
        boolean otherAhead = otherModels
                || histories.x(row) != x
                || histories.age(row) != age
                || base.terms().delta(row) != delta;
        if (!otherAhead && histories.last(row) == last) {
            return false;
        }
        x = histories.x(row);
        last = histories.last(row);
        age = histories.age(row);
        delta = base.terms().delta(row);
        for (int draw = 0; draw < alive.length; draw++) {
            alive[draw] = models[draw].probabilityAlive(x, last, age);
        }
        return otherAhead || !conjugate;
    }

    TransactionModel model(int draw) {
        return models[draw];
    }

    FutureDraws future(int draw) {
        FutureDraws known = futures[draw];
        if (known == null) {
            known = FutureDraws.of(models[draw]);
            futures[draw] = known;
        }
        return known;
    }

    /** P(alive) in each draw; not to be written to. */
    double[] alive() {
        return alive;
    }

    /** What the answers about one who is there are multiplied with; other models' answers are about anybody. */
    double weight(int draw) {
        return conjugate ? alive[draw] : 1;
    }
}
