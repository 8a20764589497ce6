package io.clv.benchmarks;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.SplittableRandom;

/**
 * A transaction log in columns, made from a seed: ten rows a customer on average, over 730 days; a customer begins on
 * some day of the first year and buys on any day from then on; amounts are in minor units, most of them small and a few
 * large. It knows the {@linkplain #expected checksum} of its summary from how it was made, and not from any engine.
 */
final class SimulatedLog {

    static final Currency CURRENCY = Currency.getInstance("USD");
    static final double MINOR_PER_MAJOR = 100;
    static final LocalDate FIRST_DATE = LocalDate.of(2023, 1, 1);
    static final int DAYS = 730;
    static final LocalDate END_DATE = FIRST_DATE.plusDays(DAYS - 1L);
    static final int FIRST_DAY = (int) FIRST_DATE.toEpochDay();
    static final int END_DAY = FIRST_DAY + DAYS - 1;

    private static final int ROWS_A_CUSTOMER = 10;
    private static final int DAYS_OF_BIRTH = 365;

    /** A row as one number, customer above day above amount, so that sorting numbers sorts rows. */
    private static final int AMOUNT_BITS = 21;

    private static final int DAY_BITS = 10;

    final CustomerIds ids;

    /** Each row's id, or for ids of text the number it spells. */
    final long[] numbers;

    /** Each row's id as text; empty unless ids are text. */
    final String[] texts;

    /** Each row's date in days from 1970-01-01. */
    final int[] days;

    final long[] minorUnits;

    /** What any right summary of this log digests to. */
    final Checksum expected;

    private SimulatedLog(CustomerIds ids, long[] numberOf, long[] packed) {
        int rows = packed.length;
        this.ids = ids;
        this.numbers = new long[rows];
        this.texts = new String[ids == CustomerIds.TEXT ? rows : 0];
        this.days = new int[rows];
        this.minorUnits = new long[rows];
        for (int row = 0; row < rows; row++) {
            numbers[row] = numberOf[customer(packed[row])];
            days[row] = FIRST_DAY + day(packed[row]);
            minorUnits[row] = amount(packed[row]);
        }
        renewTexts();
        Arrays.parallelSort(packed);
        this.expected = checksum(packed, ids, numberOf);
    }

    static SimulatedLog of(LogShape shape, CustomerIds ids, int rows, long seed) {
        int customers = Math.max(1, rows / ROWS_A_CUSTOMER);
        SplittableRandom random = new SplittableRandom(seed);
        long[] packed = new long[rows];
        for (int row = 0; row < rows; row++) {
            int customer = shape.customer(random, customers);
            int birth = (int) Long.remainderUnsigned(Mix.bits(customer), DAYS_OF_BIRTH);
            int day = random.nextInt(birth, DAYS);
            packed[row] = ((long) customer << DAY_BITS | day) << AMOUNT_BITS | amount(random);
        }
        if (shape == LogShape.SORTED) {
            Arrays.parallelSort(packed);
        } else if (shape == LogShape.DAY_ORDERED) {
            packed = inOrderOfDays(packed);
        }
        return new SimulatedLog(ids, ids.numbers(customers), packed);
    }

    /** Pareto of shape 2 from USD 10, cut at some USD 20,000; a square root is the same on every machine. */
    private static long amount(SplittableRandom random) {
        return (long) Math.min((1 << AMOUNT_BITS) - 1, 1000 / Math.sqrt(1 - random.nextDouble()));
    }

    /** Rows of one day keep their order. */
    private static long[] inOrderOfDays(long[] packed) {
        int[] next = new int[DAYS + 1];
        for (long row : packed) {
            next[day(row) + 1]++;
        }
        for (int day = 0; day < DAYS; day++) {
            next[day + 1] += next[day];
        }
        long[] ordered = new long[packed.length];
        for (long row : packed) {
            ordered[next[day(row)]++] = row;
        }
        return ordered;
    }

    /** Makes new strings for the same ids: a string keeps its hash, which would flatter whoever hashes it again. */
    void renewTexts() {
        for (int row = 0; row < texts.length; row++) {
            texts[row] = CustomerIds.text(numbers[row]);
        }
    }

    int size() {
        return days.length;
    }

    /** A row's id as an object. */
    Object id(int row) {
        return ids == CustomerIds.TEXT ? texts[row] : (Object) numbers[row];
    }

    private static int customer(long packed) {
        return (int) (packed >>> (DAY_BITS + AMOUNT_BITS));
    }

    private static int day(long packed) {
        return (int) (packed >>> AMOUNT_BITS) & ((1 << DAY_BITS) - 1);
    }

    private static long amount(long packed) {
        return packed & ((1L << AMOUNT_BITS) - 1);
    }

    private static Checksum checksum(long[] sorted, CustomerIds ids, long[] numberOf) {
        Checksum checksum = new Checksum();
        int row = 0;
        while (row < sorted.length) {
            int customer = customer(sorted[row]);
            int firstDay = day(sorted[row]);
            int lastDay = firstDay;
            int days = 1;
            long firstTotal = 0;
            long total = 0;
            for (; row < sorted.length && customer(sorted[row]) == customer; row++) {
                int day = day(sorted[row]);
                days += day == lastDay ? 0 : 1;
                lastDay = day;
                total += amount(sorted[row]);
                firstTotal += day == firstDay ? amount(sorted[row]) : 0;
            }
            long number = numberOf[customer];
            Object id = ids == CustomerIds.TEXT ? CustomerIds.text(number) : (Object) number;
            checksum.accept(CustomerRow.of(id, days, FIRST_DAY + firstDay, FIRST_DAY + lastDay, firstTotal, total));
        }
        return checksum;
    }
}
