package io.clv.btyd;

import com.google.common.base.Suppliers;
import io.clv.numerics.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the parameters of a pair of models may be: draws of the posteriors of both, which are sought when they are first
 * needed. A draw of the one goes with a draw of the other taken at random, as the models are fitted apart.
 */
final class Posteriors {

    /** Keeps the pairing apart from all else that is drawn under the same seed. */
    private static final long PAIRS = 0x5041495253L;

    private final Supplier<Drawn> drawn;
    private final Optional<String> absence;

    /**
     * The draws.
     *
     * @param seed what they were drawn by, and what is drawn of customers goes by too
     * @param fault why they are not to be trusted; empty if they are
     * @param diagnoses how far each can be trusted, as clauses that may follow "assumes"
     * @param transactions models of purchases, or of purchases with covariates, all equally likely
     * @param spend as many models of spend, in the order in which they go with those of purchases
     */
    record Drawn(
            long seed, Optional<String> fault, List<String> diagnoses, List<?> transactions, List<SpendModel> spend) {

        static Drawn of(
                Supplier<? extends Posterior<?>> transactions,
                Supplier<? extends Posterior<? extends SpendModel>> spend) {
            Posterior<?> first = transactions.get();
            if (!first.isReliable()) {
                return faulty(first);
            }
            Posterior<? extends SpendModel> second = spend.get();
            if (!second.isReliable()) {
                return faulty(second);
            }
            return new Drawn(
                    first.seed(),
                    Optional.empty(),
                    List.of(diagnosis(first), diagnosis(second)),
                    first.models(),
                    paired(second.models(), first.models().size(), first.seed()));
        }

        private static Drawn faulty(Posterior<?> posterior) {
            return new Drawn(posterior.seed(), Optional.of(diagnosis(posterior)), List.of(), List.of(), List.of());
        }
    }

    private Posteriors(Supplier<Drawn> drawn, Optional<String> absence) {
        this.drawn = drawn;
        this.absence = absence;
    }

    /** Both are known. */
    static Posteriors of(Posterior<?> transactions, Posterior<? extends SpendModel> spend) {
        return sought(() -> transactions, () -> spend);
    }

    /** What is known are the draws. */
    static Posteriors of(Drawn draws) {
        return new Posteriors(() -> draws, Optional.empty());
    }

    /** Both can be sought. */
    static Posteriors sought(
            Supplier<? extends Posterior<?>> transactions, Supplier<? extends Posterior<? extends SpendModel>> spend) {
        com.google.common.base.Supplier<Drawn> once = Suppliers.memoize(() -> Drawn.of(transactions, spend));
        return new Posteriors(once, Optional.empty());
    }

    /** There are none. */
    static Posteriors absent(String why) {
        return new Posteriors(
                () -> {
                    throw new IllegalStateException("an absent posterior was asked for");
                },
                Optional.of(why));
    }

    /** Why nothing is known of them; empty if something can be. */
    Optional<String> absence() {
        return absence;
    }

    /** Why there is no interval, as a sentence without a full stop; empty if there is nothing against one. */
    Optional<String> fault() {
        return absence.or(() -> drawn.get().fault());
    }

    private static String diagnosis(Posterior<?> posterior) {
        return "the parameters of " + posterior.mode().family() + " have a " + posterior.diagnosis();
    }

    /** The draws, which there are unless they are absent. */
    Drawn drawn() {
        return drawn.get();
    }

    /** How far each can be trusted, as clauses that may follow "assumes". */
    List<String> diagnoses() {
        return drawn.get().diagnoses();
    }

    /** That of the model of purchases. */
    Posterior<?> ofTransactions() {
        return transactions.get();
    }

    long seed() {
        return drawn.get().seed();
    }

    /** Models of purchases, or of purchases with covariates, all equally likely. */
    List<?> transactionModels() {
        return drawn.get().transactions();
    }

    /** As many models of spend, in the order in which they go with those of purchases. */
    List<SpendModel> spendModels() {
        return drawn.get().spend();
    }

    private static List<SpendModel> paired(List<? extends SpendModel> models, int draws, long seed) {
        List<SpendModel> shuffled = new ArrayList<>(models);
        RandomStream random = RandomStream.of(seed, PAIRS);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int other = (int) (random.uniform() * (i + 1));
            SpendModel moved = shuffled.get(i);
            shuffled.set(i, shuffled.get(other));
            shuffled.set(other, moved);
        }
        List<SpendModel> paired = new ArrayList<>();
        for (int i = 0; i < draws; i++) {
            paired.add(shuffled.get(i % shuffled.size()));
        }
        return List.copyOf(paired);
    }
}
