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
import java.time.LocalDate;
import java.util.Currency;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The results that a report shows. The values of a base are enough; each further result adds a section, and what is not
 * given is left out of the report, which says what would bring it.
 *
 * <pre>{@code
 * Analysis analysis = Analysis.of(values)
 *         .fitted(model)
 *         .holdOut(Evaluation.of(split, forecast))
 *         .tracking(Tracking.of(ledger, split, purchases))
 *         .cohorts(cohorts)
 *         .acquisitionCost(percent(30), Money.parse("USD 15"));
 * }</pre>
 *
 * <p>Immutable and safe to share between threads; each call gives a new analysis.
 */
public final class Analysis {

    private final Given given;

    private Analysis(Given given) {
        this.given = given;
    }

    /**
     * An analysis of a base that was valued.
     *
     * @param values of every customer
     * @return the analysis
     */
    public static Analysis of(CustomerValues values) {
        return new Analysis(new Given(values));
    }

    /**
     * With tiers other than the usual ones.
     *
     * @param tiers the rule
     * @return the analysis with them
     * @throws IllegalArgumentException if tiers were set before
     */
    public Analysis tiers(ValueTiers tiers) {
        return with("tiers were", given.tiers, copy -> copy.tiers = tiers);
    }

    /**
     * With the models that the values were made by, for their diagnosis.
     *
     * @param models of purchases and of spend
     * @return the analysis with them
     * @throws IllegalArgumentException if models were set before
     */
    public Analysis fitted(FittedLtv models) {
        return with("fitted models were", given.fitted, copy -> copy.fitted = models);
    }

    /**
     * With a forecast for a time that was held out.
     *
     * @param evaluation the forecast beside what came
     * @return the analysis with it
     * @throws IllegalArgumentException if it is in another currency, or one was set before
     */
    public Analysis holdOut(Evaluation evaluation) {
        requireCurrency("hold-out", evaluation.split().calibration().currency());
        return with("hold-out was", given.holdOut, copy -> copy.holdOut = evaluation);
    }

    /**
     * With purchases over time beside those that a model expects.
     *
     * @param tracking the points
     * @return the analysis with them
     * @throws IllegalArgumentException if tracking was set before
     */
    public Analysis tracking(Tracking tracking) {
        return with("tracking was", given.tracking, copy -> copy.tracking = tracking);
    }

    /**
     * With cohorts.
     *
     * @param cohorts customers who came together
     * @return the analysis with them
     * @throws IllegalArgumentException if they are in another currency, or were set before
     */
    public Analysis cohorts(CohortTable cohorts) {
        requireCurrency("cohorts", cohorts.currency());
        return with("cohorts were", given.cohorts, copy -> copy.cohorts = cohorts);
    }

    /**
     * With a gross margin, by which the cumulative revenue of cohorts is multiplied.
     *
     * @param margin the share of revenue that is left after the costs of what is sold
     * @return the analysis with it
     * @throws IllegalArgumentException if it is not between 0% and 100%, or was set before
     */
    public Analysis grossMargin(Ratio margin) {
        if (!(margin.value() >= 0 && margin.value() <= 1)) {
            throw new IllegalArgumentException("gross margin must be between 0% and 100%, but was " + margin);
        }
        return with("gross margin was", given.grossMargin, copy -> copy.grossMargin = margin);
    }

    /**
     * With what a customer costs to win, a line across the cumulative value of cohorts.
     *
     * @param cost of one customer
     * @return the analysis with it
     * @throws IllegalArgumentException if it is negative, in another currency, or was set before
     */
    public Analysis acquisitionCost(Money cost) {
        requireCurrency("cost of acquisition", cost.currency());
        if (cost.isNegative()) {
            throw new IllegalArgumentException("cost of acquisition must not be negative, but was " + cost);
        }
        return with("cost of acquisition was", given.acquisitionCost, copy -> copy.acquisitionCost = cost);
    }

    /**
     * With where customers stand.
     *
     * @param stages one for each customer, the labels in the order of life
     * @return the analysis with them
     * @throws IllegalArgumentException if they are not one for each customer of the values, or were set before
     */
    public Analysis stages(Groups stages) {
        if (stages.size() != given.values.size()) {
            throw new IllegalArgumentException("stages must be one for each of the " + given.values.size()
                    + " customers, but were " + stages.size());
        }
        return with("stages were", given.stages, copy -> copy.stages = stages);
    }

    /**
     * With where customers and prospects stand.
     *
     * @param stages of the customers that were valued
     * @return the analysis with them
     * @throws IllegalArgumentException if they are of other customers, or stages were set before
     */
    public Analysis stages(LifecycleStages stages) {
        LocalDate end = given.values.customers().observedThrough();
        if (!stages.customers().observedThrough().equals(end)) {
            throw new IllegalArgumentException("stages must be at " + end + " as the values are, but were at "
                    + stages.customers().observedThrough());
        }
        Analysis staged = stages(LifeStages.groups(stages));
        Given copy = new Given(staged.given);
        copy.lifecycle = stages;
        return new Analysis(copy);
    }

    /**
     * With what customers cost by channel.
     *
     * @param costs of campaigns; campaigns of a channel are added up
     * @return the analysis with them
     * @throws IllegalArgumentException if they are in another currency, or channels were set before
     */
    public Analysis channels(AcquisitionCosts costs) {
        requireCurrency("costs of channels", costs.currency());
        return with("channels were", given.costs, copy -> copy.costs = costs);
    }

    /**
     * With what customers cost by channel, and what they are worth.
     *
     * @param economics of campaigns; campaigns of a channel are added up
     * @return the analysis with them
     * @throws IllegalArgumentException if they are in another currency, or channels were set before
     */
    public Analysis channels(CampaignEconomics economics) {
        return channels(economics.costs())
                .with("worth of channels was", given.economics, copy -> copy.economics = economics);
    }

    /**
     * The rows of every chart and table, made anew by each call.
     *
     * @return few rows, whatever the number of customers
     */
    public ReportRows rows() {
        return new Assembly(given).rows();
    }

    private void requireCurrency(String what, Currency currency) {
        if (!currency.equals(given.values.currency())) {
            throw new IllegalArgumentException(what + " must be in " + given.values.currency()
                    + " as the values are, but " + "was in " + currency);
        }
    }

    private Analysis with(String what, @Nullable Object before, Consumer<Given> change) {
        if (before != null) {
            throw new IllegalArgumentException(what + " already set");
        }
        Given copy = new Given(given);
        change.accept(copy);
        return new Analysis(copy);
    }

    @Override
    public String toString() {
        return "analysis of " + given.values;
    }
}
