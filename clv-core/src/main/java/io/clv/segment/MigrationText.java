package io.clv.segment;

import io.clv.ledger.Groups;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A migration in words. */
final class MigrationText {

    /** Standard deviations beyond which a count is said to be more than chance. */
    private static final double BEYOND = 3;

    /** How many of those moves are named. */
    private static final int NAMED = 5;

    private final Migration migration;
    private final CustomerAmounts before;
    private final CustomerAmounts after;

    MigrationText(Migration migration, CustomerAmounts before, CustomerAmounts after) {
        this.migration = migration;
        this.before = before;
        this.after = after;
    }

    String text() {
        Groups then = migration.then();
        StringBuilder text = new StringBuilder();
        text.append("from ")
                .append(before.customers().observedThrough())
                .append(" to ")
                .append(after.customers().observedThrough());
        migration
                .stayed()
                .ifPresent(stayed -> text.append(": ")
                        .append(Wording.count(stayed))
                        .append(" of ")
                        .append(Wording.customers(then.size()))
                        .append(" stayed, ")
                        .append(Wording.count(migration.rose().orElse(0)))
                        .append(" rose, ")
                        .append(Wording.count(migration.fell().orElse(0)))
                        .append(" fell"));
        text.append('\n');
        List<Migration.Move> moves = migration.moves();
        int to = migration.now().labels().size();
        for (int from = then.labels().size() - 1; from >= 0; from--) {
            if (then.count(from) > 0) {
                line(from, moves.subList(from * to, (from + 1) * to), text);
            }
        }
        newcomers(text);
        expectation(moves, text);
        return text.toString();
    }

    private void line(int from, List<Migration.Move> moves, StringBuilder text) {
        Groups then = migration.then();
        text.append(then.labels().get(from))
                .append(", ")
                .append(Wording.customers(then.count(from)))
                .append(": ");
        List<String> parts = new ArrayList<>();
        for (int to = moves.size() - 1; to >= 0; to--) {
            Migration.Move move = moves.get(to);
            if (move.customers() > 0 || move.expected().orElse(0) >= 1) {
                StringBuilder part = new StringBuilder();
                part.append(Wording.count(move.customers())).append(' ').append(move.to());
                move.expected()
                        .ifPresent(expected -> part.append(" (")
                                .append(Wording.decimal(expected, 1))
                                .append(" expected)"));
                parts.add(part.toString());
            }
        }
        if (migration.missing(from) > 0) {
            parts.add(Wording.count(migration.missing(from)) + " missing");
        }
        text.append(String.join(", ", parts)).append('\n');
    }

    private void newcomers(StringBuilder text) {
        List<String> parts = new ArrayList<>();
        int sum = 0;
        for (int to = migration.now().labels().size() - 1; to >= 0; to--) {
            int count = migration.newcomers(to);
            sum += count;
            if (count > 0) {
                parts.add(Wording.count(count) + " " + migration.now().labels().get(to));
            }
        }
        if (sum > 0) {
            text.append(sum == 1 ? "1 newcomer: " : Wording.count(sum) + " newcomers: ")
                    .append(String.join(", ", parts))
                    .append('\n');
        }
    }

    private void expectation(List<Migration.Move> moves, StringBuilder text) {
        if (migration.expected().isEmpty()) {
            return;
        }
        text.append("expected ")
                .append(migration.expected().orElseThrow().method())
                .append('\n');
        List<Migration.Move> beyond = new ArrayList<>();
        for (Migration.Move move : moves) {
            if (Math.abs(move.surprise().orElse(0)) > BEYOND) {
                beyond.add(move);
            }
        }
        beyond.sort(Comparator.comparingDouble(
                        (Migration.Move move) -> Math.abs(move.surprise().orElseThrow()))
                .reversed());
        text.append(
                beyond.isEmpty()
                        ? "no move is beyond chance"
                        : "beyond chance (more than 3 standard deviations off), so that customers or their times have"
                                + " changed, or the model does not fit: "
                                + String.join(
                                        ", ",
                                        beyond.stream()
                                                .limit(NAMED)
                                                .map(MigrationText::surprise)
                                                .toList())
                                + (beyond.size() > NAMED ? " and " + (beyond.size() - NAMED) + " more" : ""));
        text.append('\n');
    }

    private static String surprise(Migration.Move move) {
        return (move.surprise().orElseThrow() > 0 ? "more" : "fewer")
                + (move.from().equals(move.to()) ? " still " + move.to() : " from " + move.from() + " to " + move.to());
    }
}
