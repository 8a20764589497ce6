package io.clv.btyd;

import io.clv.task.Parallelism;
import java.util.ArrayList;
import java.util.List;

/**
 * The likelihood with covariates, by those of the model without them: for each group of customers with equal covariates
 * the parameters are scaled, and by the chain rule on logs, on which the coefficients act linearly, the derivatives
 * follow from the model's own. Groups are cut into pieces of fixed size, which are summed in order, so that the result
 * does not depend on the number of threads.
 */
final class CovariateObjective implements FitObjective {

    /** Part of a group: its covariates are the same throughout. */
    private record Piece(int group, int from, int to) {}

    private final CovariateTally tally;
    private final RowTerms terms;
    private final CovariateDesign design;
    private final List<List<Piece>> blocks;
    private final Parallelism parallelism;

    CovariateObjective(CovariateTally tally, RowTerms terms, CovariateDesign design, Parallelism parallelism) {
        this.tally = tally;
        this.terms = terms;
        this.design = design;
        this.blocks = blocks(tally);
        this.parallelism = parallelism;
    }

    private static List<List<Piece>> blocks(CovariateTally tally) {
        List<List<Piece>> blocks = new ArrayList<>();
        List<Piece> block = new ArrayList<>();
        int room = BlockObjective.BLOCK;
        for (int group = 0; group < tally.groups(); group++) {
            int from = tally.start(group);
            while (from < tally.start(group + 1)) {
                int to = Math.min(tally.start(group + 1), from + room);
                block.add(new Piece(group, from, to));
                room -= to - from;
                from = to;
                if (room == 0) {
                    blocks.add(block);
                    block = new ArrayList<>();
                    room = BlockObjective.BLOCK;
                }
            }
        }
        if (!block.isEmpty()) {
            blocks.add(block);
        }
        return blocks;
    }

    @Override
    public Moments moments() {
        return tally.rows().moments();
    }

    @Override
    public Derivatives at(double[] parameters) {
        DerivativeSum[] sums = new DerivativeSum[blocks.size()];
        Parallelism used = BlockObjective.worth(blocks.size()) ? parallelism : Parallelism.sequential();
        used.run(sums.length, block -> {
            DerivativeSum sum = new DerivativeSum(parameters.length);
            for (Piece piece : blocks.get(block)) {
                add(parameters, piece, sum);
            }
            sums[block] = sum;
        });
        DerivativeSum total = new DerivativeSum(parameters.length);
        for (DerivativeSum sum : sums) {
            total.add(sum);
        }
        return total.derivatives();
    }

    private void add(double[] parameters, Piece piece, DerivativeSum sum) {
        double[] covariates = tally.terms(piece.group());
        double[] scaled = design.scaled(parameters, covariates);
        for (double parameter : scaled) {
            if (!(parameter > 0 && parameter <= Double.MAX_VALUE)) {
                // Coefficients so large that a parameter has no number are farther than is looked.
                sum.value.add(Double.NEGATIVE_INFINITY);
                return;
            }
        }
        DerivativeSum own = new DerivativeSum(scaled.length);
        terms.add(scaled, piece.from(), piece.to(), own);
        design.add(own, scaled, parameters, covariates, sum);
    }
}
