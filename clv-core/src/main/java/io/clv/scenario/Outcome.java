package io.clv.scenario;

import io.clv.ledger.Groups;
import io.clv.ltv.CustomerValues;
import io.clv.numerics.CompensatedSum;
import io.clv.quantity.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The values of a base with a scenario beside those without, in all and by segment. Sums are of unrounded values and
 * rounded once, so the segments need not add up to the total by a cent.
 */
public final class Outcome {

    /**
     * A segment, or all.
     *
     * @param label its name
     * @param customers how many are in it
     * @param before their value as they are
     * @param after their value with the scenario
     */
    public record Row(String label, int customers, Money before, Money after) {

        /**
         * What the scenario adds or takes.
         *
         * @return after - before
         */
        public Money change() {
            return after.minus(before);
        }

        /**
         * The same as a share of the value as it is.
         *
         * @return change / |before|, 0 where nothing stays nothing; empty where nothing becomes something
         */
        public OptionalDouble relativeChange() {
            return Tornado.relative(before, after);
        }
    }

    private final Scenario scenario;
    private final CustomerValues before;
    private final CustomerValues after;
    private final List<Row> segments;

    Outcome(Scenario scenario, Groups groups, CustomerValues before, CustomerValues after) {
        this.scenario = scenario;
        this.before = before;
        this.after = after;
        List<Money> was = sums(groups, before);
        List<Money> becomes = sums(groups, after);
        List<Row> rows = new ArrayList<>();
        for (int code = 0; code < was.size(); code++) {
            rows.add(new Row(groups.labels().get(code), groups.count(code), was.get(code), becomes.get(code)));
        }
        segments = List.copyOf(rows);
    }

    private static List<Money> sums(Groups groups, CustomerValues values) {
        CompensatedSum[] sums = new CompensatedSum[groups.labels().size()];
        Arrays.setAll(sums, code -> new CompensatedSum());
        for (int row = 0; row < values.size(); row++) {
            sums[groups.code(row)].add(values.amount(row));
        }
        return Arrays.stream(sums)
                .map(sum -> Money.ofRounded(sum.value(), values.currency()))
                .toList();
    }

    /**
     * What was changed.
     *
     * @return the scenario
     */
    public Scenario scenario() {
        return scenario;
    }

    /**
     * The values of the customers as they are.
     *
     * @return the values
     */
    public CustomerValues before() {
        return before;
    }

    /**
     * The values of the customers with the scenario.
     *
     * @return the values, in the same rows
     */
    public CustomerValues after() {
        return after;
    }

    /**
     * The segments.
     *
     * @return in the order of their codes, immutable
     */
    public List<Row> segments() {
        return segments;
    }

    /**
     * All customers.
     *
     * @return the sums of the base
     */
    public Row total() {
        return new Row("all", before.size(), before.total(), after.total());
    }

    /**
     * The outcome in words: what changes, what that adds in all, and in each segment if there is more than one.
     *
     * @return a few lines of English
     */
    public String explain() {
        StringBuilder text = new StringBuilder().append(scenario).append('\n');
        text.append(line(total())).append('\n');
        if (segments.size() > 1) {
            segments.forEach(row -> text.append(line(row)).append('\n'));
        }
        return text.toString();
    }

    private static String line(Row row) {
        Money change = row.change();
        String whose = row.label() + ", " + Wording.count(row.customers(), "customer") + ": " + row.before();
        return change.isZero()
                ? whose + " stays as it is"
                : whose + " becomes " + row.after() + ", "
                        + (change.isNegative() ? change.negated() + " less" : change + " more") + " ("
                        + Wording.percent(row.relativeChange()) + ")";
    }

    @Override
    public String toString() {
        return scenario + " -> " + line(total());
    }
}
