/**
 * What a customer may cost. What was paid to win customers, with all that belongs to it
 * ({@link io.clv.economics.AcquisitionCosts}); whether they bring more ({@link io.clv.economics.LtvToCac}), and when
 * they have paid it back ({@link io.clv.economics.Payback}), if ever; the most to pay for the next one
 * ({@link io.clv.economics.CostCeiling}, {@link io.clv.economics.CampaignEconomics}); whether a campaign's customers
 * bring what was expected of them ({@link io.clv.economics.CampaignTracking}); how to spread a budget over channels
 * whose returns diminish ({@link io.clv.economics.Budget}), when how they respond is not known for sure
 * ({@link io.clv.economics.BudgetRisk}); what it takes to buy customers at a loss on purpose for a while
 * ({@link io.clv.economics.GrowthPlan}); and what the odds of a sale make of an offer to old and new customers
 * ({@link io.clv.economics.SaleOdds}).
 *
 * <p>And what customers are worth beyond what they buy, or less than that: what a loyalty programme goes with
 * ({@link io.clv.economics.LoyaltyUplift}); the instalments that value and stated risk can carry
 * ({@link io.clv.economics.InstalmentPlan}, {@link io.clv.economics.InstalmentLimits}); value net of default
 * ({@link io.clv.economics.ValueNetOfDefault}); income by its kind ({@link io.clv.economics.IncomeByKind}); those whom
 * customers bring ({@link io.clv.economics.ReferralValue}); prospects by customers like them
 * ({@link io.clv.economics.LeadScores}); money of the day against money of one month
 * ({@link io.clv.economics.PriceIndex}, {@link io.clv.economics.RealIncome}, {@link io.clv.economics.RealValue}); and
 * who is valuable and unhappy ({@link io.clv.economics.Satisfaction}).
 *
 * <p>Money that is spent is exact. A customer's value is an expectation, a {@code double} inside, and rounded once.
 * Only the lifetime value of newcomers, as profit and before the cost of acquisition, is ever held against that cost:
 * what known customers are still to bring is refused, with the reason.
 */
@NullMarked
package io.clv.economics;

import org.jspecify.annotations.NullMarked;
