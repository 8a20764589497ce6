package io.clv.report;

import io.clv.btyd.FittedLtv;
import io.clv.cohort.CohortTable;
import io.clv.economics.AcquisitionCosts;
import io.clv.economics.CampaignEconomics;
import io.clv.ledger.Groups;
import io.clv.lifecycle.LifecycleStages;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.segment.ValueTiers;
import io.clv.validation.Evaluation;
import io.clv.validation.Tracking;
import org.jspecify.annotations.Nullable;

/** What an analysis was given; changed only before it belongs to one. */
final class Given {

    final CustomerValues values;

    @Nullable
    ValueTiers tiers;

    @Nullable
    FittedLtv fitted;

    @Nullable
    Evaluation holdOut;

    @Nullable
    Tracking tracking;

    @Nullable
    CohortTable cohorts;

    @Nullable
    Ratio grossMargin;

    @Nullable
    Money acquisitionCost;

    @Nullable
    Groups stages;

    @Nullable
    LifecycleStages lifecycle;

    @Nullable
    AcquisitionCosts costs;

    @Nullable
    CampaignEconomics economics;

    Given(CustomerValues values) {
        this.values = values;
    }

    Given(Given other) {
        values = other.values;
        tiers = other.tiers;
        fitted = other.fitted;
        holdOut = other.holdOut;
        tracking = other.tracking;
        cohorts = other.cohorts;
        grossMargin = other.grossMargin;
        acquisitionCost = other.acquisitionCost;
        stages = other.stages;
        lifecycle = other.lifecycle;
        costs = other.costs;
        economics = other.economics;
    }
}
