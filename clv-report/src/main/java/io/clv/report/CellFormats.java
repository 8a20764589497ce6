package io.clv.report;

import java.util.Currency;

/**
 * How a workbook shows numbers. The number in a bracket tells the digits: 2000000 is Arabic, 3000000 is Persian, and
 * 10000 in it the Gregorian calendar.
 */
final class CellFormats {

    /** Keeps what looks like a formula or a number as it is, even where a reader edits it. */
    static final String TEXT = "@";

    private final String digits;
    private final String calendar;

    CellFormats(Language language) {
        digits = switch (language) {
            case ENGLISH -> "";
            case ARABIC -> "[$-2000000]";
            case PERSIAN -> "[$-3000000]";
        };
        calendar = switch (language) {
            case ENGLISH -> "";
            case ARABIC -> "[$-2010000]";
            case PERSIAN -> "[$-3010000]";
        };
    }

    String whole() {
        return digits + "#,##0";
    }

    String decimal() {
        return digits + "#,##0.00";
    }

    String percent() {
        return digits + "0.0%";
    }

    String date() {
        return calendar + "yyyy-mm-dd";
    }

    String money(Currency currency) {
        int decimals = currency.getDefaultFractionDigits();
        return whole() + (decimals == 0 ? "" : "." + "0".repeat(decimals)) + " \"" + currency.getCurrencyCode() + '"';
    }
}
