package io.clv.btyd;

import io.clv.ltv.CustomerBase;
import io.clv.numerics.RandomStream;
import io.clv.task.Parallelism;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One pass over the customers of a base, each with all futures at once, so that what is the same for customers with one
 * history is computed once. Counts are whole, and so the order in which they are added does not matter.
 */
final class KnownDraws {

    /** Keeps what customers do apart from all else that is drawn under the same seed. */
    private static final long CUSTOMERS = 0x4F5244455253L;

    private static final int BLOCK = 1024;

    private final Histories histories;
    private final DrawnModels models;
    private final double[][] ends;
    private final long seed;
    private final int periods;
    private final int[] order;

    KnownDraws(CustomerBase base, DrawnModels models, double[][] ends, long seed) {
        this.models = models;
        this.ends = ends;
        this.seed = seed;
        histories = Histories.of(base.customers());
        periods = ends.length == 0 ? 0 : ends[0].length;
        order = RowOrder.sorted(histories.size(), this::compare);
    }

    private int compare(int row, int other) {
        int order = Integer.compare(models.kind(row), models.kind(other));
        order = order != 0 ? order : Integer.compare(histories.x(row), histories.x(other));
        order = order != 0 ? order : Double.compare(histories.age(row), histories.age(other));
        return order != 0 ? order : Double.compare(histories.last(row), histories.last(other));
    }

    long[][] run(Parallelism parallelism) {
        long[][] sums = new long[ends.length][periods];
        if (periods == 0) {
            return sums;
        }
        Queue<Worker> idle = new ConcurrentLinkedQueue<>();
        parallelism.run((order.length + BLOCK - 1) / BLOCK, block -> {
            Worker known = idle.poll();
            Worker worker = known == null ? new Worker() : known;
            int end = Math.min(order.length, (block + 1) * BLOCK);
            for (int i = block * BLOCK; i < end; i++) {
                worker.add(order[i]);
            }
            idle.add(worker);
        });
        for (Worker worker : idle) {
            for (int future = 0; future < ends.length; future++) {
                for (int period = 0; period < periods; period++) {
                    sums[future][period] += worker.counts[future][period];
                }
            }
        }
        return sums;
    }

    /** What one thread needs, from one block to the next. */
    private final class Worker {

        private final long[][] counts = new long[ends.length][periods];
        private final double[] alive = new double[ends.length];
        /** The probability to buy of one who is there, where that is all that need be drawn of most. */
        private final double[] buys = new double[ends.length];

        private final PurchaseTimes times = new PurchaseTimes();
        private final RandomStream random = RandomStream.of(0, 0);
        private TransactionModel[] drawn = new TransactionModel[0];
        private FutureDraws[] futures = new FutureDraws[0];
        private int kind = -1;
        private int x = -1;
        private double last;
        private double age;

        void add(int row) {
            try {
                turnTo(row);
                random.restart(seed ^ CUSTOMERS, DrawnBase.key(histories.id(row)));
                for (int future = 0; future < ends.length; future++) {
                    draw(future);
                    for (int purchase = 0; purchase < times.size(); purchase++) {
                        counts[future][period(ends[future], times.get(purchase))]++;
                    }
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("customer " + histories.id(row) + ": " + e.getMessage(), e);
            } catch (ArithmeticException e) {
                ArithmeticException named =
                        new ArithmeticException("customer " + histories.id(row) + ": " + e.getMessage());
                named.initCause(e);
                throw named;
            }
        }

        private void turnTo(int row) {
            boolean other = models.kind(row) != kind;
            if (other) {
                kind = models.kind(row);
                drawn = models.models(kind);
                futures = Arrays.stream(drawn).map(FutureDraws::of).toArray(FutureDraws[]::new);
            }
            boolean otherAhead = other || histories.x(row) != x || histories.age(row) != age;
            if (!otherAhead && histories.last(row) == last) {
                return;
            }
            x = histories.x(row);
            last = histories.last(row);
            age = histories.age(row);
            for (int future = 0; future < ends.length; future++) {
                int at = model(future);
                boolean same = future > 0 && at == model(future - 1);
                alive[future] = same ? alive[future - 1] : drawn[at].probabilityAlive(x, last, age);
                if (otherAhead && drawn[at] instanceof ConjugateModel own && own.staysUnlessBuying()) {
                    buys[future] = same && horizon(future) == horizon(future - 1)
                            ? buys[future - 1]
                            : own.purchaseIfAlive(x, age, horizon(future));
                }
            }
        }

        private int model(int future) {
            return FuturePurchases.model(future, ends.length, drawn.length);
        }

        private double horizon(int future) {
            return ends[future][periods - 1];
        }

        private void draw(int future) {
            int at = model(future);
            double there = alive[future];
            double horizon = horizon(future);
            if (!(drawn[at] instanceof ConjugateModel own && own.staysUnlessBuying())) {
                double unused = futures[at].draw(random, x, last, age, there, horizon, times);
                return;
            }
            times.clear();
            // One uniform number tells whether he is there, whether he buys and when first.
            double uniform = random.uniform();
            if (uniform < there * buys[future]) {
                double first = Math.min(own.timeIfAlive(x, age, uniform / there), horizon);
                double unused = own.drawFrom(random, x, age, first, horizon, times);
            }
        }
    }

    /** The period in which a time lies: its end is the first that is not before it. */
    static int period(double[] ends, double time) {
        int at = Arrays.binarySearch(ends, time);
        return at >= 0 ? at : Math.min(-at - 1, ends.length - 1);
    }
}
