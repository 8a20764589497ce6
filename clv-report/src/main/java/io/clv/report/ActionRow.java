package io.clv.report;

import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A customer to act on.
 *
 * @param customer the id
 * @param reason why
 * @param stage the code of the stage; empty where no stages are known
 * @param value what the customer is worth
 * @param atStake what the customer would be worth more if it were sure that he is still active, {@code value (1 - p) /
 *     p} with p his P(alive); empty where p is not known
 * @param alive P(alive); empty where the model does not know
 * @param purchases first and repeat purchases
 * @param revenue what the customer has brought to date, exactly
 * @param lastPurchase the day of the last purchase
 */
public record ActionRow(
        String customer,
        Reason reason,
        Optional<String> stage,
        Money value,
        Optional<Money> atStake,
        OptionalDouble alive,
        int purchases,
        Money revenue,
        LocalDate lastPurchase) {

    /** Why a customer is on the list. */
    public enum Reason {

        /** Came back at least once and may be about to leave, and much is at stake: call before he is gone. */
        MAY_BE_LEAVING("may-be-leaving"),

        /** Among those worth most: look after him. */
        AMONG_THE_BEST("among-the-best");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /**
         * The reason in files.
         *
         * @return such as "may-be-leaving"
         */
        public String code() {
            return code;
        }
    }
}
