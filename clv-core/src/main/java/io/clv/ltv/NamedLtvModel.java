package io.clv.ltv;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A model that is found by its name. The library's own are {@code simple}, {@code margin-adjusted}, {@code discounted}
 * and {@code subscription}, and one for each family of fitted models, such as {@code bg-nbd}; to add one, implement
 * this interface with a public no-argument constructor and declare it as a service: {@code provides
 * io.clv.ltv.NamedLtvModel with ...} in {@code module-info.java}, and on the class path a line in
 * {@code META-INF/services/io.clv.ltv.NamedLtvModel}.
 */
public interface NamedLtvModel extends LtvModel {

    /**
     * The name it is found by.
     *
     * @return lower-case words joined by '-'
     */
    String name();

    /**
     * The inputs it reads, required or not.
     *
     * @return the inputs, in the order in which lists show them
     */
    Set<Input<?>> accepts();

    /** Whether it is among the inputs that it {@link #accepts}. */
    @Override
    default boolean reads(Input<?> input) {
        return accepts().contains(input);
    }

    /**
     * What it computes, in one line.
     *
     * @return a line of English without a full stop; the name where a model does not say more
     */
    default String description() {
        return name();
    }

    /**
     * Models that are made of something else and so cannot be declared one by one, such as one for each family of
     * fitted models; declared as a service in the same way.
     */
    interface Source {

        /**
         * The models.
         *
         * @return each with a name of its own
         */
        List<NamedLtvModel> models();
    }

    /**
     * Every model that is declared as a service, or given by a {@link Source} that is.
     *
     * @return the models, by name
     * @throws IllegalStateException if two have the same name
     */
    static List<NamedLtvModel> all() {
        Stream<NamedLtvModel> declared =
                ServiceLoader.load(NamedLtvModel.class).stream().map(ServiceLoader.Provider::get);
        Stream<NamedLtvModel> given =
                ServiceLoader.load(Source.class).stream().flatMap(source -> source.get().models().stream());
        List<NamedLtvModel> models = Stream.concat(declared, given)
                .sorted(Comparator.comparing(NamedLtvModel::name))
                .toList();
        for (int i = 1; i < models.size(); i++) {
            NamedLtvModel model = models.get(i);
            NamedLtvModel other = models.get(i - 1);
            if (model.name().equals(other.name())) {
                throw new IllegalStateException("two models are named '" + model.name() + "': "
                        + other.getClass().getName() + " and "
                        + model.getClass().getName());
            }
        }
        return models;
    }

    /**
     * The model of a name.
     *
     * @param name the name
     * @return the model
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    static NamedLtvModel named(String name) {
        List<NamedLtvModel> models = all();
        List<String> names = models.stream().map(NamedLtvModel::name).toList();
        int at = names.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("there is no model '" + name + "'" + NearMiss.hint(name, names)
                    + " models are " + String.join(", ", names));
        }
        return models.get(at);
    }
}
