package io.clv.examples.cli;

import io.clv.lifecycle.ContactRules;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Pace;
import io.clv.quantity.Ratio;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** When customers may be contacted, and how often. */
final class ContactOptions {

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "first day that is planned (default: the one after the end of observation)")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "last day that is planned (default: a year in all)")
    private @Nullable LocalDate to;

    @Option(names = "--at", paramLabel = "TIME", description = "time of day of a contact (default: 10:00)")
    private @Nullable String at;

    @Option(
            names = "--clock",
            paramLabel = "ZONE",
            description = "zone of days and times, as in Europe/Paris (default: UTC)")
    private @Nullable ZoneId clock;

    @Option(
            names = "--quiet-hours",
            paramLabel = "TIME-TIME",
            description = "when nobody is contacted, as in 19:00-09:00")
    private @Nullable String quietHours;

    @Option(
            names = "--quiet-days",
            paramLabel = "DAY,...",
            split = ",",
            description = "days of the week on which nobody is contacted, as in saturday,sunday")
    private List<String> quietDays = List.of();

    @Option(
            names = "--quiet-dates",
            paramLabel = "DATE,...",
            split = ",",
            description = "dates on which nobody is contacted, such as holidays")
    private List<LocalDate> quietDates = List.of();

    @Option(
            names = "--lead",
            paramLabel = "DAYS-DAYS",
            defaultValue = "14-3",
            description = "how many days before something is due a contact is made, at the earliest and at the latest"
                    + " (default: ${DEFAULT-VALUE})")
    private String lead = "14-3";

    @Option(
            names = "--grace",
            paramLabel = "DAYS",
            description = "how long after it was due something may still be talked of, if the plan begins too late for"
                    + " the lead (default: 0)")
    private @Nullable Integer grace;

    @Option(names = "--gap", paramLabel = "DAYS", description = "days from one contact to the next at least")
    private @Nullable Integer gap;

    @Option(
            names = "--cap",
            paramLabel = "PACE",
            description = "contacts of a customer in a calendar period at most, as in '2 per month'")
    private @Nullable String cap;

    @Option(
            names = "--touches",
            paramLabel = "N",
            description = "touches that every customer is to have over the planned days (default: none without an"
                    + " occasion)")
    private @Nullable Integer touches;

    @Option(
            names = "--least-chance",
            paramLabel = "RATIO",
            description = "chance of a visit from which on a call is worth it (default: any)")
    private @Nullable Ratio leastChance;

    /** The rules, for a log that was observed through a date. */
    ContactRules rules(LocalDate observedThrough) {
        return ReportOptions.wellAsked(() -> {
            LocalDate first = from == null ? observedThrough.plusDays(1) : from;
            ContactRules.Builder rules =
                    ContactRules.between(first, to == null ? first.plusYears(1).minusDays(1) : to);
            if (clock != null) {
                rules.in(clock);
            }
            if (at != null) {
                rules.at(Asked.of("--at", at, ContactOptions::time));
            }
            addQuiet(rules);
            int[] days = Asked.of("--lead", lead, ContactOptions::days);
            rules.lead(days[0], days[1]);
            if (grace != null) {
                rules.grace(grace);
            }
            if (gap != null) {
                rules.minimumGap(gap);
            }
            addCap(rules);
            if (touches != null) {
                rules.touches(touches);
            }
            if (leastChance != null) {
                rules.leastChance(leastChance);
            }
            return rules.build();
        });
    }

    boolean wantsTouches() {
        return touches != null;
    }

    /** Refuses what cannot be, before a log is read. */
    void check() {
        rules(from == null ? LocalDate.EPOCH : from.minusDays(1));
    }

    private void addQuiet(ContactRules.Builder rules) {
        if (quietHours != null) {
            LocalTime[] ends = Asked.of("--quiet-hours", quietHours, ContactOptions::hours);
            rules.quietHours(ends[0], ends[1]);
        }
        if (!quietDays.isEmpty()) {
            rules.quietDays(quietDays.stream()
                    .map(day -> Asked.of("--quiet-days", day, ContactOptions::day))
                    .toArray(DayOfWeek[]::new));
        }
        if (!quietDates.isEmpty()) {
            rules.quietDates(Set.copyOf(quietDates));
        }
    }

    private void addCap(ContactRules.Builder rules) {
        if (cap != null) {
            Pace pace = Asked.of("--cap", cap, Pace::parse);
            Refused.unless(
                    pace.count() == Math.rint(pace.count()) && pace.count() <= Integer.MAX_VALUE,
                    "--cap",
                    "must be a whole number, as in '2 per month', but was " + pace);
            rules.cap((int) pace.count(), CalendarGrid.of(pace.unit()));
        }
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a time as in 10:30, but was '" + text.strip() + "'", e);
        }
    }

    private static LocalTime[] hours(String text) {
        String[] ends = text.split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("must be two times, as in 19:00-09:00, but was '" + text + "'");
        }
        return new LocalTime[] {time(ends[0]), time(ends[1])};
    }

    private static int[] days(String text) {
        String[] ends = text.split("-", -1);
        try {
            return new int[] {Integer.parseInt(ends[0].strip()), Integer.parseInt(ends[1].strip())};
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("must be two numbers of days, as in 14-3, but was '" + text + "'", e);
        }
    }

    private static DayOfWeek day(String text) {
        TreeSet<String> names = new TreeSet<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().toLowerCase(Locale.ROOT);
            if (name.equals(text.strip().toLowerCase(Locale.ROOT))) {
                return day;
            }
            names.add(name);
        }
        throw new IllegalArgumentException(
                "must be one of " + String.join(", ", names) + ", but was '" + text.strip() + "'");
    }
}
