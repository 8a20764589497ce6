package io.clv.io;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Dates as ISO 8601 writes them, 1997-01-31 or 19970131, the first also before a time of day, which may have an offset.
 * A blank instead of the T, as databases write it, is read too.
 *
 * <p>A time without an offset is local, so its date stands as written. One with an offset is a moment: it has its date
 * in the zone that was given, or as written if none was.
 *
 * <p>Written out by hand because a formatter makes a dozen objects a row.
 */
final class IsoDates implements DateField {

    private static final int SECONDS_OF_DAY = 86_400;

    private final @Nullable ZoneId zone;

    IsoDates(@Nullable ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String rule() {
        return "must be a date as in 1997-01-31";
    }

    @Override
    public int epochDay(char[] buffer, int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] > '~' || buffer[i] == ' ') {
                char[] plain =
                        Numerals.plain(new String(buffer, from, to - from)).toCharArray();
                return plainDay(plain, 0, plain.length);
            }
        }
        return plainDay(buffer, from, to);
    }

    private int plainDay(char[] text, int from, int to) {
        int length = to - from;
        if (length == 8) {
            return day(number(text, from, 4), number(text, from + 4, 2), number(text, from + 6, 2));
        }
        if (length < 10 || text[from + 4] != '-' || text[from + 7] != '-') {
            return NO_DATE;
        }
        int day = day(number(text, from, 4), number(text, from + 5, 2), number(text, from + 8, 2));
        return length == 10 || day == NO_DATE ? day : timestampDay(day, text, from + 10, to);
    }

    private static int day(int year, int month, int day) {
        boolean exists = year >= 1
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
        return exists ? (int) LocalDate.of(year, month, day).toEpochDay() : NO_DATE;
    }

    /** The day of a moment that was written as {@code day} and what follows it, from its T on. */
    private int timestampDay(int day, char[] text, int from, int to) {
        boolean separated = text[from] == 'T' || text[from] == 't' || text[from] == ' ';
        int hour = separated && to - from >= 6 && text[from + 3] == ':' ? number(text, from + 1, 2) : -1;
        int minute = hour >= 0 ? number(text, from + 4, 2) : -1;
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
            return NO_DATE;
        }
        int second = 0;
        int at = from + 6;
        if (at < to && text[at] == ':') {
            second = at + 3 <= to ? number(text, at + 1, 2) : -1;
            at += 3;
            if (second < 0 || second > 59) {
                return NO_DATE;
            }
            at = afterFraction(text, at, to);
        }
        if (at == to) {
            return day;
        }
        int offset = offsetSeconds(text, text[at] == ' ' ? at + 1 : at, to);
        if (offset == Integer.MIN_VALUE) {
            return NO_DATE;
        }
        if (zone == null) {
            return day;
        }
        long moment = (long) day * SECONDS_OF_DAY + hour * 3600L + minute * 60L + second - offset;
        return (int) LocalDate.ofInstant(Instant.ofEpochSecond(moment), zone).toEpochDay();
    }

    private static int afterFraction(char[] text, int from, int to) {
        if (from >= to || (text[from] != '.' && text[from] != ',')) {
            return from;
        }
        int at = from + 1;
        while (at < to && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at == from + 1 ? from : at;
    }

    /** Of Z, +01, +0100 or +01:00, perhaps followed by a zone's name in brackets; the least int if it is none. */
    private static int offsetSeconds(char[] text, int from, int to) {
        int end = from;
        while (end < to && text[end] != '[') {
            end++;
        }
        boolean named = end < to;
        int length = end - from;
        if (length < 1 || (named && text[to - 1] != ']')) {
            return Integer.MIN_VALUE;
        }
        char first = text[from];
        if (length == 1 && (first == 'Z' || first == 'z')) {
            return 0;
        }
        boolean colon = length == 6 && text[from + 3] == ':';
        if ((first != '+' && first != '-') || (length != 3 && length != 5 && !colon)) {
            return Integer.MIN_VALUE;
        }
        int hours = number(text, from + 1, 2);
        int minutes = length == 3 ? 0 : number(text, end - 2, 2);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        int seconds = hours * 3600 + minutes * 60;
        return first == '-' ? -seconds : seconds;
    }

    /** The number of exactly {@code length} digits, or -1. */
    private static int number(char[] text, int from, int length) {
        int value = 0;
        for (int i = from; i < from + length; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
