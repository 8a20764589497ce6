package io.clv.io;

import static io.clv.io.RenewalsRole.ACTIVE;
import static io.clv.io.RenewalsRole.COHORT;
import static io.clv.io.RenewalsRole.CUSTOMER;
import static io.clv.io.RenewalsRole.PERIOD;
import static io.clv.io.RenewalsRole.RENEWALS;
import static io.clv.io.RenewalsRole.SURVIVORS;
import static io.clv.io.RenewalsRole.WEIGHT;
import static io.clv.io.UnreadableLogException.Reason.COLUMN;
import static io.clv.io.UnreadableLogException.Reason.CONTENT;

import io.clv.btyd.Survivors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects the rows of a file of renewals, of customers or of cohorts. */
final class RenewalsHandler extends RoleHandler<RenewalsRole> {

    private static final List<String> YES = List.of("1", "true", "yes");
    private static final List<String> NO = List.of("0", "false", "no");

    private final String file;
    private final NumberField numbers = new NumberField();
    private boolean ofCohorts;

    private final List<RenewalsFile.Row> rows = new ArrayList<>();
    /** The survivors of each cohort by period. */
    private final Map<String, SortedMap<Integer, Double>> cohorts = new TreeMap<>();
    /** The line that tells of a customer, or of the period of a cohort. */
    private final Map<List<String>, Long> lines = new HashMap<>();

    RenewalsHandler(String file, int maxProblems, Map<RenewalsRole, String> named) {
        super(file, maxProblems, RenewalsRole.class, named);
        this.file = file;
    }

    @Override
    void found(Header header) {
        ofCohorts = has(PERIOD) && has(SURVIVORS);
        if (!ofCohorts && !(has(RENEWALS) && has(ACTIVE))) {
            throw new UnreadableLogException(
                    COLUMN,
                    file + " must have the columns renewals and active, of customers, or period and survivors, of"
                            + " cohorts, but has " + header.listed());
        }
    }

    @Override
    void take(Cell<RenewalsRole> cell, char[] buffer, int from, int to) {
        if (!isOfForm(cell.role)) {
            return;
        }
        if (cell.role == CUSTOMER || cell.role == COHORT) {
            if (cell.text.isEmpty()) {
                report(cell.field, buffer, from, to, "must not be blank");
            }
        } else if (cell.role == ACTIVE) {
            String word = cell.text.toLowerCase(Locale.ROOT);
            cell.value = YES.contains(word) ? 1 : 0;
            if (!YES.contains(word) && !NO.contains(word)) {
                report(cell.field, buffer, from, to, "must be yes, true or 1, or no, false or 0");
            }
        } else if (!numbers.read(buffer, from, to)) {
            report(cell.field, buffer, from, to, numbers.fault());
        } else {
            cell.value = numbers.value();
        }
    }

    private boolean isOfForm(RenewalsRole role) {
        boolean cohort = role == PERIOD || role == SURVIVORS || role == COHORT;
        return cohort == ofCohorts;
    }

    @Override
    void checkRow() {
        RenewalsRole counted = ofCohorts ? PERIOD : RENEWALS;
        double count = value(counted, 0);
        if (!(count >= 0 && count < Integer.MAX_VALUE && count == Math.rint(count))) {
            fault(counted, "must be a whole number from 0 on");
        }
        RenewalsRole weighed = ofCohorts ? SURVIVORS : WEIGHT;
        if (value(weighed, 0) < 0) {
            fault(weighed, "must not be negative");
        }
        Long line = lines.get(key());
        if (line != null) {
            fault(ofCohorts ? PERIOD : CUSTOMER, "must have one row, but is in line " + line + " already");
        }
    }

    private List<String> key() {
        return ofCohorts ? List.of(text(COHORT), String.valueOf(value(PERIOD, 0))) : List.of(text(CUSTOMER));
    }

    @Override
    void addRow() {
        if (ofCohorts || has(CUSTOMER)) {
            lines.put(key(), line());
        }
        if (ofCohorts) {
            cohorts.computeIfAbsent(text(COHORT), none -> new TreeMap<>())
                    .put((int) value(PERIOD, 0), value(SURVIVORS, 0));
        } else {
            String id = has(CUSTOMER) ? text(CUSTOMER) : Long.toString(rowCount());
            rows.add(new RenewalsFile.Row(id, (int) value(RENEWALS, 0), value(ACTIVE, 0) == 1, value(WEIGHT, 1)));
        }
    }

    RenewalsFile toRenewalsFile() {
        long used = ofCohorts ? cohorts.values().stream().mapToLong(Map::size).sum() : rows.size();
        return new RenewalsFile(
                rows, ofCohorts ? ofCohorts() : ofCustomers(), !ofCohorts, problems(), rowCount(), used, notes());
    }

    private Survivors ofCustomers() {
        int[] renewals = rows.stream().mapToInt(RenewalsFile.Row::renewals).toArray();
        double[] weights = rows.stream().mapToDouble(RenewalsFile.Row::weight).toArray();
        boolean[] active = new boolean[renewals.length];
        for (int row = 0; row < active.length; row++) {
            active[row] = rows.get(row).active();
        }
        return Survivors.ofCustomers(renewals, active, weights);
    }

    private Survivors ofCohorts() {
        Survivors all = Survivors.ofCustomers(new int[0], new boolean[0]);
        boolean first = true;
        for (Map.Entry<String, SortedMap<Integer, Double>> cohort : cohorts.entrySet()) {
            Survivors one = cohort(cohort.getKey(), cohort.getValue());
            all = first ? one : all.plus(one);
            first = false;
        }
        return all;
    }

    private Survivors cohort(String name, SortedMap<Integer, Double> byPeriod) {
        String which = name.isEmpty() ? "" : "cohort '" + name + "': ";
        int gap = 0;
        while (byPeriod.containsKey(gap)) {
            gap++;
        }
        if (gap < byPeriod.size()) {
            throw new UnreadableLogException(
                    CONTENT,
                    file + ": " + which + "there must be a row for every period from 0, in which customers come, to "
                            + byPeriod.lastKey() + ", but there is none for " + gap,
                    problems());
        }
        double[] survivors =
                byPeriod.values().stream().mapToDouble(Double::doubleValue).toArray();
        try {
            return Survivors.of(survivors);
        } catch (IllegalArgumentException e) {
            throw new UnreadableLogException(CONTENT, file + ": " + which + e.getMessage(), problems());
        }
    }
}
