package io.clv.economics;

import io.clv.economics.Satisfaction.Call;
import io.clv.economics.Satisfaction.Line;
import io.clv.economics.Satisfaction.Quadrant;
import io.clv.ledger.JoinedAttributes;
import io.clv.ltv.CustomerValues;
import io.clv.numerics.CompensatedSum;
import io.clv.quantity.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Values with the answers beside them, one row a customer. */
record AnsweredValues(List<Row> rows, Money threshold) {

    /** A customer's value in major units, and answers. */
    record Row(String id, double amount, boolean valuable, OptionalInt nps, OptionalInt csat) {

        boolean isUnhappy() {
            return nps.orElse(NetPromoterScore.PROMOTER) <= NetPromoterScore.DETRACTOR
                    || csat.orElse(SatisfiedShare.SATISFIED) <= SatisfiedShare.DISSATISFIED;
        }

        Quadrant quadrant() {
            if (nps.isEmpty() && csat.isEmpty()) {
                return Quadrant.SILENT;
            }
            return valuable
                    ? isUnhappy() ? Quadrant.VALUABLE_UNHAPPY : Quadrant.VALUABLE_HAPPY
                    : isUnhappy() ? Quadrant.OTHER_UNHAPPY : Quadrant.OTHER_HAPPY;
        }
    }

    private interface Check {
        int require(double answer, String name);
    }

    static AnsweredValues of(
            CustomerValues values,
            JoinedAttributes answers,
            @Nullable String npsColumn,
            @Nullable String csatColumn,
            Money threshold) {
        List<Row> rows = new ArrayList<>();
        double from = threshold.toDouble();
        for (int row = 0; row < values.size(); row++) {
            rows.add(new Row(
                    values.id(row),
                    values.amount(row),
                    values.amount(row) >= from || values.value(row).equals(threshold),
                    answer(answers, npsColumn, row, NetPromoterScore::require),
                    answer(answers, csatColumn, row, SatisfiedShare::require)));
        }
        return new AnsweredValues(rows, threshold);
    }

    private static OptionalInt answer(JoinedAttributes answers, @Nullable String column, int row, Check check) {
        if (column == null) {
            return OptionalInt.empty();
        }
        OptionalDouble answer = answers.number(column, row);
        return answer.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(check.require(
                        answer.getAsDouble(),
                        column + " of customer '" + answers.customers().id(row) + "'"));
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Quadrant quadrant : Quadrant.values()) {
            List<Row> own =
                    rows.stream().filter(row -> row.quadrant() == quadrant).toList();
            lines.add(new Line(
                    quadrant,
                    own.size(),
                    money(own.stream().mapToDouble(Row::amount).toArray())));
        }
        return List.copyOf(lines);
    }

    private Money money(double[] amounts) {
        return Money.ofRounded(CompensatedSum.of(amounts), threshold.currency());
    }

    List<Call> calls() {
        return rows.stream()
                .filter(row -> row.quadrant() == Quadrant.VALUABLE_UNHAPPY)
                .sorted(Comparator.comparingDouble(Row::amount).reversed().thenComparing(Row::id))
                .map(row ->
                        new Call(row.id(), Money.ofRounded(row.amount(), threshold.currency()), row.nps(), row.csat()))
                .toList();
    }

    /** Who brings nothing is no loss. */
    Money atRisk() {
        return money(rows.stream()
                .filter(row -> row.isUnhappy() && row.amount() > 0)
                .mapToDouble(Row::amount)
                .toArray());
    }

    Optional<NetPromoterScore> nps(boolean valuableOnly) {
        int[] answers = rows.stream()
                .filter(row -> row.nps().isPresent() && (row.valuable() || !valuableOnly))
                .mapToInt(row -> row.nps().getAsInt())
                .toArray();
        return answers.length == 0 ? Optional.empty() : Optional.of(NetPromoterScore.of(answers));
    }

    Optional<SatisfiedShare> csat(boolean valuableOnly) {
        int[] answers = rows.stream()
                .filter(row -> row.csat().isPresent() && (row.valuable() || !valuableOnly))
                .mapToInt(row -> row.csat().getAsInt())
                .toArray();
        return answers.length == 0 ? Optional.empty() : Optional.of(SatisfiedShare.of(answers));
    }
}
