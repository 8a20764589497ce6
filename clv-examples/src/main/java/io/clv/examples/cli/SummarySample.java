package io.clv.examples.cli;

import io.clv.btyd.Histories;
import io.clv.btyd.SpendTally;
import io.clv.btyd.Tally;
import io.clv.io.SummaryFile;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * The customers of a summary.
 *
 * @param summary what was read
 * @param unit the unit of its times
 */
record SummarySample(SummaryFile summary, ChronoUnit unit) implements Sample {

    @Override
    public Tally tally() {
        return summary.tally(unit);
    }

    @Override
    public SpendTally spend(boolean firstIncluded) {
        if (firstIncluded) {
            throw new UsageException("--spend-includes-first: a summary does not say what first purchases cost");
        }
        double[] means = summary.monetaryValue()
                .orElseThrow(() -> new DataException("the summary has no column of monetary values"));
        return SpendTally.of(summary.frequency(), means, weights());
    }

    @Override
    public Histories histories() {
        return summary.histories(unit);
    }

    @Override
    public double[] weights() {
        return summary.weights().orElseGet(() -> ones(summary.size()));
    }

    static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }
}
