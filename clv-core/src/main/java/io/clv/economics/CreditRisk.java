package io.clv.economics;

import io.clv.quantity.LossRate;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;

/**
 * How likely who owes stops to pay, and what is then lost. Both are inputs, from a credit bureau or one's own books: a
 * customer's value says how much he buys, not whether he pays.
 *
 * @param defaults the probability of default PD, per unit of time of those who still pay
 * @param lossGivenDefault the share LGD of what is owed that is never recovered
 */
public record CreditRisk(LossRate defaults, Ratio lossGivenDefault) {

    /**
     * Checks the loss.
     *
     * @param defaults the probability of default
     * @param lossGivenDefault the share that is never recovered
     * @throws IllegalArgumentException if the loss is not from 0% to 100%
     */
    public CreditRisk {
        if (lossGivenDefault.value() < 0 || lossGivenDefault.value() > 1) {
            throw new IllegalArgumentException(
                    "loss given default must be between 0% and 100%, but was " + lossGivenDefault);
        }
    }

    /** How many still pay after a while. */
    double paying(Span time) {
        return 1 - defaults.over(time).value();
    }

    /** "PD 3% per year, LGD 60%". */
    @Override
    public String toString() {
        return "PD " + defaults + ", LGD " + lossGivenDefault;
    }
}
