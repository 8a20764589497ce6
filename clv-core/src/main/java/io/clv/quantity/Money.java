package io.clv.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;

/**
 * An exact amount of one currency, held as a {@code long} of minor units (cents, fils). Sums never lose a cent: what
 * does not fit throws {@link ArithmeticException} and never wraps, and amounts of two currencies never mix.
 *
 * <p>Results of models are {@code double} inside and become money once, at the edge, through {@link #ofRounded}, half
 * to even. A total is rounded from the unrounded sum, so rounded parts need not add up to a rounded total.
 *
 * <p>Text form: {@code "USD 12.50"}, always with all minor digits; {@link #parse} reads it back, and also {@code "12.50
 * USD"} and {@code "USD 12.5"}. Currencies without minor digits in ISO 4217 (gold, test codes) are refused.
 */
public final class Money implements Comparable<Money> {

    private final long minorUnits;
    private final Currency currency;

    private Money(long minorUnits, Currency currency) {
        this.minorUnits = minorUnits;
        this.currency = currency;
    }

    /**
     * An amount in minor units: 1250 of USD is USD 12.50.
     *
     * @param minorUnits the number of minor units
     * @param currency the currency
     * @return the amount
     * @throws IllegalArgumentException if the currency has no minor digits in ISO 4217
     */
    public static Money ofMinor(long minorUnits, Currency currency) {
        return new Money(minorUnits, requireDigits(currency));
    }

    /**
     * An exact amount.
     *
     * @param amount the amount in major units
     * @param currency the currency
     * @return the amount
     * @throws IllegalArgumentException if it has more decimals than the currency, or the currency has no minor digits
     * @throws ArithmeticException if it is beyond a {@code long} of minor units
     */
    public static Money of(BigDecimal amount, Currency currency) {
        int digits = requireDigits(currency).getDefaultFractionDigits();
        BigDecimal exact = amount.stripTrailingZeros();
        if (exact.scale() > digits) {
            throw new IllegalArgumentException("amount " + amount.toPlainString() + " has " + exact.scale()
                    + " decimals, but " + currency.getCurrencyCode() + " allows " + digits);
        }
        return ofScaled(exact.setScale(digits), currency);
    }

    /**
     * A whole number of major units: 50 of USD is USD 50.00.
     *
     * @param amount the amount in major units
     * @param currencyCode an ISO 4217 code
     * @return the amount
     * @throws IllegalArgumentException if the code is unknown or the currency has no minor digits
     * @throws ArithmeticException if it is beyond a {@code long} of minor units
     */
    public static Money of(long amount, String currencyCode) {
        return of(BigDecimal.valueOf(amount), currency(currencyCode));
    }

    /**
     * The result of a computation, rounded half to even to the currency's minor unit.
     *
     * @param amount the amount in major units
     * @param currency the currency
     * @return the rounded amount
     * @throws IllegalArgumentException if the amount is not finite, or the currency has no minor digits
     * @throws ArithmeticException if it is beyond a {@code long} of minor units
     */
    public static Money ofRounded(double amount, Currency currency) {
        int digits = requireDigits(currency).getDefaultFractionDigits();
        Numbers.requireFinite("amount", amount);
        return ofScaled(new BigDecimal(amount).setScale(digits, RoundingMode.HALF_EVEN), currency);
    }

    /**
     * No money.
     *
     * @param currency the currency
     * @return zero of it
     * @throws IllegalArgumentException if the currency has no minor digits in ISO 4217
     */
    public static Money zero(Currency currency) {
        return ofMinor(0, currency);
    }

    /**
     * Reads {@code "USD 12.50"} or {@code "12.50 USD"}.
     *
     * @param text the text form
     * @return the amount
     * @throws IllegalArgumentException if the text has another form, or too many decimals for its currency
     * @throws ArithmeticException if it is beyond a {@code long} of minor units
     */
    public static Money parse(String text) {
        String[] words = text.strip().split("\\s+", -1);
        if (words.length != 2) {
            throw new IllegalArgumentException(
                    "money must be a currency code and an amount, as in 'USD 12.50', but was '" + text + "'");
        }
        boolean codeFirst = !words[0].isEmpty() && Character.isLetter(words[0].charAt(0));
        String code = codeFirst ? words[0] : words[1];
        String digits = codeFirst ? words[1] : words[0];
        Currency currency = currency(code);
        BigDecimal amount;
        try {
            amount = new BigDecimal(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("amount must be a number, but was '" + digits + "'", e);
        }
        return of(amount, currency);
    }

    /**
     * The currency of an ISO 4217 code that can hold money.
     *
     * @param code three letters, such as USD
     * @return the currency
     * @throws IllegalArgumentException if the code is unknown, or the currency has no minor digits
     */
    public static Currency currency(String code) {
        Currency currency;
        try {
            currency = Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "currency must be an ISO 4217 code such as USD, but was '" + code + "'", e);
        }
        return requireDigits(currency);
    }

