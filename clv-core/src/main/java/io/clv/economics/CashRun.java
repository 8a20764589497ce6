package io.clv.economics;

import io.clv.numerics.CompensatedSum;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The payments of a plan, period by period.
 *
 * @param periods the periods
 * @param need the deepest the balance falls
 * @param deepest the first day of the period in which it does
 */
record CashRun(
        List<GrowthPlan.Period> periods,
        Money need,
        @Nullable LocalDate deepest) {

    /** Customers won together. */
    private record Cohort(long customers, int won, IntToDoubleFunction margins) {

        /** What they bring at the end of a period, or at the start of that in which they are won. */
        double margin(int since) {
            return customers * margins.applyAsDouble(since);
        }
    }

    static CashRun of(LocalDate from, List<GrowthPhase> phases, int length, Currency currency) {
        ChronoUnit unit = phases.get(0).curve().unit();
        List<GrowthPhase> schedule = new ArrayList<>();
        List<IntToDoubleFunction> margins = new ArrayList<>();
        for (GrowthPhase phase : phases) {
            double[] curve = new double[length + 1];
            for (int k = 0; k <= length; k++) {
                curve[k] = phase.curve().margin(k);
            }
            for (int k = 0; k < phase.periods() && schedule.size() < length; k++) {
                schedule.add(phase);
                margins.add(since -> curve[since]);
            }
        }
        List<GrowthPlan.Period> periods = new ArrayList<>();
        List<Cohort> cohorts = new ArrayList<>();
        CompensatedSum balance = new CompensatedSum();
        double lowest = 0;
        LocalDate deepest = null;
        for (int number = 1; number <= length; number++) {
            LocalDate day = from.plus(number - 1, unit);
            GrowthPhase phase = number <= schedule.size() ? schedule.get(number - 1) : null;
            long customers = phase == null ? 0 : phase.customers();
            Money spend = phase == null ? Money.zero(currency) : phase.cac().times(customers);
            CompensatedSum margin = new CompensatedSum();
            if (phase != null) {
                Cohort won = new Cohort(customers, number, margins.get(number - 1));
                cohorts.add(won);
                margin.add(won.margin(0));
            }
            balance.add(margin.value() - spend.toDouble());
            if (balance.value() < lowest) {
                lowest = balance.value();
                deepest = day;
            }
            for (Cohort cohort : cohorts) {
                double amount = cohort.margin(number - cohort.won() + 1);
                margin.add(amount);
                balance.add(amount);
            }
            periods.add(new GrowthPlan.Period(
                    number,
                    day,
                    phase == null ? "" : phase.name(),
                    customers,
                    spend,
                    Money.ofRounded(margin.value(), currency),
                    Money.ofRounded(balance.value(), currency)));
        }
        return new CashRun(periods, Money.ofRounded(-lowest, currency), deepest);
    }
}
