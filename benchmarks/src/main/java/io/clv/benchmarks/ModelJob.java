package io.clv.benchmarks;

import io.clv.btyd.BgBb;
import io.clv.btyd.BgNbd;
import io.clv.btyd.Fit;
import io.clv.btyd.FittedLtv;
import io.clv.btyd.GGompertzNbd;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.Histories;
import io.clv.btyd.ParetoNbd;
import io.clv.btyd.Predictions;
import io.clv.btyd.Tally;
import io.clv.btyd.TransactionModel;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.PeriodTable;
import io.clv.lifecycle.ContactPlan;
import io.clv.lifecycle.ContactRules;
import io.clv.lifecycle.LifecycleStages;
import io.clv.lifecycle.VisitForecasts;
import io.clv.ltv.ChurnRule;
import io.clv.ltv.CustomerBase;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Interval;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import io.clv.segment.Concentration;
import io.clv.segment.CustomerAmounts;
import io.clv.segment.Rfm;
import io.clv.segment.RfmScheme;
import io.clv.segment.Segments;
import io.clv.segment.ValueTiers;
import io.clv.task.Parallelism;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** What is done with a fitted or to be fitted model, from data in memory to a result in memory. */
public enum ModelJob {

    /** BG/NBD to the sample, from the table of customers. */
    BG_NBD_SAMPLE("fit BG/NBD", CalibrationBase.SAMPLE, 1, OptionalDouble.of(5), "lifetimes 91 ms, CLVTools 810 ms") {
        @Override
        Supplier<?> prepare(CustomerTable customers) {
            return () -> BgNbd.fit(customers);
        }
    },

    /** Pareto/NBD to the sample, from the table of customers. */
    PARETO_NBD_SAMPLE(
            "fit Pareto/NBD", CalibrationBase.SAMPLE, 1, OptionalDouble.of(30), "lifetimes 556 ms, CLVTools 460 ms") {
        @Override
        Supplier<?> prepare(CustomerTable customers) {
            return () -> ParetoNbd.fit(customers);
        }
    },

    /** Pareto/NBD to the cohort, from the table of customers. */
    PARETO_NBD_COHORT("fit Pareto/NBD", CalibrationBase.COHORT, 1, OptionalDouble.of(300), "lifetimes 16 s") {
        @Override
        Supplier<?> prepare(CustomerTable customers) {
            return () -> ParetoNbd.fit(customers);
        }
    },

    /** GGompertz/NBD to the sample, from the table of customers. */
    GGOMPERTZ_NBD_SAMPLE("fit GGompertz/NBD", CalibrationBase.SAMPLE, 1, OptionalDouble.of(500), "CLVTools 2.2 s") {
        @Override
        Supplier<?> prepare(CustomerTable customers) {
            return () -> GGompertzNbd.family().fit(customers);
        }

        /** The study's customers do not leave the likelier the older they are: the maximum is Pareto/NBD's limit. */
        @Override
        boolean mayBeAtBoundary() {
            return true;
        }
    },

    /** BG/BB to donors, from the table of customers. */
    BG_BB_DONORS("fit BG/BB", CalibrationBase.DONORS, 1, OptionalDouble.of(10), "lifetimes 122 ms") {
        @Override
        Supplier<?> prepare(CustomerTable customers) {
            return () -> BgBb.family().fit(customers);
        }
    },

    /** BG/NBD to a million customers whose equal histories have been counted before. */
    BG_NBD_TALLIED("fit BG/NBD, histories counted", CalibrationBase.MILLION, 1, OptionalDouble.of(200), "") {
        @Override
        Supplier<?> prepare(CustomerTable customers) {
            Tally tally = Tally.of(customers);
            return () -> BgNbd.family().fit(tally);
        }
    },

    /** BG/NBD to a million customers, from the table of customers. */
    BG_NBD_MILLION("fit BG/NBD", CalibrationBase.MILLION, 1, OptionalDouble.of(600), "lifetimes 17 s") {
        @Override
        Supplier<?> prepare(CustomerTable customers) {
            return () -> BgNbd.fit(customers);
        }
    },

    /** The purchases expected of each of a million customers over 39 weeks, from their columns. */
    EXPECTED_TRANSACTIONS("BG/NBD expected transactions", CalibrationBase.MILLION, 2, OptionalDouble.of(250), "") {
        @Override
        Supplier<?> prepare(CustomerTable customers) {
            return () -> Histories.of(customers)
                    .map(
                            (x, last, age) -> IN_DAYS.expectedTransactions(x, last, age, DAYS_AHEAD),
                            Parallelism.of(threads));
        }
    },

    /** All that is predicted of each of a million customers, DERT without end included, from their columns. */
    PREDICTIONS("BG/NBD predictions with DERT", CalibrationBase.MILLION, 2, OptionalDouble.empty(), "") {
        @Override
        Supplier<?> prepare(CustomerTable customers) {
            return () -> Predictions.of(
                    IN_DAYS, Histories.of(customers), DAYS_AHEAD, OptionalDouble.of(DELTA), Parallelism.of(threads));
        }
    },

