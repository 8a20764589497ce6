package io.clv.examples.cli;

import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import java.math.BigDecimal;
import java.util.Currency;

/** Money as a user types it: with its currency, or without where there is but one. */
final class Amounts {

    private Amounts() {}

    /** "12.50" or "USD 12.50". */
    static Money money(String text, Currency currency) {
        if (text.chars().anyMatch(Character::isLetter)) {
            return Money.parse(text);
        }
        BigDecimal amount;
        try {
            amount = new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("amount must be a number, but was '" + text.strip() + "'", e);
        }
        return Money.of(amount, currency);
    }

    /** "50 per month" or "USD 50 per month". */
    static MoneyRate rate(String text, Currency currency) {
        String stripped = text.strip();
        boolean named = !stripped.isEmpty() && Character.isLetter(stripped.charAt(0));
        return MoneyRate.parse(named ? stripped : currency.getCurrencyCode() + " " + stripped);
    }

    /** A whole number. */
    static long whole(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a whole number, but was '" + text.strip() + "'", e);
        }
    }

    /** A number. */
    static double number(String text) {
        try {
            return new BigDecimal(text.strip()).doubleValue();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a number, but was '" + text.strip() + "'", e);
        }
    }
}
