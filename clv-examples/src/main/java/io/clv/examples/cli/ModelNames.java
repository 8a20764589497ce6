package io.clv.examples.cli;

import io.clv.btyd.TransactionFamily;
import java.util.ArrayList;
import java.util.List;

/** The models of purchases that options name. */
final class ModelNames {

    private ModelNames() {}

    /** That of {@code --model}. */
    static TransactionFamily<?> transactions(String name) {
        return named("--model", name);
    }

    /** Those of {@code --models}, or all. */
    static List<TransactionFamily<?>> families(List<String> names) {
        if (names.isEmpty()) {
            return TransactionFamily.all();
        }
        List<TransactionFamily<?>> families = new ArrayList<>();
        for (String name : names) {
            TransactionFamily<?> family = named("--models", name.strip());
            Refused.unless(
                    families.stream().noneMatch(other -> other.name().equals(family.name())),
                    "--models",
                    family.name() + " is given twice");
            families.add(family);
        }
        return families;
    }

    private static TransactionFamily<?> named(String option, String name) {
        try {
            return TransactionFamily.named(name);
        } catch (IllegalArgumentException e) {
            throw new UsageException(option + ": " + e.getMessage());
        }
    }
}
