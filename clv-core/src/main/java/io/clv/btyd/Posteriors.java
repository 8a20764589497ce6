package io.clv.btyd;

import com.google.common.base.Suppliers;
import io.clv.numerics.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the parameters of a pair of models may be: the posteriors of both, sought when they are first needed. A draw of
 * the one goes with a draw of the other taken at random, as the models are fitted apart.
 */
final class Posteriors {

    /** Keeps the pairing apart from all else that is drawn under the same seed. */
    private static final long PAIRS = 0x5041495253L;

    private final Supplier<Posterior<?>> transactions;
    private final Supplier<? extends Posterior<? extends SpendModel>> spend;
    private final Optional<String> absence;

    private Posteriors(
            Supplier<Posterior<?>> transactions,
            Supplier<? extends Posterior<? extends SpendModel>> spend,
            Optional<String> absence) {
        this.transactions = transactions;
        this.spend = spend;
        this.absence = absence;
    }

    /** Both are known. */
    static Posteriors of(Posterior<?> transactions, Posterior<? extends SpendModel> spend) {
        return new Posteriors(() -> transactions, () -> spend, Optional.empty());
    }

    /** Both can be sought. */
    static <S extends SpendModel> Posteriors sought(Supplier<Posterior<?>> transactions, Supplier<Posterior<S>> spend) {
        com.google.common.base.Supplier<Posterior<?>> first = Suppliers.memoize(transactions::get);
        com.google.common.base.Supplier<Posterior<S>> second = Suppliers.memoize(spend::get);
        return new Posteriors(first, second, Optional.empty());
    }

    /** There are none. */
    static Posteriors absent(String why) {
        IllegalStateException unasked = new IllegalStateException("an absent posterior was asked for");
        return new Posteriors(
                () -> {
                    throw unasked;
                },
                () -> {
                    throw unasked;
                },
                Optional.of(why));
    }

    /** Why nothing is known of them; empty if something can be. */
    Optional<String> absence() {
        return absence;
    }

    /** Why there is no interval, as a sentence without a full stop; empty if there is nothing against one. */
    Optional<String> fault() {
        return absence.or(() -> fault(transactions.get())).or(() -> fault(spend.get()));
    }

    private static Optional<String> fault(Posterior<?> posterior) {
        return posterior.isReliable() ? Optional.empty() : Optional.of(diagnosis(posterior));
    }

    private static String diagnosis(Posterior<?> posterior) {
        return "the parameters of " + posterior.mode().family() + " have a " + posterior.diagnosis();
    }

    /** How far each can be trusted, as clauses that may follow "assumes". */
    List<String> diagnoses() {
        return List.of(diagnosis(transactions.get()), diagnosis(spend.get()));
    }

    /** That of the model of purchases. */
    Posterior<?> ofTransactions() {
        return transactions.get();
    }

    long seed() {
        return transactions.get().seed();
    }

    /** Models of purchases, or of purchases with covariates, all equally likely. */
    List<?> transactionModels() {
        return transactions.get().models();
    }

    /** As many models of spend, in the order in which they go with those of purchases. */
    List<SpendModel> spendModels() {
        List<SpendModel> shuffled = new ArrayList<>(spend.get().models());
        RandomStream random = RandomStream.of(seed(), PAIRS);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int other = (int) (random.uniform() * (i + 1));
            SpendModel moved = shuffled.get(i);
            shuffled.set(i, shuffled.get(other));
            shuffled.set(other, moved);
        }
        List<SpendModel> paired = new ArrayList<>();
        for (int i = 0; i < transactionModels().size(); i++) {
            paired.add(shuffled.get(i % shuffled.size()));
        }
        return paired;
    }
}
