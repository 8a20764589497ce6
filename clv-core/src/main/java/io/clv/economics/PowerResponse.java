package io.clv.economics;

/** {@code a x^b}. */
record PowerResponse(double scale, double elasticity) implements ResponseCurve {

    PowerResponse {
        ResponseArguments.requirePositive("scale of a power response", scale);
        if (!(elasticity > 0 && elasticity <= 1)) {
            throw new IllegalArgumentException(
                    "elasticity of a power response must be above 0 and at most 1, but was " + elasticity);
        }
    }

    @Override
    public double customers(double spend) {
        return scale * Math.pow(ResponseArguments.requireSpend(spend), elasticity);
    }

    @Override
    public double marginal(double spend) {
        return ResponseArguments.requireSpend(spend) == 0
                ? scale
                : scale * elasticity * Math.pow(spend, elasticity - 1);
    }

    @Override
    public String toString() {
        return "power{scale=" + scale + ", elasticity=" + elasticity + "}";
    }
}
