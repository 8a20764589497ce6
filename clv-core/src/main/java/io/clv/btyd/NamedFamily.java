package io.clv.btyd;

import java.util.List;
import java.util.Set;

/** What a family says of itself, and the check of how many parameters make a model. */
abstract class NamedFamily<M> implements ModelFamily<M> {

    private final String name;
    private final String description;
    private final List<String> parameterNames;
    private final Set<String> scaledParameters;

    NamedFamily(String name, String description, List<String> parameterNames, Set<String> scaledParameters) {
        this.name = name;
        this.description = description;
        this.parameterNames = parameterNames;
        this.scaledParameters = scaledParameters;
    }

    /** A model of as many parameters as there are names. */
    abstract M model(double[] parameters);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String description() {
        return description;
    }

    @Override
    public final List<String> parameterNames() {
        return parameterNames;
    }

    @Override
    public final Set<String> scaledParameters() {
        return scaledParameters;
    }

    @Override
    public final M of(double... parameters) {
        if (parameters.length != parameterNames.size()) {
            throw new IllegalArgumentException(name + " must have " + parameterNames.size() + " parameters ("
                    + String.join(", ", parameterNames) + "), but had " + parameters.length);
        }
        return model(parameters);
    }

    @Override
    public final String toString() {
        return name;
    }
}
