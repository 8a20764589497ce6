package io.clv.examples.cli;

import io.clv.lifecycle.ContactEvent;
import io.clv.lifecycle.Funnel;
import io.clv.lifecycle.LifecycleStages;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Contacts with those who have not bought yet, and what they mean. */
final class FunnelOptions {

    @Option(
            names = "--contacts",
            paramLabel = "CONTACTS.csv",
            description = "contacts with prospects: the columns customer, date and kind")
    private @Nullable String file;

    @Option(names = "--awareness", paramLabel = "KIND", split = ",", description = "contacts that show awareness")
    private List<String> awareness = List.of();

    @Option(names = "--comparison", paramLabel = "KIND", split = ",", description = "contacts that show comparison")
    private List<String> comparison = List.of();

    @Option(names = "--interest", paramLabel = "KIND", split = ",", description = "contacts that show interest")
    private List<String> interest = List.of();

    @Option(names = "--ignore-contacts", paramLabel = "KIND", split = ",", description = "contacts that mean nothing")
    private List<String> ignored = List.of();

    /** Adds the prospects, if there are contacts. */
    void addTo(LifecycleStages.Builder builder, Console console) {
        @Nullable String contacts = file;
        if (contacts == null) {
            return;
        }
        Funnel funnel = ReportOptions.wellAsked(() -> Funnel.builder()
                .awareness(array(awareness))
                .comparison(array(comparison))
                .interest(array(interest))
                .ignoring(array(ignored))
                .build());
        List<ContactEvent> events = Sheet.read(contacts, List.of("customer", "date", "kind"), console)
                .map(row -> {
                    String customer = row.get("customer", text -> text);
                    LocalDate date = row.get("date", FunnelOptions::date);
                    String kind = row.get("kind", text -> text);
                    try {
                        funnel.step(kind);
                    } catch (IllegalArgumentException e) {
                        throw new IllegalArgumentException(InOptions.say(e.getMessage()), e);
                    }
                    return new ContactEvent(customer, date, kind);
                });
        builder.contacts(events, funnel);
    }

    /** Refuses what contacts mean where there are none. */
    void check() {
        String why = "is of use beside --contacts only";
        Refused.unless(file != null || awareness.isEmpty(), "--awareness", why);
        Refused.unless(file != null || comparison.isEmpty(), "--comparison", why);
        Refused.unless(file != null || interest.isEmpty(), "--interest", why);
        Refused.unless(file != null || ignored.isEmpty(), "--ignore-contacts", why);
    }

    private static String[] array(List<String> kinds) {
        return kinds.stream().map(String::strip).toArray(String[]::new);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be a date as in 1997-09-30, but was '" + text + "'", e);
        }
    }
}
