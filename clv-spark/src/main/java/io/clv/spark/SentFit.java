package io.clv.spark;

import io.clv.btyd.Fit;
import io.clv.btyd.TransactionFamily;
import io.clv.btyd.TransactionModel;
import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A fitted model of purchases that goes where it is asked, as text. */
final class SentFit implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final String family;
    private final String text;
    private transient volatile @Nullable TransactionModel model;

    private SentFit(String family, String text) {
        this.family = family;
        this.text = text;
    }

    static SentFit of(Fit<? extends TransactionModel> fit) {
        SentFit sent = new SentFit(fit.family(), fit.toText());
        // What cannot be read there is refused here.
        TransactionModel unused = sent.model();
        return sent;
    }

    TransactionModel model() {
        TransactionModel read = model;
        if (read == null) {
            read = TransactionFamily.named(family).parse(text).model();
            model = read;
        }
        return read;
    }
}
