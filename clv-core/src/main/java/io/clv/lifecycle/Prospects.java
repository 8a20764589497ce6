package io.clv.lifecycle;

import io.clv.ledger.CustomerTable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Folds contacts to prospects, in whatever order they come.
 *
 * @param rows by id in code point order
 * @param afterEnd how many contacts are later than the end of observation
 * @param ofCustomers how many contacts are with customers
 * @param ignored how many contacts mean nothing
 */
record Prospects(List<Prospect> rows, long afterEnd, long ofCustomers, long ignored) {

    private static final Comparator<String> CODE_POINTS =
            Comparator.comparing(text -> text.codePoints().toArray(), Arrays::compare);

    static final Prospects NONE = new Prospects(List.of(), 0, 0, 0);

    static Prospects of(CustomerTable customers, Iterable<ContactEvent> contacts, Funnel funnel) {
        LocalDate end = customers.observedThrough();
        Map<String, Progress> byId = new HashMap<>();
        long afterEnd = 0;
        long ofCustomers = 0;
        long ignored = 0;
        for (ContactEvent contact : contacts) {
            Optional<Stage> step = funnel.step(contact.kind());
            if (contact.date().isAfter(end)) {
                afterEnd++;
            } else if (customers.indexOf(contact.id()) >= 0) {
                ofCustomers++;
            } else if (step.isEmpty()) {
                ignored++;
            } else {
                byId.computeIfAbsent(contact.id(), id -> new Progress()).add(contact, step.get());
            }
        }
        List<Prospect> rows = byId.entrySet().stream()
                .map(entry -> entry.getValue().toProspect(entry.getKey(), end))
                .sorted(Comparator.comparing(Prospect::id, CODE_POINTS))
                .toList();
        return new Prospects(rows, afterEnd, ofCustomers, ignored);
    }

    /** How far somebody has come. */
    private static final class Progress {

        private static final Comparator<ContactEvent> LATEST = Comparator.comparing(ContactEvent::date)
                .thenComparing(
                        Comparator.comparing(ContactEvent::kind, CODE_POINTS).reversed());

        private @Nullable ContactEvent furthest;
        private Stage stage = Stage.AWARENESS;
        private LocalDate first = LocalDate.MAX;
        private int contacts;

        void add(ContactEvent contact, Stage step) {
            contacts++;
            first = contact.date().isBefore(first) ? contact.date() : first;
            ContactEvent before = furthest;
            if (before == null || step.compareTo(stage) > 0 || (step == stage && LATEST.compare(contact, before) > 0)) {
                furthest = contact;
                stage = step;
            }
        }

        Prospect toProspect(String id, LocalDate end) {
            ContactEvent shows = furthest;
            if (shows == null) {
                throw new IllegalStateException("a prospect without a contact");
            }
            return new Prospect(id, stage, shows.kind(), shows.date(), first, contacts, end);
        }
    }
}
