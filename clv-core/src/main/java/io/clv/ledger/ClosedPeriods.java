package io.clv.ledger;

/**
 * Successive periods of one customer to which nothing more can come, folded to counts. Two such stretches make one, so
 * that any number of them folds in any grouping.
 *
 * @param purchases how many are purchase periods
 * @param first the first of those; 0 if there is none
 * @param last the last of those; 0 if there is none
 * @param all the sum of all periods
 * @param repeats the part of it that comes after the first purchase period
 */
record ClosedPeriods(int purchases, int first, int last, ExactAmount all, ExactAmount repeats) {

    static final ClosedPeriods NONE = new ClosedPeriods(0, 0, 0, ExactAmount.ZERO, ExactAmount.ZERO);

    static ClosedPeriods of(PeriodCell cell, boolean dropping) {
        return cell.counts(dropping)
                ? new ClosedPeriods(1, cell.period(), cell.period(), cell.net(), ExactAmount.ZERO)
                : new ClosedPeriods(0, 0, 0, cell.net(), ExactAmount.ZERO);
    }

    /** These periods and later ones. Money from before the first purchase belongs to the first purchase period. */
    ClosedPeriods then(ClosedPeriods later) {
        ExactAmount sum = all.plus(later.all);
        if (purchases == 0) {
            return new ClosedPeriods(later.purchases, later.first, later.last, sum, later.repeats);
        }
        return new ClosedPeriods(
                Math.addExact(purchases, later.purchases),
                first,
                later.purchases == 0 ? last : later.last,
                sum,
                repeats.plus(later.all));
    }
}
