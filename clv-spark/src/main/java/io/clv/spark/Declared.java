package io.clv.spark;

import io.clv.btyd.ModelFamily;
import java.util.List;

/** Families go to other machines by name. */
final class Declared {

    private Declared() {}

    /** The name by which a family is found where it is sent. */
    static String requireFound(ModelFamily<?> family, List<? extends ModelFamily<?>> declared) {
        if (declared.stream()
                .noneMatch(each ->
                        each.getClass() == family.getClass() && each.name().equals(family.name()))) {
            throw new IllegalArgumentException("family '" + family.name()
                    + "' must be declared to ServiceLoader to be fitted where the data are, but is not");
        }
        return family.name();
    }
}
