package io.clv.btyd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a reader of a fit must know where the data are too few or too short for it, with the nearest sound alternative:
 * clauses that may follow "assumes".
 */
final class FitAdvice {

    /** So many customers who came back tell a parameter, or as many amounts; fewer leave it to chance. */
    private static final int EACH = 10;

    /** The parameters of NBD, the simplest model of purchases. */
    private static final int SIMPLEST = 2;

    /** Purchases in so short a share of the time observed are as many as the pace at the beginning makes them. */
    private static final double SOON = 1e-3;

    private static final String FORMULA = "a formula such as margin-adjusted with a churn of your own";

    private FitAdvice() {}

    static List<String> on(TransactionFamily<?> family, Moments moments, Fit<? extends TransactionModel> fit) {
        double back = moments.returned();
        int parameters = fit.freeParameters();
        if (parameters == 0) {
            return List.of();
        }
        if (back == 0) {
            return List.of("none of " + FitWording.customers(moments.customers())
                    + " came back, so that nothing tells how often customers buy or when they leave: better a longer"
                    + " calibration, or " + FORMULA);
        }
        if (back < EACH * parameters) {
            return List.of(few(family, moments.customers(), back, fit));
        }
        return tooShort(family, moments, fit);
    }

    private static String few(TransactionFamily<?> family, double customers, double back, Fit<?> fit) {
        List<String> better = new ArrayList<>();
        if (!fit.prior().isProper()) {
            better.add("the weak prior");
        }
        boolean simpler = family.process() == PurchaseProcess.CONTINUOUS_TIME && fit.freeParameters() > SIMPLEST;
        if (simpler && back >= EACH * SIMPLEST) {
            better.add("nbd with its " + SIMPLEST + " parameters");
        }
        better.add("one fit to the customers of all groups");
        if (back < EACH * SIMPLEST) {
            better.add(FORMULA);
        }
        return FitWording.number(back) + " of " + FitWording.customers(customers) + " came back, where the "
                + fit.freeParameters() + " parameters of " + fit.family() + " ask for " + EACH * fit.freeParameters()
                + ": better " + alternatives(better);
    }

    /** Where the pace of newcomers makes less than a purchase in the time observed, waiting looks like leaving. */
    private static List<String> tooShort(
            TransactionFamily<?> family, Moments moments, Fit<? extends TransactionModel> fit) {
        double observed = moments.meanScale();
        double soon = family.process() == PurchaseProcess.CONTINUOUS_TIME ? SOON * observed : 1;
        double gap;
        try {
            gap = soon / fit.model().expectedTransactionsOfNewCustomer(soon);
        } catch (IllegalArgumentException | ArithmeticException e) {
            // A fit does not fail for want of advice, as where a model knows no time so short.
            return List.of();
        }
        if (!(gap > observed) || Double.isInfinite(gap)) {
            return List.of();
        }
        List<String> better = new ArrayList<>(List.of("a longer calibration"));
        if (!fit.prior().isProper()) {
            better.add("the weak prior");
        }
        better.add(FORMULA);
        return List.of(String.format(
                Locale.ROOT,
                "customers were observed for %s %s on average, less than the %s between purchases at the pace of a"
                        + " newcomer, so that who waits is hard to tell from who has left: better %s",
                FitWording.number(observed),
                fit.unitText(),
                FitWording.number(gap),
                alternatives(better)));
    }

    /** Of spend. */
    static List<String> on(Moments moments, Fit<? extends SpendModel> fit) {
        int parameters = fit.freeParameters();
        if (moments.customers() >= EACH * parameters) {
            return List.of();
        }
        List<String> better = new ArrayList<>();
        if (!fit.prior().isProper()) {
            better.add("the weak prior");
        }
        better.add("first purchases included");
        better.add("one mean order value for all");
        return List.of("the amounts of " + FitWording.customers(moments.customers()) + " tell the " + parameters
                + " parameters of " + fit.family() + ", which ask for " + EACH * parameters + ": better "
                + alternatives(better));
    }

    private static String alternatives(List<String> better) {
        int last = better.size() - 1;
        return last == 0 ? better.get(0) : String.join(", ", better.subList(0, last)) + ", or " + better.get(last);
    }
}
