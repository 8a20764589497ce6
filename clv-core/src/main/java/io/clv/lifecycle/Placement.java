package io.clv.lifecycle;

import io.clv.ledger.CustomerTable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Places the touches of one customer after the other: first the occasions, the most important one first, each on the
 * best day that its lead, the quiet days, the gap and the cap leave; then a regular contact in every part of the plan
 * that is still without one. Not safe to share between threads.
 */
final class Placement {

    /** Of a regular contact that was left out: it is about all parts of the plan. */
    static final int ALL_PARTS = -1;

    /** What all customers have in common. */
    record Setting(
            CustomerTable customers,
            ContactRules rules,
            ContactDays days,
            List<Occasion> occasions,
            @Nullable VisitForecasts visits,
            Optional<Seasonality> seasons,
            IntPredicate contactable,
            MadeTouches made) {}

    /** The reason of a contact that was made before the plan. */
    private static final short MADE = -1;

    private final Setting setting;
    private final ContactRules rules;
    private final ContactDays days;
    private final boolean isCapped;
    private final int most;
    private final int regular;
    private final double leastChance;
    private int[] day = new int[64];
    private short[] reason = new short[64];
    private int count;

    Placement(Setting setting) {
        this.setting = setting;
        rules = setting.rules();
        days = setting.days();
        isCapped = rules.cap().isPresent();
        most = rules.cap().orElse(Integer.MAX_VALUE);
        regular = setting.occasions().size();
        leastChance = rules.leastChance().map(chance -> chance.value()).orElse(0.0);
    }

    /** Adds one customer's touches, by day, and those that were left out; tells how many were placed. */
    int place(int row, PlanColumns out) {
        if (!setting.contactable().test(row)) {
            leaveOutAll(row, out);
            return 0;
        }
        count = 0;
        for (int made : setting.made().days(row, rules, days.first)) {
            insert(made, MADE);
        }
        double[] weekdays = setting.seasons().map(each -> each.weekdaysOf(row)).orElse(days.baseWeekdays());
        for (int which = 0; which < setting.occasions().size(); which++) {
            UnplacedTouch.Why why = place(row, which, weekdays);
            if (why != null) {
                out.leaveOut(row, which, ALL_PARTS, why);
            }
        }
        if (rules.touches() > 0) {
            fillParts(row, weekdays, out);
        }
        int before = out.placed;
        for (int i = 0; i < count; i++) {
            if (reason[i] != MADE) {
                out.place(day[i], reason[i]);
            }
        }
        return out.placed - before;
    }

    private void leaveOutAll(int row, PlanColumns out) {
        for (int which = 0; which < regular; which++) {
            Occasion occasion = setting.occasions().get(which);
            if (occasion.due(row) != Occasion.NONE || occasion.isVisit()) {
                out.leaveOut(row, which, ALL_PARTS, UnplacedTouch.Why.NOT_CONTACTABLE);
            }
        }
        if (rules.touches() > 0) {
            out.leaveOut(row, regular, ALL_PARTS, UnplacedTouch.Why.NOT_CONTACTABLE);
        }
    }

    /** Places a contact for an occasion, if the customer has it; what keeps it out, or nothing. */
    private UnplacedTouch.@Nullable Why place(int row, int which, double[] weekdays) {
        Occasion occasion = setting.occasions().get(which);
        int due = occasion.due(row);
        if (due == Occasion.NONE) {
            return occasion.isVisit() ? UnplacedTouch.Why.NO_DATE : null;
        }
        if (occasion.isVisit() && isUnlikely(row)) {
            return UnplacedTouch.Why.UNLIKELY;
        }
        if (setting.made().isDone(row, occasion)) {
            return UnplacedTouch.Why.DONE;
        }
        long ahead = (long) due - days.first;
        long from = ahead - rules.earliestLead();
        long to = ahead - rules.latestLead();
        if (to < 0) {
            to = ahead + rules.grace();
            from = 0;
        }
        if (to < 0) {
            return UnplacedTouch.Why.TOO_LATE;
        }
        if (from >= days.length) {
            return UnplacedTouch.Why.BEYOND;
        }
        return placeBetween((int) Math.max(0, from), (int) Math.min(days.length - 1L, to), which, weekdays);
    }

    private boolean isUnlikely(int row) {
        VisitForecasts visits = setting.visits();
        if (visits == null || leastChance == 0) {
            return false;
        }
        double chance = visits.columns(row).chance[row];
        return chance != VisitColumns.UNKNOWN && chance < leastChance;
    }

