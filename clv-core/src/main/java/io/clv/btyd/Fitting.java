package io.clv.btyd;

import io.clv.ledger.Acquisition;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.JoinedAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** Fits to the customers of a table whose history is whole. */
final class Fitting {

    private final CustomerTable customers;
    private final Acquisition acquisition;
    private final FitOptions options;
    private final PosteriorOptions draws;
    private final IntPredicate whole;
    private final long cutOff;

    Fitting(CustomerTable customers, Acquisition acquisition, FitOptions options, PosteriorOptions draws) {
        this.customers = customers;
        this.acquisition = acquisition;
        this.options = options;
        this.draws = draws;
        Prior known = options.prior();
        if (known.isProper()
                && !draws.prior().equals(Prior.WEAK)
                && !draws.prior().equals(known)) {
            throw new IllegalArgumentException(
                    "prior of the posteriors must be that of the fits, " + known + ", but was " + draws.prior());
        }
        whole = row -> acquisition.isWhole(customers, row);
        cutOff = acquisition.cutOff(customers);
        if (customers.size() == 0) {
            throw new IllegalArgumentException("there must be a customer to fit a model to, but the table has none");
        }
        if (cutOff == customers.size()) {
            throw new IllegalArgumentException("there must be a customer to fit a model to, but the log cuts off the"
                    + " history of all " + cutOff);
        }
    }

    Tally tally() {
        return Tally.of(customers, whole);
    }

    CovariateTally tally(JoinedAttributes attributes, CovariateEncoding encoding) {
        return CovariateTally.of(attributes, encoding, whole);
    }

    <M extends TransactionModel> Fit<M> transactions(TransactionFamily<M> family, Tally tally) {
        List<String> notes = new ArrayList<>(family.notesOn(customers));
        notes.addAll(notes());
        return family.fit(tally, options.of(family.parameterNames())).noting(notes);
    }

    <M extends TransactionModel> Fit<WithCovariates<M>> transactions(CovariateFamily<M> family, CovariateTally tally) {
        return family.fit(tally, options.of(family.parameterNames())).noting(notes());
    }

    /** Refuses options for a parameter that neither family has. */
    void requireNames(ModelFamily<?> transactions, SpendFamily<?> spend) {
        List<String> names = new ArrayList<>(transactions.parameterNames());
        names.addAll(spend.parameterNames());
        for (String held : options.held().keySet()) {
            if (!names.contains(held)) {
                throw new IllegalArgumentException(
                        "held parameter must be one of " + String.join(", ", names) + ", but was '" + held + "'");
            }
        }
        for (String known : options.prior().given().keySet()) {
            if (!names.contains(known)) {
                throw new IllegalArgumentException(
                        "prior must be of the parameters " + String.join(", ", names) + ", but was of '" + known + "'");
            }
        }
    }

    /** What is known of whose history is whole, as clauses that may follow "assumes". */
    private List<String> notes() {
        if (cutOff > 0) {
            return List.of(String.format(
                    Locale.ROOT,
                    "the histories of %,d of %,d customers are cut off (%s): they are left out of the fit, and valued by"
                            + " what was seen of them",
                    cutOff,
                    customers.size(),
                    acquisition));
        }
        return acquisition.warning(customers).stream().toList();
    }

    SpendTally amounts(boolean firstIncluded) {
        SpendTally tally = SpendTally.of(customers, firstIncluded ? 1 : 0, whole);
        if (!(tally.customers() > 0)) {
            throw new IllegalArgumentException(
                    firstIncluded
                            ? "there must be a customer to fit spend to, but none has a positive mean amount"
                            : "there must be a customer to fit spend to, but none has repeat purchases with a positive mean"
                                    + " amount; the first purchase may be included");
        }
        return tally;
    }

    <M extends SpendModel> Fit<M> spend(SpendFamily<M> family, SpendTally amounts) {
        return family.fit(amounts, options.of(family.parameterNames()));
    }

    /** The posteriors of two fits, under their prior. */
    <S extends SpendModel> Posteriors posteriors(
            Fit<?> transactions,
            Function<PosteriorOptions, Posterior<?>> ofTransactions,
            Fit<S> spend,
            Function<PosteriorOptions, Posterior<S>> ofSpend) {
        for (Fit<?> fit : List.of(transactions, spend)) {
            if (!fit.heldParameters().isEmpty()) {
                return Posteriors.absent("a posterior is of all parameters, and the " + fit.family() + " fit holds "
                        + String.join(", ", fit.heldParameters()));
            }
        }
        PosteriorOptions first = draws.prior(prior(transactions));
        PosteriorOptions second = draws.prior(prior(spend));
        return Posteriors.sought(() -> ofTransactions.apply(first), () -> ofSpend.apply(second));
    }

    /** The fits' where that is proper, else that of the posteriors; of both, what concerns the parameters. */
    private Prior prior(Fit<?> fit) {
        Prior prior = options.prior().isProper() ? options.prior() : draws.prior();
        double deviation = options.prior().coefficientDeviation();
        Prior known = prior.of(List.copyOf(fit.parameters().keySet()));
        return Double.isFinite(deviation) ? known.shrinking(deviation) : known;
    }
}
