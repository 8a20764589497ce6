package io.clv.report;

import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The plain rows of every chart and table of a report, in the order in which it shows them: for those who have charts
 * of their own. The rows are few whatever the number of customers.
 *
 * @param summary the base in a few figures
 * @param tiers customers by value, the best tier first
 * @param lorenz the Lorenz curve, at most 101 points from 0 to 1; empty where the total value is not above 0
 * @param values how values are spread, from the lowest
 * @param alive P(alive) by frequency and time since the last purchase; empty where the model does not know it
 * @param tracking purchases as they came beside those expected, in the order of time
 * @param holdOut how a forecast did; empty where none was evaluated
 * @param frequencies the same by repeat purchases before the hold-out, from the fewest
 * @param cohorts the cohort triangle, cohort by cohort, each from age 0
 * @param cohortUnit what ages are counted in: "months", "quarters"; "" without cohorts
 * @param cumulative what a customer of a cohort has brought so far, all cohorts on average last
 * @param grossMargin the margin by which it was multiplied; empty where it is revenue
 * @param acquisitionCost what a customer costs to win, a line across the cumulative value; empty where not given
 * @param stages where customers stand, in the order of life
 * @param channels what customers cost and are worth, in the order of names
 * @param actions whom to call first, those who may be leaving first, at most 100
 * @param assumptions what the values rest on
 * @param diagnosis how well the models could be fitted
 * @param notes what else a reader has to know of a section
 * @param absent the sections that are left out because the analysis was not given what they need
 */
public record ReportRows(
        Summary summary,
        List<TierRow> tiers,
        List<LorenzPoint> lorenz,
        List<ValueBin> values,
        List<AliveCell> alive,
        List<TrackingPoint> tracking,
        Optional<HoldOut> holdOut,
        List<FrequencyRow> frequencies,
        List<CohortCell> cohorts,
        String cohortUnit,
        List<CumulativeValuePoint> cumulative,
        Optional<Ratio> grossMargin,
        Optional<Money> acquisitionCost,
        List<StageRow> stages,
        List<ChannelRow> channels,
        List<ActionRow> actions,
        List<Sentence> assumptions,
        List<Sentence> diagnosis,
        Map<Section, List<Sentence>> notes,
        Set<Section> absent) {

    /**
     * Copies the lists.
     *
     * @param summary the base in a few figures
     * @param tiers customers by value
     * @param lorenz the Lorenz curve
     * @param values how values are spread
     * @param alive P(alive) by frequency and time since the last purchase
     * @param tracking purchases as they came beside those expected
     * @param holdOut how a forecast did
     * @param frequencies the same by repeat purchases before the hold-out
     * @param cohorts the cohort triangle
     * @param cohortUnit what ages are counted in
     * @param cumulative what a customer of a cohort has brought so far
     * @param grossMargin the margin by which it was multiplied
     * @param acquisitionCost what a customer costs to win
     * @param stages where customers stand
     * @param channels what customers cost and are worth
     * @param actions whom to call first
     * @param assumptions what the values rest on
     * @param diagnosis how well the models could be fitted
     * @param notes what else a reader has to know of a section
     * @param absent the sections that are left out because the analysis was not given what they need
     */
    public ReportRows {
        tiers = List.copyOf(tiers);
        lorenz = List.copyOf(lorenz);
        values = List.copyOf(values);
        alive = List.copyOf(alive);
        tracking = List.copyOf(tracking);
        frequencies = List.copyOf(frequencies);
        cohorts = List.copyOf(cohorts);
        cumulative = List.copyOf(cumulative);
        stages = List.copyOf(stages);
        channels = List.copyOf(channels);
        actions = List.copyOf(actions);
        assumptions = List.copyOf(assumptions);
        diagnosis = List.copyOf(diagnosis);
        Map<Section, List<Sentence>> copied = new EnumMap<>(Section.class);
        notes.forEach((section, sentences) -> copied.put(section, List.copyOf(sentences)));
        notes = Collections.unmodifiableMap(copied);
        Set<Section> without = EnumSet.noneOf(Section.class);
        without.addAll(absent);
        absent = Collections.unmodifiableSet(without);
    }

    /**
     * What a reader has to know of a section.
     *
     * @param section which
     * @return its sentences, none where there is nothing to say
     */
    public List<Sentence> notes(Section section) {
        return notes.getOrDefault(section, List.of());
    }
}
