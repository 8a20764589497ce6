package io.clv.benchmarks;

import io.clv.btyd.TransactionModel;
import java.util.Locale;

/** What a transaction model is asked about one customer; years of 52 weeks, a discount of 15% a year. */
public enum ModelCall {

    /** The log-likelihood. */
    LOG_LIKELIHOOD {
        @Override
        double of(TransactionModel model, int x, double last, double age) {
            return model.logLikelihood(x, last, age);
        }
    },

    /** P(alive). */
    PROBABILITY_ALIVE {
        @Override
        double of(TransactionModel model, int x, double last, double age) {
            return model.probabilityAlive(x, last, age);
        }
    },

    /** The purchases of the next year. */
    EXPECTED_TRANSACTIONS {
        @Override
        double of(TransactionModel model, int x, double last, double age) {
            return model.expectedTransactions(x, last, age, YEAR);
        }
    },

    /** The purchases of a newcomer's first weeks. */
    EXPECTED_TRANSACTIONS_OF_NEW_CUSTOMER {
        @Override
        double of(TransactionModel model, int x, double last, double age) {
            return model.expectedTransactionsOfNewCustomer(age);
        }
    },

    /** Just two purchases in the next year. */
    PROBABILITY_OF_COUNT {
        @Override
        double of(TransactionModel model, int x, double last, double age) {
            return model.probabilityOfCount(x, last, age, 2, YEAR);
        }
    },

    /** DERT without end. */
    DISCOUNTED_TRANSACTIONS {
        @Override
        double of(TransactionModel model, int x, double last, double age) {
            return model.discountedExpectedTransactions(x, last, age, DELTA);
        }
    },

    /** DERT over one year. */
    DISCOUNTED_TRANSACTIONS_1_YEAR {
        @Override
        double of(TransactionModel model, int x, double last, double age) {
            return model.discountedExpectedTransactions(x, last, age, DELTA, YEAR);
        }
    },

    /** DERT over five years. */
    DISCOUNTED_TRANSACTIONS_5_YEARS {
        @Override
        double of(TransactionModel model, int x, double last, double age) {
            return model.discountedExpectedTransactions(x, last, age, DELTA, 5 * YEAR);
        }
    },

    /** The discounted lifetime without end. */
    DISCOUNTED_LIFETIME {
        @Override
        double of(TransactionModel model, int x, double last, double age) {
            return model.discountedExpectedLifetime(x, last, age, DELTA);
        }
    },

    /** The discounted lifetime over one year. */
    DISCOUNTED_LIFETIME_1_YEAR {
        @Override
        double of(TransactionModel model, int x, double last, double age) {
            return model.discountedExpectedLifetime(x, last, age, DELTA, YEAR);
        }
    },

    /** A purchase in the next year. */
    PROBABILITY_OF_PURCHASE {
        @Override
        double of(TransactionModel model, int x, double last, double age) {
            return model.probabilityOfPurchase(x, last, age, YEAR);
        }
    },

    /** No purchase any more. */
    PROBABILITY_OF_NO_FURTHER_PURCHASE {
        @Override
        double of(TransactionModel model, int x, double last, double age) {
            return model.probabilityOfNoFurtherPurchase(x, last, age);
        }
    },

    /** The median time to the next purchase; it is optional, and that may cost an object. */
    TIME_TO_NEXT_PURCHASE {
        @Override
        double of(TransactionModel model, int x, double last, double age) {
            return model.timeToNextPurchase(x, last, age, 0.5).orElse(-1);
        }
    },

    /** The mean time to the next purchase; it is optional, and that may cost an object. */
    MEAN_TIME_TO_NEXT_PURCHASE {
        @Override
        double of(TransactionModel model, int x, double last, double age) {
            return model.meanTimeToNextPurchase(x, last, age).orElse(-1);
        }
    };

    private static final double YEAR = 52;
    private static final double DELTA = Math.log(1.15) / YEAR;

    /** Asks about a customer with x repeat purchases, the last at {@code last}, observed until {@code age}. */
    abstract double of(TransactionModel model, int x, double last, double age);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
