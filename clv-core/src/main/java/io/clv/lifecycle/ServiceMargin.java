package io.clv.lifecycle;

import io.clv.ledger.Groups;
import io.clv.ledger.JoinedAttributes;
import io.clv.numerics.InverseNormal;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.Currency;
import java.util.Optional;

/** What a service brings in a year, segment by segment. */
interface ServiceMargin {

    /** In major units. */
    double amount(int segment);

    Optional<Interval> interval(int segment, Ratio level);

    int peers(int segment);

    /** The same for everybody, as a price list has it. */
    record Stated(Money money) implements ServiceMargin {
        @Override
        public double amount(int segment) {
            return money.toDouble();
        }

        @Override
        public Optional<Interval> interval(int segment, Ratio level) {
            return Optional.empty();
        }

        @Override
        public int peers(int segment) {
            return 0;
        }
    }

    /** The mean of the peers who have it. */
    record OfPeers(PeerMeans means) implements ServiceMargin {

        static OfPeers of(String service, String column, JoinedAttributes known, String services, Groups segments) {
            Currency currency = known.customers().currency();
            PeerMeans means = new PeerMeans(segments.labels().size());
            for (int row = 0; row < segments.size(); row++) {
                if (known.has(column, row) && known.set(services, row).contains(service)) {
                    Money margin = known.money(column, row).orElseThrow();
                    if (!margin.currency().equals(currency)) {
                        throw new IllegalArgumentException("margins in column '" + column + "' must be in " + currency
                                + ", as the table is, but were in " + margin.currency());
                    }
                    means.add(segments.code(row), margin.toDouble());
                }
            }
            if (means.count() == 0) {
                throw new IllegalArgumentException("nobody who uses '" + service + "' has a margin in column '" + column
                        + "'; one can be stated in its place");
            }
            return new OfPeers(means.judged());
        }

        @Override
        public double amount(int segment) {
            return means.mean(segment);
        }

        @Override
        public Optional<Interval> interval(int segment, Ratio level) {
            double half = InverseNormal.at((1 + level.value()) / 2) * Math.sqrt(means.variance(segment));
            double mean = means.mean(segment);
            return Optional.of(new Interval(mean - half, mean + half, level, Interval.Of.MEAN));
        }

        @Override
        public int peers(int segment) {
            return means.count(segment);
        }
    }
}
