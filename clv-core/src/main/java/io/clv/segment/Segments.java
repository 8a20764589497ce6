package io.clv.segment;

import io.clv.ledger.Groups;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Customers by segment: how many, what they are worth, their margin and churn, and the same of all together.
 *
 * <pre>{@code
 * Groups tiers = ValueTiers.byQuantile(percent(50), percent(80)).groups(CustomerAmounts.of(values));
 * System.out.print(Segments.of(tiers, values).explain());
 * }</pre>
 *
 * <p>Values are added up unrounded and rounded once by segment, so that segments need not add up to the rounded total;
 * what was brought to date is exact. Segments that were formed by what customers did up to now, as RFM segments are,
 * have the churn that they were formed by.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Segments {

    private static final Ratio MUCH = Ratio.percent(20);

    private final String what;
    private final List<Segment> segments;
    private final Segment all;
    private final List<String> notes;

    Segments(String what, List<Segment> segments, Segment all, List<String> notes) {
        this.what = what;
        this.segments = List.copyOf(segments);
        this.all = all;
        this.notes = List.copyOf(notes);
    }

    /**
     * Segments of a base by value, with the churn that the table allows to measure, and what the model says of who has
     * left.
     *
     * @param groups a segment for each row
     * @param values the values
     * @return the segments
     * @throws IllegalArgumentException if the groups are of another number of rows
     */
    public static Segments of(Groups groups, CustomerValues values) {
        return of(groups, values, CustomerBase.of(values.customers()));
    }

    /**
     * Segments of a base by value.
     *
     * @param groups a segment for each row
     * @param values the values
     * @param base the customers, with the rule of churn and the gross margins that are to be used
     * @return the segments
     * @throws IllegalArgumentException if the groups or the base are of other customers
     */
    public static Segments of(Groups groups, CustomerValues values, CustomerBase base) {
        return new SegmentSums(groups, CustomerAmounts.of(values), base, Optional.of(values)).segments();
    }

    /**
     * Segments by any amount, such as what was brought to date.
     *
     * @param groups a segment for each row
     * @param amounts what each customer is worth
     * @param base the customers, with the rule of churn and the gross margins that are to be used
     * @return the segments
     * @throws IllegalArgumentException if the groups or the base are of other customers
     */
    public static Segments of(Groups groups, CustomerAmounts amounts, CustomerBase base) {
        return new SegmentSums(groups, amounts, base, Optional.empty()).segments();
    }

    /**
     * What the value is.
     *
     * @return words that follow "of"
     */
    public String what() {
        return what;
    }

    /**
     * The segments, those without customers too.
     *
     * @return in the order of the groups' labels
     */
    public List<Segment> rows() {
        return segments;
    }

    /**
     * The segments that have customers, the one whose customers are worth most first; among equals in the order of
     * labels.
     *
     * @return for reading
     */
    public List<Segment> byMeanValue() {
        List<Segment> ranked = new ArrayList<>(segments);
        ranked.removeIf(segment -> segment.customers() == 0);
        ranked.sort(
                Comparator.comparing((Segment segment) -> segment.meanValue().orElseThrow())
                        .reversed());
        return List.copyOf(ranked);
    }

    /**
     * All customers as one segment.
     *
     * @return the segment "all"
     */
    public Segment all() {
        return all;
    }

    /**
     * What a reader has to know.
     *
     * @return sentences without a full stop
     */
    public List<String> notes() {
        return notes;
    }

    /**
     * The Herfindahl index of the segments: the sum of their squared shares of value, from 1 / k where k segments are
     * worth the same to 1 where one is worth all.
     *
     * @return the index; empty where the total is not above 0, or a segment is worth less than nothing
     */
    public OptionalDouble herfindahl() {
        double sum = 0;
        for (Segment segment : segments) {
            double share = segment.shareOfValue().map(Ratio::value).orElse(-1.0);
            if (share < 0) {
                return OptionalDouble.empty();
            }
            sum += share * share;
        }
        return segments.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }

    /**
     * The core of the base: of the segments whose customers are worth more than the average, the one that holds most.
     *
     * @return the segment; empty where all segments are worth the same by customer
     */
    public Optional<Segment> core() {
        if (all.customers() == 0) {
            return Optional.empty();
        }
        Money average = all.meanValue().orElseThrow();
        return byMeanValue().stream()
                .filter(segment -> segment.meanValue().orElseThrow().compareTo(average) > 0)
                .max(Comparator.comparing(Segment::value));
    }

    /**
     * Segments that the {@linkplain #core core} hides: which hold a good part of the value all the same, so that who
     * looks at the core alone loses sight of it.
     *
     * @param atLeast the share of value from which on a segment counts
     * @return those with at least that share, the one with most value first; none where there is no core
     */
    public List<Segment> overlooked(Ratio atLeast) {
        List<Segment> others = new ArrayList<>();
        core().ifPresent(core -> byMeanValue().stream()
                .filter(segment -> !segment.equals(core)
                        && segment.shareOfValue()
                                .filter(share -> share.compareTo(atLeast) >= 0)
                                .isPresent())
                .forEach(others::add));
        others.sort(Comparator.comparing(Segment::value).reversed());
        return List.copyOf(others);
    }

    /**
     * The warning that goes with the segments which the core hides, if they hold 20% of the value or more each.
     *
     * @return a sentence without a full stop; empty where there is none
     */
    public Optional<String> warning() {
        List<Segment> hidden = overlooked(MUCH);
        if (hidden.isEmpty()) {
            return Optional.empty();
        }
        Segment core = core().orElseThrow();
        StringBuilder text = new StringBuilder();
        text.append("the core is not all: '").append(core.label()).append("' holds ");
        text.append(Wording.percent(core.shareOfValue().orElseThrow())).append(" of the value with ");
        text.append(Wording.customers(core.customers())).append(" at ");
        text.append(core.meanValue().orElseThrow()).append(" each, but ");
        for (int i = 0; i < hidden.size(); i++) {
            Segment other = hidden.get(i);
            text.append(i == 0 ? "" : i == hidden.size() - 1 ? " and " : ", ")
                    .append('\'')
                    .append(other.label())
                    .append("' still holds ")
                    .append(Wording.percent(other.shareOfValue().orElseThrow()))
                    .append(" with ")
                    .append(Wording.count(other.customers()))
                    .append(" at ")
                    .append(other.meanValue().orElseThrow());
        }
        return Optional.of(text.toString());
    }

    /**
     * The segments in words, those whose customers are worth most first.
     *
     * @return some lines of English
     */
    public String explain() {
        StringBuilder text = new StringBuilder();
        text.append(Wording.customers(all.customers()))
                .append(" by segment; value is ")
                .append(what)
                .append('\n');
        byMeanValue().forEach(segment -> text.append(segment).append('\n'));
        text.append(all).append('\n');
        List<String> empty = segments.stream()
                .filter(segment -> segment.customers() == 0)
                .map(Segment::label)
                .toList();
        if (!empty.isEmpty()) {
            text.append("nobody is in ").append(String.join(", ", empty)).append('\n');
        }
        herfindahl()
                .ifPresent(index -> text.append("Herfindahl index of value by segment ")
                        .append(Wording.decimal(index, 3))
                        .append(", as if ")
                        .append(Wording.decimal(1 / index, 1))
                        .append(" equal segments held it\n"));
        warning()
                .ifPresent(sentence -> text.append("warning: ").append(sentence).append('\n'));
        notes.forEach(sentence -> text.append("note: ").append(sentence).append('\n'));
        return text.toString();
    }

    @Override
    public String toString() {
        return Wording.customers(all.customers()) + " in " + segments.size() + " segments, worth " + all.value();
    }
}
