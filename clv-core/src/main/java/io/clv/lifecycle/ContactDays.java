package io.clv.lifecycle;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The planned days, numbered from 0: on which a contact may be made, in which period of the cap and which part of the
 * plan each lies, and how good it is for a contact. What is the same for all customers is looked up here.
 */
final class ContactDays {

    private static final double[] EVEN_WEEK = {1, 1, 1, 1, 1, 1, 1};
    private static final double[] EVEN_YEAR = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

    private final ContactRules rules;
    final int first;
    final int length;
    private final boolean[] open;
    private final int[] capPeriod;
    private final int[] part;
    private final byte[] weekday;
    private final byte[] month;
    private final double[] baseWeekdays;
    private final double[] months;
    /** The open days of each part, the best first. */
    private final int[][] preferred;

    ContactDays(ContactRules rules, Optional<Seasonality> seasons) {
        this.rules = rules;
        baseWeekdays = seasons.map(Seasonality::weekdays).orElse(EVEN_WEEK);
        months = seasons.map(Seasonality::months).orElse(EVEN_YEAR);
        first = Math.toIntExact(rules.first().toEpochDay());
        length = Math.toIntExact(rules.last().toEpochDay() - first + 1);
        open = new boolean[length];
        capPeriod = new int[length];
        part = new int[length];
        weekday = new byte[length];
        month = new byte[length];
        for (int day = 0; day < length; day++) {
            LocalDate date = date(day);
            open[day] = !rules.isQuiet(date) && moment(rules, date).isPresent();
            capPeriod[day] = capPeriod(date);
            // part p begins with day floor(p length / touches)
            part[day] = (int) (((day + 1L) * rules.touches() - 1) / length);
            weekday[day] = (byte) SeasonalCounts.weekday(first + day);
            month[day] = (byte) (date.getMonthValue() - 1);
        }
        preferred = new int[rules.touches()][];
        Arrays.setAll(preferred, this::preferred);
    }

    /**
     * When a contact is made on a date: at the time that the rules say; where clocks go forward over it, after the gap
     * or when the quiet hours end. There is none on a date that clocks jump over.
     */
    static Optional<ZonedDateTime> moment(ContactRules rules, LocalDate date) {
        Optional<ZonedDateTime> planned = allowed(rules, date, rules.time());
        return planned.isPresent() ? planned : rules.quietTo().flatMap(end -> allowed(rules, date, end));
    }

    private static Optional<ZonedDateTime> allowed(ContactRules rules, LocalDate date, LocalTime clock) {
        ZonedDateTime moment = ZonedDateTime.of(date, clock, rules.zone());
        return moment.toLocalDate().equals(date) && !rules.isQuiet(moment.toLocalTime())
                ? Optional.of(moment)
                : Optional.empty();
    }

    /** The period of the cap that a date lies in; all one if there is no cap. */
    int capPeriod(LocalDate date) {
        return rules.capPeriods().map(periods -> periods.indexOf(date)).orElse(0);
    }

    private int[] preferred(int which) {
        int middle = (partBegin(which) + partBegin(which + 1) - 1) / 2;
        return IntStream.range(partBegin(which), partBegin(which + 1))
                .filter(day -> open[day])
                .boxed()
                .sorted(Comparator.comparingDouble((Integer day) -> -weight(baseWeekdays, day))
                        .thenComparingInt(day -> Math.abs(day - middle))
                        .thenComparingInt(day -> day))
                .mapToInt(day -> day)
                .toArray();
    }

    /** The indices of the base's weekdays, which the preference within a part goes by. */
    double[] baseWeekdays() {
        return baseWeekdays;
    }

    LocalDate date(int day) {
        return LocalDate.ofEpochDay((long) first + day);
    }

    boolean isOpen(int day) {
        return open[day];
    }

    int part(int day) {
        return part[day];
    }

    /** The first day of a part; of the one after the last part, the day after the plan. */
    int partBegin(int which) {
        return (int) ((long) which * length / rules.touches());
    }

    int[] preferredDays(int which) {
        return preferred[which];
    }

    /** Of a planned day, or of one before the plan. */
    int period(int day) {
        return day >= 0 && day < length ? capPeriod[day] : capPeriod(date(day));
    }

    double weight(double[] weekdays, int day) {
        return weekdays[weekday[day]] * months[month[day]];
    }
}