    /** Fits, posteriors and the outcome's intervals of a year's value: of a million customers and of their total. */
    OUTCOME_INTERVALS(
            "BG/NBD with Gamma-Gamma, fit and intervals",
            CalibrationBase.MILLION,
            2,
            OptionalDouble.of(60_000),
            "a peer over 40 GB at 200,000 customers") {
        @Override
        Supplier<?> prepare(CustomerTable customers) {
            return () -> FittedLtv.fit(customers)
                    .transactions(BgNbd.family())
                    .spend(GammaGamma.family())
                    .discountedAt(DiscountRate.annually(Ratio.percent(15)))
                    .over(Span.years(1))
                    .parallelism(Parallelism.of(threads))
                    .intervals(Interval.Of.OUTCOME, Ratio.percent(90))
                    .value();
        }
    },

    /** A million customers in tiers of value and in named segments of scores, summed up, and their concentration. */
    SEGMENTS("value tiers, RFM segments, concentration", CalibrationBase.MILLION, 1, OptionalDouble.of(1000), "") {
        @Override
        Supplier<?> prepare(CustomerTable customers) {
            CustomerBase base = CustomerBase.of(customers).churn(ChurnRule.inactiveFor(Span.days(60)));
            return () -> {
                CustomerAmounts amounts = CustomerAmounts.toDate(customers);
                Groups tiers = ValueTiers.byQuantile(TIERS).groups(amounts);
                Groups named = Rfm.of(customers).groups(RfmScheme.standard());
                return List.of(
                        Segments.of(tiers, amounts, base),
                        Segments.of(named, amounts, base),
                        Concentration.of(amounts));
            };
        }
    },

    /** A stage for each of a million customers, from the table of customers and that of their income by month. */
    STAGES("lifecycle stages", CalibrationBase.MILLION, 1, OptionalDouble.of(2500), "") {
        @Override
        Supplier<?> prepare(CustomerTable customers) {
            PeriodTable months = CalibrationBase.months(customers);
            return () -> LifecycleStages.of(customers, months);
        }
    },

    /** When a million customers come next, and 36 contacts of each over three years, before a visit or a date. */
    PLANS("visits forecast, 36 contacts of each planned", CalibrationBase.MILLION, 1, OptionalDouble.of(2500), "") {
        @Override
        Supplier<?> prepare(CustomerTable customers) {
            LocalDate first = customers.observedThrough().plusDays(1);
            ContactRules rules = ContactRules.between(first, first.plusYears(3).minusDays(1))
                    .quietDays(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)
                    .lead(14, 3)
                    .cap(2, CalendarGrid.months())
                    .minimumGap(10)
                    .touches(36)
                    .build();
            return () -> ContactPlan.builder(customers, rules)
                    .visits(VisitForecasts.byModel(IN_DAYS, customers, Span.years(1), Ratio.percent(80)))
                    .occasion("anniversary", row -> Optional.of(first.plusDays(row % 365)))
                    .build();
        }
    };

    private static final int TIERS = 10;

    private static final int DAYS_A_WEEK = 7;
    private static final double DAYS_AHEAD = 39 * DAYS_A_WEEK;

    /** 15% a year. */
    private static final double DELTA = Math.log(1.15) / 365.25;

    /** {@link CalibrationBase#MODEL}, whose only time is alpha. */
    private static final TransactionModel IN_DAYS = BgNbd.of(0.243, 4.414 * DAYS_A_WEEK, 0.793, 2.426);

    private final String what;
    final CalibrationBase base;
    final int threads;
    final OptionalDouble targetMilliseconds;
    final String elsewhere;

    ModelJob(String what, CalibrationBase base, int threads, OptionalDouble targetMilliseconds, String elsewhere) {
        this.what = what;
        this.base = base;
        this.threads = threads;
        this.targetMilliseconds = targetMilliseconds;
        this.elsewhere = elsewhere;
    }

    /** Whether the fit need not be a maximum inside the parameters' range. */
    boolean mayBeAtBoundary() {
        return false;
    }

    /** What to time, on data that are ready. */
    abstract Supplier<?> prepare(CustomerTable customers);

    /**
     * Prepares a job that has shown to be right: a fit is a maximum.
     *
     * @throws IllegalStateException if it is not
     */
    Supplier<?> prepareVerified(CustomerTable customers) {
        Supplier<?> job = prepare(customers);
        if (job.get() instanceof Fit<?> fit && !fit.diagnosis().converged() && !mayBeAtBoundary()) {
            throw new IllegalStateException(this + " ended in " + fit);
        }
        return job;
    }

    String describe(int customers) {
        return what + ", " + base.describe(customers);
    }
}
