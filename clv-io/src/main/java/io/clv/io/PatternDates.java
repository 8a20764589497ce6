package io.clv.io;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dates of a pattern of {@link DateTimeFormatter}. A log has few distinct dates, so they are remembered. */
final class PatternDates implements DateField {

    private static final int REMEMBERED = 10_000;
    private static final ZonedDateTime EXAMPLE =
            LocalDateTime.of(2001, 12, 23, 14, 5).atZone(ZoneOffset.UTC);

    private final String pattern;
    private final DateTimeFormatter formatter;
    private final @Nullable ZoneId zone;
    private final Map<String, Integer> known = new HashMap<>();

    PatternDates(String pattern, @Nullable ZoneId zone) {
        this.pattern = pattern;
        this.formatter = formatter(pattern);
        this.zone = zone;
    }

    /** Refuses what is no pattern, and a pattern that leaves the date open. */
    static DateTimeFormatter formatter(String pattern) {
        try {
            DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(withoutEra(pattern))
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
            LocalDate.parse(EXAMPLE.format(formatter), formatter);
            return formatter;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(
                    "date format must be a pattern of year, month and day, as in dd.MM.yyyy, but was '" + pattern + "'",
                    e);
        }
    }

    /**
     * Strict parsing refuses 31 February instead of taking another day for it, but then wants an era with {@code y};
     * {@code u} is the year that needs none.
     */
    private static String withoutEra(String pattern) {
        StringBuilder years = new StringBuilder(pattern.length());
        boolean literal = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            literal ^= c == '\'';
            years.append(c == 'y' && !literal ? 'u' : c);
        }
        return years.toString();
    }

    @Override
    public int epochDay(char[] buffer, int from, int to) {
        String text = new String(buffer, from, to - from);
        Integer day = known.get(text);
        if (day == null) {
            day = parse(Numerals.plain(text));
            if (known.size() < REMEMBERED) {
                known.put(text, day);
            }
        }
        return day;
    }

    private int parse(String text) {
        try {
            TemporalAccessor parsed =
                    formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
            ZoneId wanted = zone;
            LocalDate date = wanted != null && parsed instanceof ZonedDateTime moment
                    ? moment.withZoneSameInstant(wanted).toLocalDate()
                    : LocalDate.from(parsed);
            return Math.toIntExact(date.toEpochDay());
        } catch (DateTimeException e) {
            return NO_DATE;
        }
    }

    @Override
    public String rule() {
        return "must be a date as in " + pattern;
    }
}
