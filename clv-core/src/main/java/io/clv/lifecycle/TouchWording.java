package io.clv.lifecycle;

import io.clv.quantity.Ratio;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** What is said of one customer's touches: made when somebody reads it. */
final class TouchWording {

    private final Placement.Setting setting;
    private final int row;

    TouchWording(Placement.Setting setting, int row) {
        this.setting = setting;
        this.row = row;
    }

    private boolean isRegular(int which) {
        return which == setting.occasions().size();
    }

    String reason(int which) {
        return isRegular(which)
                ? Occasion.REGULAR
                : setting.occasions().get(which).name();
    }

    Optional<LocalDate> due(int which) {
        if (isRegular(which)) {
            return Optional.empty();
        }
        int day = setting.occasions().get(which).due(row);
        return day == Occasion.NONE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }

    String key(int which, int day) {
        return isRegular(which)
                ? part(setting.days().part(day))
                : setting.occasions().get(which).key(row, setting.customers());
    }

    String because(int which, int day) {
        return (isRegular(which) ? part(setting.days().part(day)) + ", without another contact" : occasion(which))
                + lateness(which, day)
                + season(day);
    }

    /** "touch 7 of 36, from 2026-07-02 to 2026-07-31". */
    private String part(int part) {
        ContactDays days = setting.days();
        return "touch " + (part + 1) + " of " + setting.rules().touches() + ", from " + days.date(days.partBegin(part))
                + " to " + days.date(days.partBegin(part + 1) - 1);
    }

    private String occasion(int which) {
        Occasion occasion = setting.occasions().get(which);
        VisitForecasts visits = setting.visits();
        if (!occasion.isVisit() || visits == null) {
            return occasion.name() + " on " + LocalDate.ofEpochDay(occasion.due(row));
        }
        VisitForecast visit = visits.forecast(row).orElseThrow();
        return "visit expected on " + visit.expected()
                + visit.interval().map(range -> ", " + range).orElse("")
                + visit.chance().map(chance -> chance(chance, visits.through())).orElse("")
                + "; by " + visit.source().label() + ": " + visit.reason();
    }

    private static String chance(Ratio chance, LocalDate through) {
        return ", with a chance of " + PlanWording.percent(chance) + " that it comes by " + through;
    }

    private String lateness(int which, int day) {
        if (isRegular(which)) {
            return "";
        }
        int due = setting.occasions().get(which).due(row);
        long lead = (long) due - setting.days().first - day;
        return lead >= setting.rules().latestLead()
                ? ""
                : "; late, as the plan begins on " + setting.rules().first();
    }

    private String season(int day) {
        LocalDate date = setting.days().date(day);
        return setting.seasons()
                .map(seasons -> String.format(
                        Locale.ROOT, "; a day with %.2f times an average day's visits", seasons.index(row, date)))
                .orElse("");
    }

    String unplaced(int which, int part, UnplacedTouch.Why why) {
        if (isRegular(which)) {
            return (part == Placement.ALL_PARTS ? "" : part(part) + ": ") + why.label();
        }
        VisitForecasts visits = setting.visits();
        boolean isVisit = setting.occasions().get(which).isVisit() && visits != null;
        if (why == UnplacedTouch.Why.NO_DATE && visits != null) {
            return why.label() + ": " + visits.absence(row).orElseThrow();
        }
        if (due(which).isEmpty()) {
            return why.label();
        }
        String chance = isVisit && why == UnplacedTouch.Why.UNLIKELY && visits != null
                ? visits.forecast(row)
                        .flatMap(VisitForecast::chance)
                        .map(share -> ", a chance of " + PlanWording.percent(share) + " by " + visits.through())
                        .orElse("")
                : "";
        return (isVisit ? "visit expected on " : reason(which) + " on ")
                + due(which).orElseThrow() + ": " + why.label() + chance;
    }
}