    private static Currency requireDigits(Currency currency) {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("currency " + currency.getCurrencyCode()
                    + " has no minor digits in ISO 4217 and cannot hold money");
        }
        return currency;
    }

    private static Money ofScaled(BigDecimal scaled, Currency currency) {
        BigInteger minor = scaled.unscaledValue();
        if (minor.bitLength() > 63) {
            throw new ArithmeticException("amount " + scaled.toPlainString() + " is beyond the range of "
                    + currency.getCurrencyCode() + " money");
        }
        return new Money(minor.longValue(), currency);
    }

    /**
     * The amount in minor units.
     *
     * @return 1250 for USD 12.50
     */
    public long minorUnits() {
        return minorUnits;
    }

    /**
     * The currency.
     *
     * @return the currency
     */
    public Currency currency() {
        return currency;
    }

    /**
     * The exact amount in major units, with all the currency's decimals.
     *
     * @return 12.50 for USD 12.50
     */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
    }

    /**
     * The {@code double} nearest to the amount in major units, for models.
     *
     * @return 12.5 for USD 12.50
     */
    public double toDouble() {
        return amount().doubleValue();
    }

    /**
     * The exact sum.
     *
     * @param other an amount of the same currency
     * @return the sum
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException if the sum is beyond a {@code long} of minor units
     */
    public Money plus(Money other) {
        requireSame(other, "add");
        long sum = minorUnits + other.minorUnits;
        if (((minorUnits ^ sum) & (other.minorUnits ^ sum)) < 0) {
            throw overflow(this + " plus " + other);
        }
        return new Money(sum, currency);
    }

    /**
     * The exact difference.
     *
     * @param other an amount of the same currency
     * @return the difference
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException if the difference is beyond a {@code long} of minor units
     */
    public Money minus(Money other) {
        requireSame(other, "subtract");
        long difference = minorUnits - other.minorUnits;
        if (((minorUnits ^ other.minorUnits) & (minorUnits ^ difference)) < 0) {
            throw overflow(this + " minus " + other);
        }
        return new Money(difference, currency);
    }

    /**
     * The amount with the other sign.
     *
     * @return zero minus this
     * @throws ArithmeticException if this is the one amount that has no opposite
     */
    public Money negated() {
        if (minorUnits == Long.MIN_VALUE) {
            throw overflow("minus " + this);
        }
        return new Money(-minorUnits, currency);
    }

    /**
     * The exact multiple.
     *
     * @param count how many times
     * @return the product
     * @throws ArithmeticException if the product is beyond a {@code long} of minor units
     */
    public Money times(long count) {
        long high = Math.multiplyHigh(minorUnits, count);
        long low = minorUnits * count;
        if (high != low >> 63) {
            throw overflow(this + " times " + count);
        }
        return new Money(low, currency);
    }

    /**
     * The amount times a ratio, taken as the exact binary number that it is, rounded to a minor unit as told.
     *
     * @param ratio the factor
     * @param rounding how a fraction of a minor unit is rounded
     * @return the rounded product
     * @throws ArithmeticException if the product is beyond a {@code long} of minor units, or rounding is unnecessary
     *     only by claim
     */
    public Money times(Ratio ratio, RoundingMode rounding) {
        BigDecimal product = amount().multiply(new BigDecimal(ratio.value()));
        return ofScaled(product.setScale(currency.getDefaultFractionDigits(), rounding), currency);
    }

    /**
     * Shares the amount out in equal parts that sum to it exactly; minor units that are left over go one each to the
     * first parts.
     *
     * @param parts how many, at least 1
     * @return the parts
     * @throws IllegalArgumentException if there is no part
     */
    public List<Money> allocate(int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("parts must be at least 1, but was " + parts);
        }
        long[] weights = new long[parts];
        Arrays.fill(weights, 1);
        return allocate(weights);
    }

    /**
     * Shares the amount out by weights, in parts that sum to it exactly. Each part is its exact share cut towards zero;
     * the minor units left over go one each to the parts with the largest cut-off, the earlier first among equals.
     *
     * @param weights one for each part, none negative, not all zero
     * @return the parts, in the order of the weights
     * @throws IllegalArgumentException if a weight is negative or all are zero
     */
    public List<Money> allocate(long... weights) {
        BigInteger sum = BigInteger.ZERO;
        for (long weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("weight must not be negative, but was " + weight);
            }
            sum = sum.add(BigInteger.valueOf(weight));
        }
        if (sum.signum() == 0) {
            throw new IllegalArgumentException("weights must not all be zero, but there were " + weights.length);
        }
        long[] shares = new long[weights.length];
        BigInteger[] cutOff = new BigInteger[weights.length];
        long left = minorUnits;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] share = BigInteger.valueOf(minorUnits)
                    .multiply(BigInteger.valueOf(weights[i]))
                    .divideAndRemainder(sum);
            shares[i] = share[0].longValueExact();
            cutOff[i] = share[1].abs();
            left -= shares[i];
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            order.add(i);
        }
        order.sort((a, b) -> cutOff[b].compareTo(cutOff[a]));
        long unit = Long.signum(left);
        for (int i = 0; i < Math.abs(left); i++) {
            shares[order.get(i)] += unit;
        }
        List<Money> parts = new ArrayList<>(weights.length);
        for (long share : shares) {
            parts.add(new Money(share, currency));
        }
        return List.copyOf(parts);
    }

    /**
     * Whether this is no money at all.
     *
     * @return true for zero
     */
    public boolean isZero() {
        return minorUnits == 0;
    }

    /**
     * Whether this is less than nothing.
     *
     * @return true below zero
     */
    public boolean isNegative() {
        return minorUnits < 0;
    }

    /**
     * Compares two amounts of one currency.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    @Override
    public int compareTo(Money other) {
        requireSame(other, "compare");
        return Long.compare(minorUnits, other.minorUnits);
    }

    private void requireSame(Money other, String verb) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot " + verb + " " + currency.getCurrencyCode() + " and "
                    + other.currency.getCurrencyCode() + ": " + this + ", " + other);
        }
    }

    private ArithmeticException overflow(String what) {
        return new ArithmeticException(what + " is beyond the range of " + currency.getCurrencyCode() + " money");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Money money && minorUnits == money.minorUnits && currency.equals(money.currency);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(minorUnits) + currency.hashCode();
    }

    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + amount().toPlainString();
    }
}
