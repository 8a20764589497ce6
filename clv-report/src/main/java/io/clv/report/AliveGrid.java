package io.clv.report;

import io.clv.ledger.CustomerTable;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.CustomerValues.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** P(alive) by frequency and by the time since the last purchase. */
final class AliveGrid {

    private static final int COLUMNS = 20;

    /** Frequencies below this have a row of their own. */
    private static final int SINGLE = 10;

    private static final int[] STEPS = {10, 12, 15, 20, 30, 50, 70};

    private final CustomerValues values;
    private final int[] floors;
    private final double width;
    private final int columns;

    AliveGrid(CustomerValues values) {
        this.values = values;
        CustomerTable customers = values.customers();
        int most = 0;
        double longest = 0;
        for (int row = 0; row < customers.size(); row++) {
            most = Math.max(most, customers.frequency(row));
            longest = Math.max(longest, quiet(customers, row));
        }
        floors = floors(most);
        width = roundWidth(longest / COLUMNS);
        columns = Math.max(1, (int) Math.ceil(longest / width));
    }

    private static double quiet(CustomerTable customers, int row) {
        return Math.max(0, customers.age(row) - customers.recency(row));
    }

    /** 0, 1 ... 9, then 10, 12, 15, 20, 30, 50, 70, 100 ...: the least of each row, and one beyond the last. */
    private static int[] floors(int most) {
        IntStream.Builder floors = IntStream.builder();
        int floor = 0;
        long power = 1;
        int step = 0;
        while (floor <= most) {
            floors.add(floor);
            if (floor < SINGLE - 1) {
                floor++;
            } else {
                floor = (int) Math.min(Integer.MAX_VALUE, power * STEPS[step++]);
                if (step == STEPS.length) {
                    step = 0;
                    power *= 10;
                }
            }
        }
        return floors.add(floor).build().toArray();
    }

    private static double roundWidth(double least) {
        if (!(least > 0)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= least) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    List<AliveCell> cells() {
        CustomerTable customers = values.customers();
        int rows = floors.length - 1;
        int[] counts = new int[rows * columns];
        double[] sums = new double[rows * columns];
        for (int row = 0; row < customers.size(); row++) {
            int column = (int) Math.min(columns - 1.0, Math.floor(quiet(customers, row) / width));
            int cell = row(customers.frequency(row)) * columns + column;
            counts[cell]++;
            sums[cell] += values.get(Column.P_ALIVE, row);
        }
        List<AliveCell> cells = new ArrayList<>();
        for (int cell = 0; cell < counts.length; cell++) {
            if (counts[cell] > 0) {
                int row = cell / columns;
                int column = cell % columns;
                cells.add(new AliveCell(
                        column * width,
                        (column + 1) * width,
                        floors[row],
                        floors[row + 1] - 1,
                        counts[cell],
                        Math.min(1, sums[cell] / counts[cell])));
            }
        }
        return cells;
    }

    private int row(int frequency) {
        int at = Arrays.binarySearch(floors, frequency);
        return at >= 0 ? at : -at - 2;
    }

    /** A model in which only a repeat purchase can be the last says nothing of who has made none. */
    List<Sentence> notes() {
        CustomerTable customers = values.customers();
        int once = 0;
        int surely = 0;
        for (int row = 0; row < customers.size(); row++) {
            if (customers.frequency(row) == 0) {
                once++;
                surely += values.get(Column.P_ALIVE, row) == 1 ? 1 : 0;
            }
        }
        return once > 0 && once == surely ? List.of(Sentence.of("alive.one-time", once)) : List.of();
    }
}
