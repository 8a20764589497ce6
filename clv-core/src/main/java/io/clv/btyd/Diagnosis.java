package io.clv.btyd;

import java.util.List;

/**
 * What a fit came to. Only a converged one has standard errors.
 *
 * @param kind which of the three
 * @param directions where the likelihood does not fall: at a boundary the limits it tends to, such as "s -> 0"; if not
 *     identified the parameters it does not tell; empty if converged
 */
public record Diagnosis(Kind kind, List<String> directions) {

    /** The three ends a fit can come to. */
    public enum Kind {
        /** The likelihood has its maximum here. */
        CONVERGED("converged"),
        /**
         * The likelihood still rises, by next to nothing, as parameters tend to a limit: the model becomes a simpler
         * one.
         */
        AT_BOUNDARY("at-boundary"),
        /** The likelihood is level: the data do not tell the parameters. */
        NOT_IDENTIFIED("not-identified");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    /** A maximum. */
    static final Diagnosis CONVERGED = new Diagnosis(Kind.CONVERGED, List.of());

    /**
     * Copies the directions.
     *
     * @param kind which of the three
     * @param directions where the likelihood does not fall
     */
    public Diagnosis {
        directions = List.copyOf(directions);
    }

    /**
     * Whether there is a maximum, and so standard errors.
     *
     * @return true if converged
     */
    public boolean converged() {
        return kind == Kind.CONVERGED;
    }

    /** "converged", "at-boundary (s -> 0)" or "not-identified (r, alpha)". */
    @Override
    public String toString() {
        return kind.label + (directions.isEmpty() ? "" : " (" + String.join(", ", directions) + ")");
    }

    static Diagnosis parse(String text) {
        int open = text.indexOf(" (");
        String label = open < 0 ? text : text.substring(0, open);
        List<String> directions = open < 0
                ? List.of()
                : List.of(text.substring(open + 2, text.length() - 1).split(", ", -1));
        for (Kind kind : Kind.values()) {
            if (kind.label.equals(label)) {
                return new Diagnosis(kind, directions);
            }
        }
        throw new IllegalArgumentException(
                "diagnosis must be one of converged, at-boundary, not-identified, but was '" + label + "'");
    }
}
