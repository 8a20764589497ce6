package io.clv.btyd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds the families declared as services, and checks what makes a model. */
final class Families {

    private Families() {}

    static List<TransactionFamily<?>> transaction() {
        List<TransactionFamily<?>> found = new ArrayList<>();
        for (TransactionFamily<?> family :
                ServiceLoader.load(TransactionFamily.class, Families.class.getClassLoader())) {
            found.add(family);
        }
        found.sort(Comparator.comparing(ModelFamily::name));
        return List.copyOf(found);
    }

    static List<SpendFamily<?>> spend() {
        List<SpendFamily<?>> found = new ArrayList<>();
        for (SpendFamily<?> family : ServiceLoader.load(SpendFamily.class, Families.class.getClassLoader())) {
            found.add(family);
        }
        found.sort(Comparator.comparing(ModelFamily::name));
        return List.copyOf(found);
    }

    static IllegalArgumentException unknown(String what, String name, List<? extends ModelFamily<?>> all) {
        String names = all.stream().map(ModelFamily::name).collect(Collectors.joining(", "));
        return new IllegalArgumentException(what + " must be one of " + names + ", but was '" + name + "'");
    }

    static void requireCount(ModelFamily<?> family, double[] parameters) {
        int expected = family.parameterNames().size();
        if (parameters.length != expected) {
            throw new IllegalArgumentException(family.name() + " must have " + expected + " parameters ("
                    + String.join(", ", family.parameterNames()) + "), but had " + parameters.length);
        }
    }
}
