package io.clv.lifecycle;

import com.google.common.base.Ascii;
import io.clv.ledger.PeriodTable;
import io.clv.quantity.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;

/** Numbers as the reasons of stages show them. */
final class StageWording {

    private StageWording() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** "1 customer", "2,000 customers". */
    static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    static String singular(ChronoUnit unit) {
        String plural = Ascii.toLowerCase(unit.name());
        return plural.substring(0, plural.length() - 1);
    }

    /** "18 months". */
    static String periods(long number, ChronoUnit unit) {
        return count(number, singular(unit));
    }

    /** "214", or "7.2" below ten. */
    static String days(double days) {
        return plain(days, days < 10 ? 1 : 0);
    }

    /** "1 day", "214 days". */
    static String someDays(double days) {
        String number = days(days);
        return number + (number.equals("1") ? " day" : " days");
    }

    /** "33.3%". */
    static String percent(double share) {
        return plain(100 * share, 1) + "%";
    }

    /** Without trailing zeros. */
    static String plain(double value, int digits) {
        BigDecimal decimal = new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN);
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }

    static Money money(double minorUnits, PeriodTable table) {
        Currency currency = table.currency();
        return Money.of(
                new BigDecimal(minorUnits)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .movePointLeft(currency.getDefaultFractionDigits()),
                currency);
    }

    /** "USD 12.00 a month". */
    static String rate(double minorUnits, PeriodTable table) {
        return money(minorUnits, table) + " a " + singular(table.grid().unit());
    }
}
