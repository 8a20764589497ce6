package io.clv.economics;

import io.clv.numerics.CompensatedSum;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The mean of several curves. */
record MeanResponse(List<ResponseCurve> curves) implements ResponseCurve {

    MeanResponse {
        if (curves.isEmpty()) {
            throw new IllegalArgumentException("the mean response needs at least one curve, but had none");
        }
    }

    @Override
    public double customers(double spend) {
        return mean(curve -> curve.customers(spend));
    }

    @Override
    public double marginal(double spend) {
        return mean(curve -> curve.marginal(spend));
    }

    private double mean(ToDoubleFunction<ResponseCurve> quantity) {
        CompensatedSum sum = new CompensatedSum();
        for (ResponseCurve curve : curves) {
            sum.add(quantity.applyAsDouble(curve));
        }
        return sum.value() / curves.size();
    }

    @Override
    public String toString() {
        return "mean of " + Wording.count(curves.size(), "curve");
    }
}
