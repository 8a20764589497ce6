package io.clv.btyd;

import io.clv.btyd.CustomerIntervals.Quantity;
import io.clv.ltv.CustomerBase;
import java.util.List;
import java.util.Set;

/**
 * The customers of a base and all that may be true of them and of their models.
 *
 * @param base the customers
 * @param histories theirs
 * @param terms what turns their purchases into money
 * @param ahead how far ahead is looked
 * @param models of how they buy and leave, one a draw
 * @param spendings of what they spend, one a draw
 * @param seed of what is drawn of them
 * @param wanted what is asked
 */
record DrawnBase(
        CustomerBase base,
        Histories histories,
        BaseTerms terms,
        Ahead ahead,
        DrawnModels models,
        List<Spending> spendings,
        long seed,
        Set<Quantity> wanted) {

    /** Rows with the customers together who are alike in model, rate, x and T, and in t_x among those. */
    int[] order() {
        return RowOrder.sorted(histories.size(), this::compare);
    }

    private int compare(int row, int other) {
        int order = Integer.compare(models.kind(row), models.kind(other));
        order = order != 0 ? order : Integer.compare(histories.x(row), histories.x(other));
        order = order != 0 ? order : Double.compare(histories.age(row), histories.age(other));
        order = order != 0 ? order : Double.compare(terms.delta(row), terms.delta(other));
        return order != 0 ? order : Double.compare(histories.last(row), histories.last(other));
    }

    /** How many amounts are known, 0 where they tell nothing. */
    int known(int row) {
        Spending any = spendings.get(0);
        int known = any.known(histories.x(row));
        return Spending.tells(known, any.mean(base.customers(), row)) ? known : 0;
    }

    /** Their mean; 0 where they tell nothing. */
    double meanSpend(int row) {
        return known(row) > 0 ? spendings.get(0).mean(base.customers(), row) : 0;
    }

    /**
     * A number for a customer that no other has, but for one in 10^19, whoever else is in the base: the hash FNV-1a of
     * the id.
     */
    long key(int row) {
        return key(base.customers().id(row));
    }

    static long key(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
