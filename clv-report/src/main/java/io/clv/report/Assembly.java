package io.clv.report;

import io.clv.btyd.Diagnosis;
import io.clv.btyd.Fit;
import io.clv.btyd.FittedLtv;
import io.clv.cohort.CohortTable;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.CustomerValues.Column;
import io.clv.quantity.Money;
import io.clv.segment.Concentration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Makes the rows of an analysis. */
final class Assembly {

    private final Given given;
    private final CustomerValues values;
    private final Map<Section, List<Sentence>> notes = new EnumMap<>(Section.class);
    private final Set<Section> absent = EnumSet.noneOf(Section.class);

    Assembly(Given given) {
        this.given = given;
        values = given.values;
    }

    ReportRows rows() {
        boolean empty = values.size() == 0;
        Worth worth = new Worth(values);
        Optional<Concentration> concentration = worth.concentration();
        concentration.ifPresent(each -> note(Section.CONCENTRATION, Worth.notes(each)));
        Optional<Triangle> triangle = Optional.ofNullable(given.cohorts).map(Triangle::new);
        triangle.ifPresent(each -> note(Section.COHORTS, each.notes()));
        Optional<Channels> channels = Optional.ofNullable(given.costs)
                .map(costs -> new Channels(costs, Optional.ofNullable(given.economics)));
        channels.ifPresent(each -> note(Section.CHANNELS, each.notes()));
        Optional.ofNullable(given.tracking).ifPresent(each -> note(Section.TRACKING, HeldOut.notes(each)));
        Optional.ofNullable(given.holdOut).ifPresent(each -> note(Section.HOLD_OUT, HeldOut.notes(each)));
        Optional<Groups> stages = Optional.ofNullable(given.stages);
        Optional.ofNullable(given.lifecycle).ifPresent(each -> note(Section.STAGES, LifeStages.notes(each)));
        if (given.tiers == null && !empty) {
            note(Section.TIERS, List.of(Sentence.of("tiers.usual")));
        }
        return new ReportRows(
                summary(),
                shown(Section.TIERS, empty ? List.of() : worth.tiers(Optional.ofNullable(given.tiers))),
                shown(Section.CONCENTRATION, concentration.map(Worth::lorenz).orElse(List.of())),
                shown(Section.DISTRIBUTION, empty ? List.of() : worth.bins()),
                shown(Section.ALIVE, alive()),
                shown(
                        Section.TRACKING,
                        Optional.ofNullable(given.tracking).map(HeldOut::points).orElse(List.of())),
                Optional.ofNullable(given.holdOut).map(HeldOut::of),
                shown(
                        Section.HOLD_OUT,
                        Optional.ofNullable(given.holdOut)
                                .map(HeldOut::frequencies)
                                .orElse(List.of())),
                shown(Section.COHORTS, triangle.map(Triangle::cells).orElse(List.of())),
                Optional.ofNullable(given.cohorts).map(CohortTable::ageUnit).orElse(""),
                shown(
                        Section.CUMULATIVE,
                        triangle.map(each -> each.cumulative(Optional.ofNullable(given.grossMargin)))
                                .orElse(List.of())),
                Optional.ofNullable(given.grossMargin),
                Optional.ofNullable(given.acquisitionCost),
                shown(
                        Section.STAGES,
                        stages.map(groups -> LifeStages.rows(values, groups, Optional.ofNullable(given.lifecycle)))
                                .orElse(List.of())),
                shown(Section.CHANNELS, channels.map(Channels::rows).orElse(List.of())),
                shown(Section.ACTIONS, new Actions(values, stages).rows()),
                shown(Section.ASSUMPTIONS, assumptions()),
                shown(Section.DIAGNOSIS, diagnosis()),
                notes,
                absent);
    }

    private void note(Section section, List<Sentence> sentences) {
        notes.put(section, sentences);
    }

    /** What has no rows is left out, and it is noted that it is. */
    private <T> List<T> shown(Section section, List<T> rows) {
        if (rows.isEmpty()) {
            absent.add(section);
        }
        return rows;
    }

    private Summary summary() {
        CustomerTable customers = values.customers();
        int size = values.size();
        return new Summary(
                size,
                values.total(),
                size == 0
                        ? Optional.empty()
                        : Optional.of(Money.ofRounded(values.totalAmount() / size, values.currency())),
                values.totalInterval(),
                values.model(),
                values.measure(),
                values.basis(),
                values.horizon(),
                values.discount(),
                firstPurchase(customers),
                customers.observedThrough(),
                size + customers.repeatPurchases(),
                customers.total(),
                customers.unit(),
                sum(Column.P_ALIVE),
                sum(Column.EXPECTED_TRANSACTIONS));
    }

    private static Optional<LocalDate> firstPurchase(CustomerTable customers) {
        LocalDate first = null;
        for (int row = 0; row < customers.size(); row++) {
            LocalDate each = customers.firstPurchase(row);
            if (first == null || each.isBefore(first)) {
                first = each;
            }
        }
        return Optional.ofNullable(first);
    }

    private OptionalDouble sum(Column column) {
        if (!values.has(column)) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int row = 0; row < values.size(); row++) {
            sum += values.get(column, row);
        }
        return OptionalDouble.of(sum);
    }

    private List<AliveCell> alive() {
        if (!values.has(Column.P_ALIVE) || values.size() == 0) {
            return List.of();
        }
        AliveGrid grid = new AliveGrid(values);
        note(Section.ALIVE, grid.notes());
        return grid.cells();
    }

    private List<Sentence> assumptions() {
        return values.assumptions().stream()
                .filter(text -> PlainWords.posterior(text).isEmpty())
                .map(PlainWords::of)
                .toList();
    }

    private List<Sentence> diagnosis() {
        List<Sentence> sentences = new ArrayList<>();
        FittedLtv models = given.fitted;
        if (models != null) {
            sentences.add(diagnosis(models.transactions()));
            sentences.add(diagnosis(models.spend()));
        }
        values.assumptions().forEach(text -> PlainWords.posterior(text).ifPresent(sentences::add));
        return sentences;
    }

    private static Sentence diagnosis(Fit<?> fit) {
        Diagnosis diagnosis = fit.diagnosis();
        String where = String.join(", ", diagnosis.directions());
        return switch (diagnosis.kind()) {
            case CONVERGED -> Sentence.of("fit.converged", fit.family());
            case AT_BOUNDARY -> Sentence.of("fit.at-boundary", fit.family(), where);
            case NOT_IDENTIFIED -> Sentence.of("fit.not-identified", fit.family(), where);
        };
    }
}
