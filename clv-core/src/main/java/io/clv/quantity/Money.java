package io.clv.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.function.Supplier;

/**
 * An exact amount of one currency, held as a {@code long} of minor units (cents, fils). Sums never lose a cent: what
 * does not fit throws {@link ArithmeticException} and never wraps, and amounts of two currencies never mix.
 *
 * <p>Results of models are {@code double} inside and become money once, at the edge, through {@link #ofRounded}, half
 * to even. A total is rounded from the unrounded sum, so rounded parts need not add up to a rounded total; parts that
 * must add up come from {@link #allocate(long...)}.
 *
 * <p>Text form: {@code "USD 12.50"}, always with all minor digits; {@link #parse} reads it back, and also {@code "12.50
 * USD"} and {@code "USD 12.5"}. Currencies without minor digits in ISO 4217 (gold, test codes) are refused.
 */
public final class Money implements Comparable<Money> {

    /** The digits of the largest {@code long}. */
    private static final int MOST_DIGITS = 19;

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
        // Judged before the digits are written out: 1E+999999999 is a short text and a long number.
        if (amount.signum() != 0 && (long) amount.precision() - amount.scale() > MOST_DIGITS) {
            throw overflow("amount " + amount, currency);
        }
        BigDecimal exact = amount.stripTrailingZeros();
        if (exact.scale() > digits) {
            throw new IllegalArgumentException("amount " + amount + " has " + exact.scale() + " decimals, but "
                    + currency.getCurrencyCode() + " allows " + digits);
        }
        return fitting(exact.setScale(digits).unscaledValue(), currency, () -> "amount " + amount);
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
     * The result of a computation, rounded half to even to the currency's minor unit. The {@code double} is taken as
     * the exact binary number that it is: the one nearest to 1.015 lies below it and becomes 1.01.
     *
     * @param amount the amount in major units
     * @param currency the currency
     * @return the rounded amount
     * @throws IllegalArgumentException if the amount is not finite, or the currency has no minor digits
     * @throws ArithmeticException if it is beyond a {@code long} of minor units
     */
    public static Money ofRounded(double amount, Currency currency) {
        int digits = requireDigits(currency).getDefaultFractionDigits();
        BigDecimal exact = new BigDecimal(Numbers.requireFinite("amount", amount));
        BigInteger minor = exact.setScale(digits, RoundingMode.HALF_EVEN).unscaledValue();
        return fitting(minor, currency, () -> "amount " + Numbers.text(amount));
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
     * Reads {@code "USD 12.50"} or {@code "12.50 USD"}. Digits may be Arabic-Indic or others; the decimal sign is a
     * point and there is no grouping.
     *
     * @param text the text form
     * @return the amount
     * @throws IllegalArgumentException if the text has another form, or too many decimals for its currency
     * @throws ArithmeticException if it is beyond a {@code long} of minor units
     */
    public static Money parse(String text) {
        String[] words = text.strip().split("\\s+", -1);
        if (words.length != 2 || (!isCode(words[0]) && !isCode(words[1]))) {
            throw new IllegalArgumentException(
                    "money must be a currency code and an amount, as in 'USD 12.50', but was '" + text.strip() + "'");
        }
        int code = isCode(words[0]) ? 0 : 1;
        Currency currency = currency(words[code]);
        String digits = words[1 - code];
        BigDecimal amount;
        try {
            amount = new BigDecimal(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("amount must be a number, but was '" + digits + "'", e);
        }
        return of(amount, currency);
    }

    private static boolean isCode(String word) {
        return Character.isLetter(word.charAt(0));
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

    static Currency requireDigits(Currency currency) {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("currency " + currency.getCurrencyCode()
                    + " has no minor digits in ISO 4217 and cannot hold money");
        }
        return currency;
    }

    private static Money fitting(BigInteger minorUnits, Currency currency, Supplier<String> what) {
        if (minorUnits.bitLength() >= Long.SIZE) {
            throw overflow(what.get(), currency);
        }
        return new Money(minorUnits.longValue(), currency);
    }

    private static ArithmeticException overflow(String what, Currency currency) {
        return new ArithmeticException(what + " is beyond the range of " + currency.getCurrencyCode() + " money");
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
            throw overflow(this + " plus " + other, currency);
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
            throw overflow(this + " minus " + other, currency);
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
            throw overflow("minus " + this, currency);
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
            throw overflow(this + " times " + count, currency);
        }
        return new Money(low, currency);
    }

    /**
     * The amount times a ratio, rounded to a minor unit as told. The ratio is taken as the decimal of its text form, so
     * 15% of USD 0.50 is exactly 7.5 cents, a tie, and not the little less of the binary number nearest to 0.15.
     *
     * @param ratio the factor
     * @param rounding how a fraction of a minor unit is rounded
     * @return the rounded product
     * @throws ArithmeticException if the product is beyond a {@code long} of minor units, or {@code rounding} claims
     *     that it is unnecessary and it is not
     */
    public Money times(Ratio ratio, RoundingMode rounding) {
        BigDecimal product = BigDecimal.valueOf(minorUnits).multiply(BigDecimal.valueOf(ratio.value()));
        return fitting(round(product, ratio, rounding), currency, () -> this + " times " + ratio);
    }

    private BigInteger round(BigDecimal product, Ratio ratio, RoundingMode rounding) {
        try {
            return product.setScale(0, rounding).unscaledValue();
        } catch (ArithmeticException e) {
            ArithmeticException named = new ArithmeticException(
                    this + " times " + ratio + " is not a whole number of minor units and must be rounded");
            named.initCause(e);
            throw named;
        }
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
        return each(Allocation.equally(minorUnits, parts));
    }

    /**
     * Shares the amount out by weights, in parts that sum to it exactly. Each part is its exact share cut towards zero;
     * the minor units left over go one each to the parts with the largest cut-off, the earlier first among equals.
     *
     * @param weights one for each part, none negative, not all zero
     * @return the parts, in the order of the weights
     * @throws IllegalArgumentException if a weight is negative, or all are zero or there is none
     */
    public List<Money> allocate(long... weights) {
        return each(Allocation.byWeights(minorUnits, weights));
    }

    /**
     * Amounts that sum to this one but for rounding, as money that sums to it exactly. Each is rounded half to even,
     * and what the sum then misses is made up, one minor unit each, by those whose rounding went furthest the other
     * way.
     *
     * @param amounts in major units
     * @return as many parts, in the order of the amounts
     * @throws IllegalArgumentException if there is no amount, one is not finite, or they sum to something else
     * @throws ArithmeticException if one is beyond the range of money
     */
    public List<Money> inParts(double... amounts) {
        double sum = 0;
        double largest = 0;
        for (double amount : amounts) {
            sum += ofRounded(Numbers.requireFinite("part", amount), currency).toDouble();
            largest = Math.max(largest, Math.abs(amount));
        }
        double unit = Math.pow(10, -currency.getDefaultFractionDigits());
        if (amounts.length == 0 || !(Math.abs(sum - toDouble()) <= (1 + amounts.length) * unit + 1e-9 * largest)) {
            throw new IllegalArgumentException("parts must sum to " + this + ", but "
                    + (amounts.length == 0 ? "there were none" : "summed to " + Numbers.text(sum)));
        }
        return List.of(RoundedParts.of(amounts, this));
    }

    private List<Money> each(long[] shares) {
        return Arrays.stream(shares)
                .mapToObj(share -> new Money(share, currency))
                .toList();
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
     * @param other an amount of the same currency
     * @return negative, zero or positive as this is less than, equal to or greater than the other
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
