package io.clv.economics;

/** {@code a ln(1 + x/s)}. */
record LogResponse(double scale, double threshold) implements ResponseCurve {

    LogResponse {
        ResponseArguments.requirePositive("scale of a log response", scale);
        ResponseArguments.requirePositive("threshold of a log response", threshold);
    }

    @Override
    public double customers(double spend) {
        return scale * Math.log1p(ResponseArguments.requireSpend(spend) / threshold);
    }

    @Override
    public double marginal(double spend) {
        return ResponseArguments.requireSpend(spend) == 0 ? customers(1) : scale / (threshold + spend);
    }

    @Override
    public String toString() {
        return "log{scale=" + scale + ", threshold=" + threshold + "}";
    }
}
