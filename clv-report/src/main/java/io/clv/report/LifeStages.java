package io.clv.report;

import io.clv.ledger.Groups;
import io.clv.lifecycle.LifecycleStages;
import io.clv.lifecycle.Stage;
import io.clv.ltv.CustomerValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where customers and prospects stand. */
final class LifeStages {

    private LifeStages() {}

    /** The stages of customers under their codes. */
    static Groups groups(LifecycleStages stages) {
        Groups groups = stages.groups();
        int[] codes = new int[groups.size()];
        Arrays.setAll(codes, groups::code);
        return Groups.of(codes, groups.labels().stream().map(LifeStages::code).toList());
    }

    private static String code(String label) {
        return label.replace(' ', '-');
    }

    /** Prospects come first, if there are any. */
    static List<StageRow> rows(CustomerValues values, Groups groups, Optional<LifecycleStages> lifecycle) {
        List<StageRow> rows = new ArrayList<>();
        lifecycle.ifPresent(stages -> prospects(stages, rows));
        int stages = groups.labels().size();
        Sums sums = Sums.of(values, stages, groups::code);
        for (int stage = 0; stage < stages; stage++) {
            rows.add(new StageRow(
                    groups.labels().get(stage),
                    sums.customers(stage),
                    (double) sums.customers(stage) / Math.max(1, values.size()),
                    Optional.of(sums.value(stage))));
        }
        return rows;
    }

    private static void prospects(LifecycleStages stages, List<StageRow> rows) {
        int all = stages.prospects().size();
        for (LifecycleStages.Line line : stages.lines()) {
            Stage stage = line.stage();
            if (stage.isProspect() && all > 0) {
                rows.add(new StageRow(
                        code(stage.label()), line.customers(), (double) line.customers() / all, Optional.empty()));
            }
        }
    }

    /** Without the note on the values of the stages, which are those that the report is about. */
    static List<Sentence> notes(LifecycleStages stages) {
        return stages.notes().stream()
                .filter(note -> !note.startsWith("value: "))
                .map(PlainWords::of)
                .toList();
    }
}
