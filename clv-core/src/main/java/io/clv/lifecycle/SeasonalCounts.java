package io.clv.lifecycle;

import io.clv.ledger.PeriodTable;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Repeat visits and the customer-days on which there might have been one, day by day: a customer is at risk from the
 * day after the first visit to the end of observation. First visits say when customers were won, and not when they
 * come.
 */
final class SeasonalCounts {

    static final int WEEKDAYS = 7;
    private static final int THURSDAY = 3;

    final int firstDay;
    final long[] visits;
    final long[] atRisk;
    /** Pairs of repeat visits of one customer, and those of them that fall on one weekday. */
    long pairs;

    long pairsOnOneWeekday;

    SeasonalCounts(PeriodTable days) {
        firstDay = days.firstPeriod();
        int length = days.lastPeriod() - firstDay + 1;
        visits = new long[length];
        atRisk = new long[length + 1];
        int[] own = new int[WEEKDAYS];
        for (int customer = 0; customer < days.customers(); customer++) {
            count(days, customer, own);
        }
        for (int day = 1; day <= length; day++) {
            atRisk[day] += atRisk[day - 1];
        }
    }

    private void count(PeriodTable days, int customer, int[] own) {
        Arrays.fill(own, 0);
        boolean known = false;
        long repeats = 0;
        for (int cell = days.cellsBegin(customer); cell < days.cellsEnd(customer); cell++) {
            if (days.purchases(cell) == 0) {
                continue;
            }
            int day = days.period(cell);
            if (known) {
                visits[day - firstDay]++;
                own[weekday(day)]++;
                repeats++;
            } else {
                atRisk[day - firstDay + 1]++;
                known = true;
            }
        }
        pairs += repeats * (repeats - 1) / 2;
        for (long each : own) {
            pairsOnOneWeekday += each * (each - 1) / 2;
        }
    }

    /** 0 for Monday; day 0 is a Thursday. */
    static int weekday(int epochDay) {
        return Math.floorMod(epochDay + THURSDAY, WEEKDAYS);
    }

    /** Visits by weekday, and what they would be if all weekdays were alike: by customer-days. */
    double[][] byWeekday() {
        double[] counted = new double[WEEKDAYS];
        double[] exposed = new double[WEEKDAYS];
        double all = 0;
        double allExposed = 0;
        for (int i = 0; i < visits.length; i++) {
            int bin = weekday(firstDay + i);
            counted[bin] += visits[i];
            exposed[bin] += atRisk[i];
            all += visits[i];
            allExposed += atRisk[i];
        }
        for (int bin = 0; bin < WEEKDAYS && allExposed > 0; bin++) {
            exposed[bin] *= all / allExposed;
        }
        return new double[][] {counted, exposed};
    }

    /**
     * Visits by month of the year, and what they would be without seasons: by the rate of the year around each month,
     * six months to either side with half weight for the outermost, times its customer-days. Months with less around
     * them are left out, so that it takes two whole years to see every month once.
     *
     * @return empty columns where a month of the year is not seen
     */
    double[][] byMonth() {
        LocalDate first = LocalDate.ofEpochDay(firstDay);
        LocalDate end = LocalDate.ofEpochDay((long) firstDay + visits.length);
        LocalDate start =
                first.getDayOfMonth() == 1 ? first : first.withDayOfMonth(1).plusMonths(1);
        int months = 0;
        while (!start.plusMonths(months + 1L).isAfter(end)) {
            months++;
        }
        double[] counted = new double[months];
        double[] exposed = new double[months];
        for (int month = 0; month < months; month++) {
            int from = (int) (start.plusMonths(month).toEpochDay() - firstDay);
            int to = (int) (start.plusMonths(month + 1L).toEpochDay() - firstDay);
            for (int i = from; i < to; i++) {
                counted[month] += visits[i];
                exposed[month] += atRisk[i];
            }
        }
        double[] ofYear = new double[12];
        double[] expected = new double[12];
        for (int month = 6; month < months - 6; month++) {
            double near = 0;
            double exposure = 0;
            for (int other = month - 6; other <= month + 6; other++) {
                double weight = Math.abs(other - month) == 6 ? 0.5 : 1;
                near += weight * (exposed[other] > 0 ? counted[other] / exposed[other] : 0);
                exposure += weight;
            }
            int bin = start.plusMonths(month).getMonthValue() - 1;
            ofYear[bin] += counted[month];
            expected[bin] += near / exposure * exposed[month];
        }
        boolean all = Arrays.stream(expected).allMatch(each -> each > 0);
        return all ? new double[][] {ofYear, expected} : new double[][] {new double[0], new double[0]};
    }
}
