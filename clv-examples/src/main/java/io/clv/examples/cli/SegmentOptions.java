package io.clv.examples.cli;

import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.IdPolicy;
import io.clv.ledger.JoinedAttributes;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.segment.AttributeSegments;
import io.clv.segment.CustomerAmounts;
import io.clv.segment.Rfm;
import io.clv.segment.RfmScheme;
import io.clv.segment.ValueTiers;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The rule that puts customers into segments. */
final class SegmentOptions {

    private static final String NOT_SAID = "(not said)";

    private static final ValueTiers TIERS = ValueTiers.byQuantile(Ratio.percent(50), Ratio.percent(80));

    @Option(
            names = "--tiers",
            paramLabel = "N|CUT,...",
            split = ",",
            description = "tiers of value with as many customers each, as in 5, or cut at shares of the customers from"
                    + " the bottom (default: 50%%,80%%)")
    private List<String> tiers = List.of();

    @Option(
            names = "--value-shares",
            paramLabel = "SHARE,...",
            split = ",",
            description = "tiers by shares of the whole value from the top, as in 50%%,80%%")
    private List<String> valueShares = List.of();

    @Option(
            names = "--thresholds",
            paramLabel = "AMOUNT,...",
            split = ",",
            description = "tiers by value, as in 100,500")
    private List<String> thresholds = List.of();

    @Option(names = "--names", paramLabel = "NAME,...", split = ",", description = "names of tiers, the lowest first")
    private List<String> names = List.of();

    @Option(names = "--rfm", description = "segments by scores of recency, frequency and money")
    private boolean rfm;

    @Option(
            names = "--rfm-scores",
            paramLabel = "N",
            description = "scores are from 1 to this, 2 to 9 (default: 5); other than 5 asks for --rfm-segment")
    private @Nullable Integer scores;

    @Option(
            names = "--rfm-money",
            paramLabel = "total|mean",
            description = "what the score of money is of (default: total)")
    private Rfm.@Nullable Monetary monetary;

    @Option(
            names = "--rfm-segment",
            paramLabel = "NAME=PATTERN",
            description = "a segment and its scores, as in 'best=R4-5 F4-5', or NAME=all for the rest; may be repeated,"
                    + " the first that fits has the customer")
    private List<String> segments = List.of();

    @Option(names = "--column", paramLabel = "COL", description = "segments by a column of the log")
    private @Nullable String column;

    @Option(
            names = "--floors",
            paramLabel = "NUMBER,...",
            split = ",",
            description = "the column holds numbers, and segments begin at these")
    private List<String> floors = List.of();

    /** Checks what can be checked before a log is read. */
    void require() {
        long rules = Stream.of(!tiers.isEmpty(), !valueShares.isEmpty(), !thresholds.isEmpty(), rfm, column != null)
                .filter(given -> given)
                .count();
        if (rules > 1) {
            throw new UsageException("--tiers, --value-shares, --thresholds, --rfm and --column: only one of them makes"
                    + " the segments, but " + rules + " were given");
        }
        Refused.unless(rfm || scores == null, "--rfm-scores", "is of use with --rfm only");
        Refused.unless(rfm || monetary == null, "--rfm-money", "is of use with --rfm only");
        Refused.unless(rfm || segments.isEmpty(), "--rfm-segment", "is of use with --rfm only");
        Refused.unless(column != null || floors.isEmpty(), "--floors", "is of use with --column only");
        Refused.unless(names.isEmpty() || (!rfm && column == null), "--names", "names tiers, and there are none");
        if (rfm) {
            scheme();
        }
    }

    ValueOptions.Column column() {
        return new ValueOptions.Column("--column", column);
    }

    boolean areByColumn() {
        return column != null;
    }

    /** The scores that the segments are made of, if they are. */
    Optional<Rfm> scores(CustomerTable customers) {
        return rfm ? Optional.of(rfm(customers)) : Optional.empty();
    }

