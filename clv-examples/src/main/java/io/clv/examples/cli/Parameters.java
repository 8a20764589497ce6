package io.clv.examples.cli;

import io.clv.btyd.ModelFamily;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a model as the user writes them: {@code r=0.243,alpha=4.414,a=0.793,b=2.426}, in any order. */
final class Parameters {

    private Parameters() {}

    /** The model of a family at the parameters that an option gives. */
    static <M> M model(ModelFamily<M> family, String option, String text) {
        List<String> names = family.parameterNames();
        String known = family.name() + " has " + String.join(", ", names);
        double[] values = new double[names.size()];
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw refused(option, "must be name=value, as in " + names.get(0) + "=0.5, but was '" + part + "'");
            }
            String name = part.substring(0, equals).strip();
            int at = names.indexOf(name);
            if (at < 0) {
                throw refused(option, "unknown parameter '" + name + "': " + known);
            }
            if (values[at] != 0) {
                throw refused(option, name + " is given twice");
            }
            values[at] = positive(option, name, part.substring(equals + 1).strip());
        }
        List<String> missing =
                names.stream().filter(name -> values[names.indexOf(name)] == 0).toList();
        if (!missing.isEmpty()) {
            throw refused(option, "there is no " + String.join(", ", missing) + ": " + known);
        }
        try {
            return family.of(values);
        } catch (IllegalArgumentException e) {
            throw refused(option, String.valueOf(e.getMessage()));
        }
    }

    private static double positive(String option, String name, String text) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw refused(option, name + " must be a number, but was '" + text + "'");
        }
        if (!(value > 0 && value <= Double.MAX_VALUE)) {
            throw refused(option, name + " must be finite and above 0, but was " + text);
        }
        return value;
    }

    private static UsageException refused(String option, @Nullable String why) {
        return new UsageException(option + ": " + why);
    }
}
