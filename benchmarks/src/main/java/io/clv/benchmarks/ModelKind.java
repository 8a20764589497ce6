package io.clv.benchmarks;

import io.clv.btyd.MbgNbd;
import io.clv.btyd.Nbd;
import io.clv.btyd.ParetoNbd;
import io.clv.btyd.TransactionModel;
import java.util.Locale;

/** The transaction models with their estimates for the CDNOW sample, in weeks. */
public enum ModelKind {

    /** Nobody leaves. */
    NBD,

    /** Customers leave after a repeat purchase. */
    BG_NBD,

    /** Customers leave after any purchase. */
    MBG_NBD,

    /** Customers leave at any time. */
    PARETO_NBD;

    TransactionModel model() {
        return switch (this) {
            case NBD -> Nbd.of(0.385, 12.072);
            case BG_NBD -> CalibrationBase.MODEL;
            case MBG_NBD -> MbgNbd.of(0.525, 6.183, 0.891, 1.614);
            case PARETO_NBD -> ParetoNbd.of(0.553, 10.578, 0.606, 11.669);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