    /** The segments of customers. */
    Groups groups(CustomerAmounts worth, Attributes attributes) {
        if (rfm) {
            return rfm(worth.customers()).groups(scheme());
        }
        if (column != null) {
            return byColumn(column.strip(), attributes.join(worth.customers(), IdPolicy.ALLOW, IdPolicy.ALLOW));
        }
        return ValueOptions.asked(() -> tiers(worth.currency()).groups(worth));
    }

    private Rfm rfm(CustomerTable customers) {
        return Rfm.of(customers, scores(), monetary == null ? Rfm.Monetary.TOTAL : monetary);
    }

    private int scores() {
        return scores == null ? RfmScheme.standard().scores() : scores;
    }

    private RfmScheme scheme() {
        if (segments.isEmpty() && scores() == RfmScheme.standard().scores()) {
            return RfmScheme.standard();
        }
        Refused.unless(
                !segments.isEmpty(),
                "--rfm-scores",
                "the segments that have names here are of scores from 1 to "
                        + RfmScheme.standard().scores() + "; name others with --rfm-segment");
        try {
            RfmScheme.Builder scheme = RfmScheme.builder(scores());
            for (String segment : segments) {
                int equals = segment.indexOf('=');
                if (equals < 1) {
                    throw new UsageException(
                            "--rfm-segment: must be name=scores, as in 'best=R4-5 F4-5', but was '" + segment + "'");
                }
                String name = segment.substring(0, equals).strip();
                String pattern = segment.substring(equals + 1).strip();
                if (pattern.equals("all")) {
                    scheme.otherwise(name);
                } else {
                    scheme.segment(name, pattern);
                }
            }
            return scheme.build();
        } catch (IllegalArgumentException e) {
            throw new UsageException("--rfm-segment: " + InOptions.say(e.getMessage()));
        }
    }

    private ValueTiers tiers(Currency currency) {
        ValueTiers rule = TIERS;
        if (tiers.size() == 1 && tiers.get(0).chars().allMatch(Character::isDigit)) {
            rule = ValueTiers.byQuantile(Integer.parseInt(tiers.get(0)));
        } else if (!tiers.isEmpty()) {
            rule = ValueTiers.byQuantile(ratios(tiers));
        } else if (!valueShares.isEmpty()) {
            rule = ValueTiers.byShareOfValue(ratios(valueShares));
        } else if (!thresholds.isEmpty()) {
            rule = ValueTiers.byThreshold(thresholds.stream()
                    .map(text -> Money.parse(currency.getCurrencyCode() + " " + text.strip()))
                    .toArray(Money[]::new));
        }
        return names.isEmpty()
                ? rule
                : rule.named(names.stream().map(String::strip).toArray(String[]::new));
    }

    private static Ratio[] ratios(List<String> texts) {
        return texts.stream().map(Ratio::parse).toArray(Ratio[]::new);
    }

    private Groups byColumn(String name, JoinedAttributes texts) {
        if (floors.isEmpty()) {
            return AttributeSegments.byCategory(texts, name, NOT_SAID);
        }
        Attributes.Builder numbers = Attributes.builder().numberColumn(name);
        CustomerTable customers = texts.customers();
        for (int row = 0; row < customers.size(); row++) {
            String id = customers.id(row);
            texts.category(name, row).ifPresent(text -> numbers.number(name, id, number(name, id, text)));
        }
        double[] least = floors.stream().mapToDouble(SegmentOptions::floor).toArray();
        JoinedAttributes joined = numbers.build().join(customers, IdPolicy.ALLOW, IdPolicy.ALLOW);
        return ValueOptions.asked(() -> AttributeSegments.byNumber(joined, name, NOT_SAID, least));
    }

    private static double number(String column, String id, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new DataException("--floors: column '" + column + "' of customer '" + id
                    + "' must be a number, but was '" + text + "'");
        }
    }

    private static double floor(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new UsageException("--floors: must be numbers, as in 30,60, but was '" + text + "'");
        }
    }
}
