package io.clv.cohort;

import io.clv.ledger.Groups;

/**
 * Who had the change and who had not; customers of other groups are in neither.
 *
 * @param groups one for each customer
 * @param treated the code of those who had it
 * @param control the code of those who had not
 */
record ControlGroups(Groups groups, int treated, int control) {

    static ControlGroups of(Groups groups, String treated, String control) {
        if (treated.equals(control)) {
            throw new IllegalArgumentException(
                    "control group must differ from the treated group, but both were '" + treated + "'");
        }
        return new ControlGroups(groups, code("treated", groups, treated), code("control", groups, control));
    }

    private static int code(String role, Groups groups, String label) {
        int code = groups.labels().indexOf(label);
        if (code < 0) {
            throw new IllegalArgumentException(
                    role + " group must be one of " + String.join(", ", groups.labels()) + ", but was '" + label + "'");
        }
        return code;
    }

    boolean isTreated(int customer) {
        return groups.code(customer) == treated;
    }

    boolean isControl(int customer) {
        return groups.code(customer) == control;
    }

    String treatedLabel() {
        return groups.labels().get(treated);
    }

    String controlLabel() {
        return groups.labels().get(control);
    }
}
