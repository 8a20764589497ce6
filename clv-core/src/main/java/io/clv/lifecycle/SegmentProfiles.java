package io.clv.lifecycle;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.JoinedAttributes;
import io.clv.numerics.CompensatedSum;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Who the ideal customers of each segment are, and what they use. */
final class SegmentProfiles {

    private final JoinedAttributes known;
    private final Groups segments;
    private final String services;
    private final IntToDoubleFunction worth;
    private final Map<String, ServiceMargin> margins;
    private final Ratio top;
    private final Ratio usedBy;
    private final int fewest;
    private final Ratio level;

    SegmentProfiles(
            JoinedAttributes known,
            Groups segments,
            String services,
            IntToDoubleFunction worth,
            Map<String, ServiceMargin> margins,
            Ratio top,
            Ratio usedBy,
            int fewest,
            Ratio level) {
        this.known = known;
        this.segments = segments;
        this.services = services;
        this.worth = worth;
        this.margins = margins;
        this.top = top;
        this.usedBy = usedBy;
        this.fewest = fewest;
        this.level = level;
    }

    /** One a segment, by its code. */
    List<IdealProfile> all() {
        int[][] members = members();
        int[] everybody = IntStream.range(0, segments.size())
                .filter(row -> known.has(services, row))
                .toArray();
        int[] idealOfBase = ideal(everybody);
        List<IdealProfile> profiles = new ArrayList<>();
        for (int segment = 0; segment < members.length; segment++) {
            int[] ideal = ideal(members[segment]);
            boolean ofBase = ideal.length < fewest;
            profiles.add(profile(segment, members[segment], ofBase ? idealOfBase : ideal, ofBase));
        }
        return List.copyOf(profiles);
    }

    /** The customers of each segment whose services are known. */
    private int[][] members() {
        int[] sizes = new int[segments.labels().size()];
        int[][] members = new int[sizes.length][];
        for (int segment = 0; segment < sizes.length; segment++) {
            members[segment] = new int[segments.count(segment)];
        }
        for (int row = 0; row < segments.size(); row++) {
            if (known.has(services, row)) {
                int segment = segments.code(row);
                members[segment][sizes[segment]++] = row;
            }
        }
        for (int segment = 0; segment < sizes.length; segment++) {
            members[segment] = Arrays.copyOf(members[segment], sizes[segment]);
        }
        return members;
    }

    /** Those worth most, equal ones by row; the share is the decimal that it prints as. */
    private int[] ideal(int[] rows) {
        int count = BigDecimal.valueOf(top.value())
                .multiply(BigDecimal.valueOf(rows.length))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        if (count == 0) {
            return new int[0];
        }
        double[] sorted = IntStream.of(rows).mapToDouble(worth).sorted().toArray();
        double least = sorted[rows.length - count];
        int above = rows.length - firstAbove(sorted, least);
        int[] ideal = new int[count];
        int size = 0;
        int equals = count - above;
        for (int row : rows) {
            double value = worth.applyAsDouble(row);
            if (value > least || (value == least && equals-- > 0)) {
                ideal[size++] = row;
            }
        }
        return ideal;
    }

    private static int firstAbove(double[] sorted, double value) {
        int at = sorted.length;
        while (at > 0 && sorted[at - 1] > value) {
            at--;
        }
        return at;
    }

    private IdealProfile profile(int segment, int[] members, int[] ideal, boolean ofBase) {
        CustomerTable customers = known.customers();
        double[] ages = IntStream.of(ideal).mapToDouble(customers::age).sorted().toArray();
        CompensatedSum value = new CompensatedSum();
        IntStream.of(ideal).mapToDouble(worth).forEach(value::add);
        List<IdealProfile.Line> lines = new ArrayList<>();
        double used = 0;
        for (Map.Entry<String, ServiceMargin> each : margins.entrySet()) {
            double idealShare = share(each.getKey(), ideal);
            used += idealShare;
            Money margin = Money.ofRounded(each.getValue().amount(segment), customers.currency());
            lines.add(new IdealProfile.Line(
                    each.getKey(),
                    Ratio.of(idealShare),
                    Ratio.of(share(each.getKey(), members)),
                    margin,
                    each.getValue().interval(segment, level),
                    each.getValue().peers(segment),
                    ideal.length > 0 && idealShare >= usedBy.value() && margin.minorUnits() > 0));
        }
        int size = Math.max(1, ideal.length);
        return new IdealProfile(
                segments.labels().get(segment),
                members.length,
                ideal.length,
                ofBase,
                Span.of(ages.length == 0 ? 0 : ages[(ages.length - 1) / 2], customers.unit())
                        .to(ChronoUnit.YEARS),
                Money.ofRounded(value.value() / size, customers.currency()),
                used,
                lines);
    }

    private double share(String service, int[] rows) {
        int users = 0;
        for (int row : rows) {
            Set<String> used = known.set(services, row);
            users += used.contains(service) ? 1 : 0;
        }
        return rows.length == 0 ? 0 : (double) users / rows.length;
    }
}
