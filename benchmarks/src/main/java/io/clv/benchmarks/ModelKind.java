package io.clv.benchmarks;

import io.clv.btyd.MbgNbd;
import io.clv.btyd.Nbd;
import io.clv.btyd.ParetoNbd;
import io.clv.btyd.TransactionModel;
import java.util.Locale;

/** The transaction models with their estimates for the CDNOW sample, in weeks. */
public enum ModelKind {

    /** Nobody leaves. */
    NBD(Nbd.of(0.385, 12.072)),

    /** Customers leave after a repeat purchase. */
    BG_NBD(CalibrationBase.MODEL),

    /** Customers leave after any purchase. */
    MBG_NBD(MbgNbd.of(0.525, 6.183, 0.891, 1.614)),

    /** Customers leave at any time. */
    PARETO_NBD(ParetoNbd.of(0.553, 10.578, 0.606, 11.669));

    final TransactionModel model;

    ModelKind(TransactionModel model) {
        this.model = model;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
