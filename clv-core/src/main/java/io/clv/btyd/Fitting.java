package io.clv.btyd;

import io.clv.ledger.Acquisition;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.JoinedAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Fits to the customers of a table whose history is whole. */
final class Fitting {

    private final CustomerTable customers;
    private final Acquisition acquisition;
    private final FitOptions options;
    private final IntPredicate whole;
    private final long cutOff;

    Fitting(CustomerTable customers, Acquisition acquisition, FitOptions options) {
        this.customers = customers;
        this.acquisition = acquisition;
        this.options = options;
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

    <M extends TransactionModel> Fit<M> transactions(TransactionFamily<M> family) {
        List<String> notes = new ArrayList<>(family.notesOn(customers));
        notes.addAll(notes());
        return family.fit(Tally.of(customers, whole), options.of(family.parameterNames()))
                .noting(notes);
    }

    <M extends TransactionModel> Fit<WithCovariates<M>> transactions(
            CovariateFamily<M> family, JoinedAttributes attributes, CovariateEncoding encoding) {
        CovariateTally tally = CovariateTally.of(attributes, encoding, whole);
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

    <M extends SpendModel> Fit<M> spend(SpendFamily<M> family, boolean firstIncluded) {
        SpendTally tally = SpendTally.of(customers, firstIncluded ? 1 : 0, whole);
        if (!(tally.customers() > 0)) {
            throw new IllegalArgumentException(
                    firstIncluded
                            ? "there must be a customer to fit spend to, but none has a positive mean amount"
                            : "there must be a customer to fit spend to, but none has repeat purchases with a positive mean"
                                    + " amount; the first purchase may be included");
        }
        return family.fit(tally, options.of(family.parameterNames()));
    }
}
