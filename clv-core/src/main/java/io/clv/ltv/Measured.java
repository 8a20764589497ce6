package io.clv.ltv;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is measured when it is first asked for, and then kept; a refusal is not kept, and comes again. */
final class Measured<T> {

    private final Supplier<T> measure;
    private volatile @Nullable T value;

    Measured(Supplier<T> measure) {
        this.measure = measure;
    }

    /** Two threads may measure at once; they find the same. */
    T get() {
        T known = value;
        if (known == null) {
            known = measure.get();
            value = known;
        }
        return known;
    }
}
