package io.clv.segment;

import io.clv.numerics.CompensatedSum;
import io.clv.quantity.Ratio;

/**
 * The concentration of what customers brought beside that of what was expected of them.
 *
 * <p>Expected values are shrunken: they are means over all that may come, so that chance, which makes some customers
 * bring much and most bring nothing, is taken out of them. As {@code Var(Y) = Var(E[Y]) + E[Var(Y)]}, amounts that come
 * are spread more widely than their expectations even if every one of these is right. So a top fifth of expected values
 * holds less than a top fifth of what will come, and a plan that quotes the first for the second understates how much
 * hangs on few customers. What can be known of them beforehand is a third figure, the {@linkplain #captured capture}:
 * what the customers with the highest expectation brought.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class ConcentrationContrast {

    private final Concentration realised;
    private final Concentration expected;

    private ConcentrationContrast(Concentration realised, Concentration expected) {
        this.realised = realised;
        this.expected = expected;
    }

    /**
     * Compares two concentrations of the same customers.
     *
     * @param realised what they brought, as in a hold-out
     * @param expected what was expected of them, best over the same time
     * @return both
     * @throws IllegalArgumentException if they are of other customers, or a total is not above 0
     */
    public static ConcentrationContrast of(CustomerAmounts realised, CustomerAmounts expected) {
        if (!realised.customers().equals(expected.customers())) {
            throw new IllegalArgumentException(
                    "realised and expected amounts must be of the same customers, but were of " + realised.customers()
                            + " and of " + expected.customers());
        }
        return new ConcentrationContrast(Concentration.of(realised), Concentration.of(expected));
    }

    /**
     * Of what customers brought.
     *
     * @return the concentration
     */
    public Concentration realised() {
        return realised;
    }

    /**
     * Of what was expected of them.
     *
     * @return the concentration
     */
    public Concentration expected() {
        return expected;
    }

    /**
     * What the customers with the highest expectation brought. Customers with equal expectations are taken to have
     * brought their mean, as nothing tells who of them is chosen.
     *
     * @param customers which share of the customers, as 20%
     * @return the share of all that was brought; as much as the customers' share for expectations without any use, and
     *     at most {@link Concentration#top} of what was realised
     * @throws IllegalArgumentException if the share is not between 0% and 100%
     */
    public Ratio captured(Ratio customers) {
        double share = customers.value();
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share of customers must be between 0% and 100%, but was " + customers);
        }
        CustomerAmounts brought = realised.amounts();
        CustomerAmounts hoped = expected.amounts();
        int n = brought.size();
        double chosen = share * n;
        double[] ascending = hoped.ascending();
        double last = ascending[n - (int) Math.max(1, Math.min(n, Math.ceil(chosen)))];
        CompensatedSum above = new CompensatedSum();
        CompensatedSum tied = new CompensatedSum();
        int ties = 0;
        int better = 0;
        for (int row = 0; row < n; row++) {
            if (hoped.amount(row) > last) {
                above.add(brought.amount(row));
                better++;
            } else if (hoped.amount(row) == last) {
                tied.add(brought.amount(row));
                ties++;
            }
        }
        return Ratio.of((above.value() + (chosen - better) / ties * tied.value()) / brought.totalAmount());
    }

    /**
     * Both in words.
     *
     * @return a few lines of English
     */
    public String explain() {
        Ratio fifth = Ratio.of(0.2);
        return "the top 20% hold " + Wording.percent(realised.top(fifth)) + " of what came ("
                + realised.amounts().what() + ") and " + Wording.percent(expected.top(fifth))
                + " of what was expected ("
                + expected.amounts().what() + ")\n"
                + "the 20% of whom most was expected brought " + Wording.percent(captured(fifth)) + " of what came\n"
                + "an expectation averages over chance, so that expected values are less far apart than what comes: plan"
                + " for the concentration of what came, and choose customers by expectation\n";
    }

    @Override
    public String toString() {
        return "the top 20% hold " + Wording.percent(realised.top(Ratio.of(0.2))) + " of what came and "
                + Wording.percent(expected.top(Ratio.of(0.2))) + " of what was expected";
    }
}
