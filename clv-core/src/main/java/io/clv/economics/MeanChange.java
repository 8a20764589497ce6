package io.clv.economics;

import io.clv.ledger.Groups;
import io.clv.numerics.StudentT;
import io.clv.quantity.Ratio;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How the values of a group's customers changed: the mean, and the variance between customers. */
record MeanChange(String name, int size, double mean, double variance) {

    static MeanChange of(String name, Groups groups, double[] changes) {
        int code = groups.labels().indexOf(name);
        double[] own = new double[groups.count(code)];
        int next = 0;
        for (int row = 0; row < changes.length; row++) {
            if (groups.code(row) == code) {
                own[next++] = changes[row];
            }
        }
        if (own.length < 2) {
            throw new IllegalArgumentException(
                    "group '" + name + "' must have at least 2 customers, but had " + own.length);
        }
        double mean = Arrays.stream(own).sum() / own.length;
        double squares =
                Arrays.stream(own).map(each -> (each - mean) * (each - mean)).sum();
        return new MeanChange(name, own.length, mean, squares / (own.length - 1));
    }

    private double squaredError() {
        return variance / size;
    }

    /** Of the interval of the difference to another mean, or of this one; with Satterthwaite's degrees of freedom. */
    double halfWidth(@Nullable MeanChange other, Ratio level) {
        double own = squaredError();
        double theirs = other == null ? 0 : other.squaredError();
        if (own + theirs == 0) {
            return 0;
        }
        double share = own / (own + theirs);
        double inverse = share * share / (size - 1);
        if (other != null) {
            inverse += (1 - share) * (1 - share) / (other.size - 1);
        }
        return StudentT.quantile((1 + level.value()) / 2, 1 / inverse) * Math.sqrt(own + theirs);
    }
}
