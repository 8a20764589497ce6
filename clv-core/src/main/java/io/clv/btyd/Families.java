package io.clv.btyd;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the families declared as services. */
final class Families {

    private Families() {}

    static List<TransactionFamily<?>> transaction() {
        return byName(ServiceLoader.load(TransactionFamily.class, Families.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get));
    }

    static List<SpendFamily<?>> spend() {
        return byName(ServiceLoader.load(SpendFamily.class, Families.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get));
    }

    static List<ContractFamily<?>> contract() {
        return byName(ServiceLoader.load(ContractFamily.class, Families.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get));
    }

    private static <F extends ModelFamily<?>> List<F> byName(Stream<F> found) {
        return found.sorted(Comparator.comparing(ModelFamily::name)).toList();
    }

    static <F extends ModelFamily<?>> F named(String what, String name, List<F> all) {
        return all.stream()
                .filter(family -> family.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(what + " must be one of "
                        + all.stream().map(ModelFamily::name).collect(Collectors.joining(", ")) + ", but was '" + name
                        + "'"));
    }
}