    /** The best day, the earliest of those as good. */
    private UnplacedTouch.@Nullable Why placeBetween(int from, int to, int which, double[] weekdays) {
        UnplacedTouch.Why why = UnplacedTouch.Why.QUIET;
        int best = -1;
        double bestWeight = -1;
        for (int each = from; each <= to; each++) {
            if (days.isOpen(each) && days.weight(weekdays, each) > bestWeight) {
                UnplacedTouch.Why against = against(each);
                if (against == null) {
                    best = each;
                    bestWeight = days.weight(weekdays, each);
                } else {
                    why = worse(why, against);
                }
            }
        }
        if (best < 0) {
            return why;
        }
        insert(best, (short) which);
        return null;
    }

    /** Of the rules that keep days out, the one that to relax is of use. */
    private static UnplacedTouch.Why worse(UnplacedTouch.Why known, UnplacedTouch.Why other) {
        return known == UnplacedTouch.Why.CAP ? known : other;
    }

    private void fillParts(int row, double[] weekdays, PlanColumns out) {
        boolean preferred = weekdays == days.baseWeekdays();
        int at = 0;
        for (int part = 0; part < rules.touches(); part++) {
            int begin = days.partBegin(part);
            int end = days.partBegin(part + 1);
            while (at < count && day[at] < begin) {
                at++;
            }
            if (at < count && day[at] < end) {
                continue;
            }
            UnplacedTouch.Why why = preferred ? placeFirst(days.preferredDays(part)) : placeBest(begin, end, weekdays);
            if (why != null) {
                out.leaveOut(row, regular, part, why);
            }
        }
    }

    private UnplacedTouch.@Nullable Why placeFirst(int[] candidates) {
        UnplacedTouch.Why why = UnplacedTouch.Why.QUIET;
        for (int each : candidates) {
            UnplacedTouch.Why against = against(each);
            if (against == null) {
                insert(each, (short) regular);
                return null;
            }
            why = worse(why, against);
        }
        return why;
    }

    /** The best day of a part for one who has weekdays of his own; of those as good the one next to the middle. */
    private UnplacedTouch.@Nullable Why placeBest(int begin, int end, double[] weekdays) {
        UnplacedTouch.Why why = UnplacedTouch.Why.QUIET;
        int middle = (begin + end - 1) / 2;
        int best = -1;
        for (int each = begin; each < end; each++) {
            if (!days.isOpen(each) || (best >= 0 && !isBetter(each, best, middle, weekdays))) {
                continue;
            }
            UnplacedTouch.Why against = against(each);
            if (against == null) {
                best = each;
            } else {
                why = worse(why, against);
            }
        }
        if (best < 0) {
            return why;
        }
        insert(best, (short) regular);
        return null;
    }

    private boolean isBetter(int each, int best, int middle, double[] weekdays) {
        double weight = days.weight(weekdays, each);
        double known = days.weight(weekdays, best);
        return weight > known || (weight == known && Math.abs(each - middle) < Math.abs(best - middle));
    }

    /** Which rule about other contacts is against a day; nothing if none is. */
    private UnplacedTouch.@Nullable Why against(int candidate) {
        int at = position(candidate);
        if (isCapped && isFull(days.period(candidate), at)) {
            return UnplacedTouch.Why.CAP;
        }
        boolean near = (at > 0 && candidate - day[at - 1] < rules.minimumGap())
                || (at < count && day[at] - candidate < rules.minimumGap());
        return near ? UnplacedTouch.Why.GAP : null;
    }

    /** Whether the cap of a period is reached by the contacts before and from a place on. */
    private boolean isFull(int period, int at) {
        int inPeriod = 0;
        for (int i = at - 1; i >= 0 && inPeriod < most && days.period(day[i]) == period; i--) {
            inPeriod++;
        }
        for (int i = at; i < count && inPeriod < most && days.period(day[i]) == period; i++) {
            inPeriod++;
        }
        return inPeriod >= most;
    }

    /** Where a day stands, or would stand, among those that are taken. */
    private int position(int candidate) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (day[middle] < candidate) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void insert(int onDay, short forReason) {
        if (count == day.length) {
            day = Arrays.copyOf(day, 2 * count);
            reason = Arrays.copyOf(reason, 2 * count);
        }
        int at = position(onDay);
        System.arraycopy(day, at, day, at + 1, count - at);
        System.arraycopy(reason, at, reason, at + 1, count - at);
        day[at] = onDay;
        reason[at] = forReason;
        count++;
    }
}
