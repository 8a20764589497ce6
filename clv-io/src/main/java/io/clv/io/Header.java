package io.clv.io;

import static io.clv.io.UnreadableLogException.Reason.COLUMN;
import static io.clv.io.UnreadableLogException.Reason.CONTENT;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names in the first record of a log, and which of them hold what a ledger needs. */
final class Header {

    private final String file;
    private final List<String> names;
    private final List<String> guesses = new ArrayList<>();
    private final BitSet taken = new BitSet();

    Header(String file, List<String> names) {
        this.file = file;
        this.names = names.stream().map(String::strip).toList();
        for (int i = 0; i < this.names.size(); i++) {
            String name = this.names.get(i);
            int first = this.names.indexOf(name);
            if (!name.isEmpty() && first < i) {
                throw new UnreadableLogException(
                        CONTENT,
                        file + " has two columns named '" + name + "': columns " + (first + 1) + " and " + (i + 1));
            }
        }
    }

    int size() {
        return names.size();
    }

    String name(int column) {
        return names.get(column);
    }

    /** What was guessed, in words, in the order it was asked for. */
    List<String> guesses() {
        return List.copyOf(guesses);
    }

    /** The column of a name, which is then not guessed to be anything else. */
    int take(String named) {
        int column = indexOf(named);
        taken.set(column);
        return column;
    }

    /** The column of a role: the one that was named, else the first of the usual names that the file has. */
    int find(ColumnRole role, @Nullable String named) {
        return named == null ? guess(role) : indexOf(named);
    }

    private int indexOf(String named) {
        String wanted = named.strip();
        int exact = names.indexOf(wanted);
        if (exact >= 0) {
            return exact;
        }
        int found = -1;
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(wanted)) {
                if (found >= 0) {
                    throw new UnreadableLogException(
                            COLUMN,
                            "column '" + wanted + "' could be " + names.get(found) + " or " + names.get(i)
                                    + ": write it as the file does");
                }
                found = i;
            }
        }
        if (found < 0) {
            throw new UnreadableLogException(
                    COLUMN,
                    "unknown column '" + wanted + "': the file has " + listed()
                            + NearMiss.of(wanted, names)
                                    .map(near -> "; did you mean '" + near + "'?")
                                    .orElse(""));
        }
        return found;
    }

    private int guess(ColumnRole role) {
        int best = -1;
        List<String> others = new ArrayList<>();
        for (String usual : role.usualNames()) {
            for (int i = 0; i < names.size(); i++) {
                if (!taken.get(i) && plain(names.get(i)).equals(usual)) {
                    if (best < 0) {
                        best = i;
                    } else {
                        others.add(names.get(i));
                    }
                }
            }
        }
        if (best >= 0) {
            guesses.add(role.word() + " column '" + names.get(best) + "'"
                    + (others.isEmpty() ? "" : " (not " + String.join(", ", others) + ")"));
        } else if (!role.isOptional()) {
            throw new UnreadableLogException(
                    COLUMN,
                    "cannot tell which column of " + file + " is the " + role.word() + ": it has " + listed()
                            + ", so name it");
        }
        return best;
    }

    String listed() {
        return String.join(", ", names);
    }

    /** "Order Date", "orderDate" and "order-date" are one name. */
    private static String plain(String name) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLetterOrDigit(name.charAt(i))) {
                letters.append(name.charAt(i));
            }
        }
        return letters.toString().toLowerCase(Locale.ROOT);
    }
}
