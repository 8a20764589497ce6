package io.clv.economics;

/** {@code m x^n / (k^n + x^n)}. */
record HillResponse(double most, double half, double steepness) implements ResponseCurve {

    HillResponse {
        ResponseArguments.requirePositive("most of a Hill response", most);
        ResponseArguments.requirePositive("half of a Hill response", half);
        ResponseArguments.requirePositive("steepness of a Hill response", steepness);
    }

    @Override
    public double customers(double spend) {
        // Of the ratio, so that no power of the spend itself can overflow.
        double odds = Math.pow(half / ResponseArguments.requireSpend(spend), steepness);
        return spend == 0 ? 0 : most / (1 + odds);
    }

    @Override
    public double marginal(double spend) {
        if (ResponseArguments.requireSpend(spend) == 0) {
            return customers(1);
        }
        double share = customers(spend) / most;
        return most * steepness * share * (1 - share) / spend;
    }

    @Override
    public String toString() {
        return "hill{most=" + most + ", half=" + half + ", steepness=" + steepness + "}";
    }
}
