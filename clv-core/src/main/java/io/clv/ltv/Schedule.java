package io.clv.ltv;

import io.clv.quantity.DiscountRate;
import io.clv.quantity.Horizon;
import io.clv.quantity.Span;

/**
 * When payments fall due and what their time takes off them.
 *
 * @param model the model's name, for messages
 * @param curve who is still there
 * @param period from one payment to the next
 * @param discount what waiting takes off
 * @param convention at which moment of a period its payment counts
 * @param horizon how far ahead payments count
 */
record Schedule(
        String model,
        RetentionCurve curve,
        Span period,
        DiscountRate discount,
        DiscountConvention convention,
        Horizon horizon) {

    /** A payment this much of a period past the horizon is at the horizon, and was moved by rounding. */
    private static final double TOLERANCE = 1e-9;

    /** The continuous discount rate per period. */
    double delta() {
        return discount.continuous(period.unit()) * period.length();
    }

    /** The length of a period in those of the retention curve. */
    double curvePeriods() {
        return period.in(curve.unit());
    }

    /** The number of the first payment beyond the horizon; infinite for ever. */
    double end() {
        double periods = periods();
        return switch (convention) {
            case FIRST_PAYMENT_NOW -> Math.ceil(periods - TOLERANCE);
            case PERIOD_END, CONTINUOUS -> Math.floor(periods + TOLERANCE);
            case MID_PERIOD -> Math.floor(periods + 0.5 + TOLERANCE);
            case FIRST_EXCLUDED -> Math.floor(periods + TOLERANCE) + 1;
        };
    }

    /** The part of a period that a continuous flow runs on after the last whole one. */
    double remainder() {
        if (convention != DiscountConvention.CONTINUOUS || horizon.isForever()) {
            return 0;
        }
        double rest = periods() - end();
        return rest > TOLERANCE ? rest : 0;
    }

    private double periods() {
        return horizon.in(period.unit()) / period.length();
    }
}
