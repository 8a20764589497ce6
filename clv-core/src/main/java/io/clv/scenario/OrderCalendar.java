package io.clv.scenario;

import io.clv.quantity.CalendarGrid;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The days and periods of a forecast; the first period begins on the first day, whenever it began in the calendar. */
final class OrderCalendar {

    private final CalendarGrid grid;
    private final LocalDate first;
    private final int firstPeriod;
    /** The number of the first day of each period, and of the day after the last. */
    private final int[] begin;

    private final double[] index;

    OrderCalendar(CalendarGrid grid, LocalDate first, int periods, SeasonalIndex season) {
        this.grid = grid;
        this.first = first;
        firstPeriod = grid.indexOf(first);
        begin = new int[periods + 1];
        for (int period = 0; period < periods; period++) {
            begin[period + 1] = (int) ChronoUnit.DAYS.between(first, through(period)) + 1;
        }
        index = new double[begin[periods]];
        for (int day = 0; day < index.length; day++) {
            index[day] = season.on(first.plusDays(day));
        }
    }

    CalendarGrid grid() {
        return grid;
    }

    int periods() {
        return begin.length - 1;
    }

    int days() {
        return index.length;
    }

    LocalDate from(int period) {
        return first.plusDays(begin[period]);
    }

    LocalDate through(int period) {
        return grid.endOf(firstPeriod + period);
    }

    /** Whether the first period began before the first day. */
    boolean isCutShort() {
        return grid.startOf(firstPeriod).isBefore(first);
    }

    int begin(int period) {
        return begin[period];
    }

    int end(int period) {
        return begin[period + 1];
    }

    /** The index of a day, from 0. */
    double index(int day) {
        return index[day];
    }

    /** How many average days a period is worth. */
    double length(int period) {
        double sum = 0;
        for (int day = begin(period); day < end(period); day++) {
            sum += index[day];
        }
        return sum;
    }
}
