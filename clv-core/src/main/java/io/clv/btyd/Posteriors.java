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
    private final Optional<Supplier<? extends Posterior<?>>> transactions;
    private final Optional<String> absence;

    /**
     * How far draws can be trusted.
     *
     * @param family whose parameters they are
     * @param words the diagnosis of their posterior
     */
    record Trust(String family, String words) {

        static Trust in(Posterior<?> posterior) {
            return new Trust(posterior.mode().family(), posterior.diagnosis());
        }

        /** As a clause that may follow "assumes". */
        String sentence() {
            return "the parameters of " + family + " have a " + words;
        }
    }

    /**
     * The draws.
     *
     * @param seed what they were drawn by, and what is drawn of customers goes by too
     * @param fault of what kind they are if they are not to be trusted; empty if they are
     * @param trust how far those of each model can be trusted
     * @param transactions models of purchases, or of purchases with covariates, all equally likely
     * @param spend as many models of spend, in the order in which they go with those of purchases
     */
    record Drawn(long seed, Optional<Trust> fault, List<Trust> trust, List<?> transactions, List<SpendModel> spend) {

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
                    List.of(Trust.in(first), Trust.in(second)),
                    first.models(),
                    paired(second.models(), first.models().size(), first.seed()));
        }

        private static Drawn faulty(Posterior<?> posterior) {
            return new Drawn(posterior.seed(), Optional.of(Trust.in(posterior)), List.of(), List.of(), List.of());
        }
    }

    private Posteriors(
            Supplier<Drawn> drawn, Optional<Supplier<? extends Posterior<?>>> transactions, Optional<String> absence) {
        this.drawn = drawn;
        this.transactions = transactions;
        this.absence = absence;
    }

    /** Both are known. */
    static Posteriors of(Posterior<?> transactions, Posterior<? extends SpendModel> spend) {
        return sought(() -> transactions, () -> spend);
    }

    /** What is known are the draws. */
    static Posteriors of(Drawn draws) {
        return new Posteriors(() -> draws, Optional.empty(), Optional.empty());
    }

    /** Both can be sought. */
    static Posteriors sought(
            Supplier<? extends Posterior<?>> transactions, Supplier<? extends Posterior<? extends SpendModel>> spend) {
        com.google.common.base.Supplier<Posterior<?>> first = Suppliers.memoize(transactions::get);
        com.google.common.base.Supplier<Drawn> both = Suppliers.memoize(() -> Drawn.of(first, spend));
        return new Posteriors(both, Optional.of(first), Optional.empty());
    }

    /** There are none. */
    static Posteriors absent(String why) {
        return new Posteriors(
                () -> {
                    throw new IllegalStateException("an absent posterior was asked for");
                },
                Optional.empty(),
                Optional.of(why));
    }

    /** Why nothing is known of them; empty if something can be. */
    Optional<String> absence() {
        return absence;
    }

    /** Why there is no interval, as a sentence without a full stop; empty if there is nothing against one. */
    Optional<String> fault() {
        return absence.or(() -> drawn.get().fault().map(Trust::sentence));
    }

    /** The draws, which there are unless they are absent. */
    Drawn drawn() {
        return drawn.get();
    }

    /** How far each can be trusted, as clauses that may follow "assumes". */
    List<String> diagnoses() {
        return drawn.get().trust().stream().map(Trust::sentence).toList();
    }

    /** That of the model of purchases, for which that of spend need not be sought; empty if but draws are known. */
    Optional<Posterior<?>> ofTransactions() {
        return transactions.map(Supplier::get);
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
