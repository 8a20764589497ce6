package io.clv.ltv;

import io.clv.quantity.Money;
import java.util.Currency;

/** Money derived from data, kept unrounded; what is shown of it is rounded. */
record Unrounded(double amount, Currency currency) {

    Money rounded() {
        return Money.ofRounded(amount, currency);
    }

    @Override
    public String toString() {
        return rounded().toString();
    }
}
