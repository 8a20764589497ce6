package io.clv.btyd;

import io.clv.btyd.CustomerIntervals.Quantity;
import io.clv.ledger.CustomerTable;
import io.clv.ltv.CustomerBase;
import io.clv.numerics.RandomStream;
import io.clv.quantity.Interval;
import io.clv.quantity.Ratio;
import java.util.List;
import java.util.Locale;

/**
 * How often does the 90% outcome interval of a base's total hold what the base goes on to do? Bases are simulated with
 * parameters drawn from a {@link RealisticPrior} that the fit is given too, fitted, and the intervals counted; beside
 * them those that leave something out: the parameters' doubt (plug-in), or all but it (the mean).
 *
 * <p>Arguments: the number of bases (1000), of customers (500), the model (bg-nbd), "drawn" or "fixed" (parameters
 * drawn from the prior, or always at its medians) and the seed (20260101).
 */
final class CoverageStudy {

    private static final Ratio LEVEL = Ratio.percent(90);
    private static final int PLUG_IN_DRAWS = 199;
    private static final int PIT_CUSTOMERS = 10;

    /** Keeps the models' parameters apart from what customers do under the same seed. */
    private static final long PARAMETERS = 0x504152414dL;

    private final TransactionFamily<?> family;
    private final RealisticPrior prior;
    private final RealisticPrior spendPrior = RealisticPrior.ofSpend();
    private final boolean drawn;
    private final long seed;
    private final Coverage outcomePurchases = new Coverage();
    private final Coverage outcomeValue = new Coverage();
    private final Coverage meanPurchases = new Coverage();
    private final Coverage meanValue = new Coverage();
    private final Coverage plugInPurchases = new Coverage();
    private final Coverage plugInValue = new Coverage();
    private final Coverage customerPurchases = new Coverage();
    private final Coverage customerValue = new Coverage();
    private final PitHistogram basePit = new PitHistogram();
    private final PitHistogram valuePit = new PitHistogram();
    private final PitHistogram customerPit = new PitHistogram();
    private int bases;
    private int without;

    CoverageStudy(TransactionFamily<?> family, boolean drawn, long seed) {
        this.family = family;
        this.prior = RealisticPrior.of(family);
        this.drawn = drawn;
        this.seed = seed;
    }

    /** Counts of what held what came. */
    static final class Coverage {
        private long held;
        private long all;
        private double widths;

        void add(Interval interval, double came) {
            all++;
            held += interval.contains(came) ? 1 : 0;
            widths += interval.width();
        }

        double share() {
            return (double) held / all;
        }

        /** The standard error of the share if it is 90%. */
        double error() {
            return Math.sqrt(0.09 / all);
        }

        double width() {
            return widths / all;
        }
    }

    /** One base. */
    void run(int base, int customers) {
        RandomStream random = RandomStream.of(seed ^ PARAMETERS, base);
        double[] parameters = drawn ? prior.draw(random) : prior.medians();
        double[] spend = drawn ? spendPrior.draw(random) : spendPrior.medians();
        while (!GammaGamma.family().hasFiniteMean(spend)) {
            // The prior of a posterior is kept to where there is something to expect.
            spend = spendPrior.draw(random);
        }
        long own = random.bits();
        SimulatedBase simulated =
                SimulatedBase.of(family.of(parameters), GammaGamma.family().of(spend), customers, own);
        bases++;
        if (!judge(simulated, own + 1, random)) {
            without++;
        }
    }

    private boolean judge(SimulatedBase simulated, long own, RandomStream random) {
        CustomerTable table = simulated.customers();
        Prior known = spendPrior.in(prior.in(Prior.WEAK, SimulatedBase.DAYS), SimulatedBase.DAYS);
        FittedLtv model = FittedLtv.fit(table)
                .transactions(family)
                .spend(GammaGamma.family())
                .over(SimulatedBase.ahead())
                .fitOptions(FitOptions.defaults().prior(known))
                .posteriorOptions(PosteriorOptions.defaults().prior(known).seed(own))
                .model();
        if (model.posteriors().fault().isPresent()) {
            return false;
        }
        CustomerBase base = CustomerBase.of(table);
        CustomerIntervals outcome = model.intervals(base, Interval.Of.OUTCOME, LEVEL);
        CustomerIntervals mean = model.intervals(base, Interval.Of.MEAN, LEVEL);
        double purchases = simulated.purchases();
        double amount = simulated.amount();
        outcomePurchases.add(outcome.base(Quantity.TRANSACTIONS), purchases);
        outcomeValue.add(outcome.base(Quantity.VALUE), amount);
        meanPurchases.add(mean.base(Quantity.TRANSACTIONS), purchases);
        meanValue.add(mean.base(Quantity.VALUE), amount);
        basePit.add(purchases, outcome.baseDraws(Quantity.TRANSACTIONS), random);
        valuePit.add(amount, outcome.baseDraws(Quantity.VALUE), random);
        for (int row = 0; row < table.size(); row++) {
            customerPurchases.add(outcome.customer(Quantity.TRANSACTIONS, row), simulated.purchases(row));
            customerValue.add(outcome.customer(Quantity.VALUE, row), simulated.amount(row));
        }
        plugIn(simulated, model, own + 1);
        for (int i = 0; i < PIT_CUSTOMERS; i++) {
            pit(simulated, model, (int) (random.uniform() * table.size()), random);
        }
        return true;
    }

    /** Intervals by the fitted parameters alone, as if they were known: what customers do is drawn and nothing else. */
    private void plugIn(SimulatedBase simulated, FittedLtv model, long own) {
        CustomerTable table = simulated.customers();
        TransactionModel fitted = (TransactionModel) model.transactions().model();
        SpendModel spend = model.spend().model();
        double[] purchases = new double[PLUG_IN_DRAWS];
        double[] value = new double[PLUG_IN_DRAWS];
        for (int row = 0; row < table.size(); row++) {
            int x = table.frequency(row);
            for (int draw = 0; draw < PLUG_IN_DRAWS; draw++) {
                long number = (long) draw * table.size() + row;
                int ahead = fitted.simulate(
                                own,
                                number,
                                x,
                                table.recency(row),
                                table.age(row),
                                SimulatedBase.WEEKS_AHEAD * SimulatedBase.DAYS)
                        .length;
                purchases[draw] += ahead;
                if (ahead > 0) {
                    for (double amount : spend.simulate(own, number, x, x == 0 ? 0 : table.monetaryValue(row), ahead)) {
                        value[draw] += amount;
                    }
                }
            }
        }
        CentralRange range = CentralRange.of(PLUG_IN_DRAWS, LEVEL, Interval.Of.OUTCOME);
        plugInPurchases.add(range.of(purchases), simulated.purchases());
        plugInValue.add(range.of(value), simulated.amount());
    }

    /** Where a customer's purchases lie in what was forecast of them, averaged over the parameters. */
    private void pit(SimulatedBase simulated, FittedLtv model, int row, RandomStream random) {
        CustomerTable table = simulated.customers();
        int came = simulated.purchases(row);
        double less = 0;
        double same = 0;
        List<?> models = model.posteriors().transactionModels();
        for (Object each : models) {
            TransactionModel drawnModel = (TransactionModel) each;
            for (int n = 0; n <= came; n++) {
                double probability = drawnModel.probabilityOfCount(
                        table.frequency(row),
                        table.recency(row),
                        table.age(row),
                        n,
                        SimulatedBase.WEEKS_AHEAD * SimulatedBase.DAYS);
                if (n < came) {
                    less += probability / models.size();
                } else {
                    same += probability / models.size();
                }
            }
        }
        customerPit.add(less, same, random);
    }

    Coverage outcomeOfPurchases() {
        return outcomePurchases;
    }

    Coverage outcomeOfValue() {
        return outcomeValue;
    }

    Coverage plugInOfPurchases() {
        return plugInPurchases;
    }

    Coverage plugInOfValue() {
        return plugInValue;
    }

    Coverage meanOfPurchases() {
        return meanPurchases;
    }

    PitHistogram customerPit() {
        return customerPit;
    }

    int without() {
        return without;
    }

    @Override
    public String toString() {
        return String.format(
                        Locale.ROOT,
                        "%s, parameters %s %s, spend %s, seed %d: %d bases, %d without intervals%n",
                        family.name(),
                        drawn ? "from" : "at the medians of",
                        prior,
                        spendPrior,
                        seed,
                        bases,
                        without)
                + line("outcome", outcomePurchases, outcomeValue)
                + line("plug-in", plugInPurchases, plugInValue)
                + line("mean", meanPurchases, meanValue)
                + line("outcome of customers", customerPurchases, customerValue)
                + "PIT of the total purchases: " + basePit + System.lineSeparator()
                + "PIT of the total value: " + valuePit + System.lineSeparator()
                + "PIT of customers' purchases: " + customerPit;
    }

    private static String line(String what, Coverage purchases, Coverage value) {
        return String.format(
                Locale.ROOT,
                "%-21s holds purchases %5.1f%% and value %5.1f%% of the time; mean width %,.1f and %,.1f%n",
                what,
                100 * purchases.share(),
                100 * value.share(),
                purchases.width(),
                value.width());
    }

    /**
     * Runs the study.
     *
     * @param arguments the number of bases, of customers, the model, "drawn" or "fixed", and the seed
     */
    public static void main(String[] arguments) {
        int bases = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        int customers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
        String name = arguments.length > 2 ? arguments[2] : "bg-nbd";
        boolean drawn = arguments.length <= 3 || !arguments[3].equals("fixed");
        long seed = arguments.length > 4 ? Long.parseLong(arguments[4]) : 20260101L;
        CoverageStudy study = new CoverageStudy(TransactionFamily.named(name), drawn, seed);
        long start = System.nanoTime();
        for (int base = 0; base < bases; base++) {
            study.run(base, customers);
        }
        System.out.println(study);
        System.out.printf(Locale.ROOT, "%d customers a base, %.0f s%n", customers, (System.nanoTime() - start) * 1e-9);
    }
}
