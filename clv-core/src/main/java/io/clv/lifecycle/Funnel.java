package io.clv.lifecycle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What kinds of contact mean: how far somebody has come who has not bought yet. A kind that it does not know is
 * refused, so that none is dropped in silence; those that mean nothing are named as such.
 *
 * <pre>{@code
 * Funnel funnel = Funnel.builder()
 *         .awareness("ad", "newsletter")
 *         .comparison("price list")
 *         .interest("test drive", "offer")
 *         .ignoring("unsubscribed")
 *         .build();
 * }</pre>
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Funnel {

    private final Map<String, Optional<Stage>> steps;

    private Funnel(Map<String, Optional<Stage>> steps) {
        this.steps = Map.copyOf(steps);
    }

    /**
     * Starts a funnel.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The step that a kind of contact shows.
     *
     * @param kind the kind
     * @return empty if it is ignored
     * @throws IllegalArgumentException if the funnel does not know it; the message lists the kinds it knows
     */
    public Optional<Stage> step(String kind) {
        Optional<Stage> step = steps.get(kind);
        if (step == null) {
            throw new IllegalArgumentException("kind of contact must be one of "
                    + String.join(", ", new TreeSet<>(steps.keySet())) + ", but was '" + kind
                    + "'; ignoring(...) names those that mean nothing");
        }
        return step;
    }

    /** The kinds of each step. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        for (Stage stage : List.of(Stage.AWARENESS, Stage.COMPARISON, Stage.INTEREST)) {
            List<String> kinds = steps.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(Optional.of(stage)))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            parts.add(stage.label() + ": " + (kinds.isEmpty() ? "nothing" : String.join(", ", kinds)));
        }
        return String.join("; ", parts);
    }

    /** Collects kinds of contact. Not safe to share between threads. */
    public static final class Builder {

        private final Map<String, Optional<Stage>> steps = new HashMap<>();

        private Builder() {}

        /**
         * Names contacts by which somebody takes notice.
         *
         * @param kinds such as "ad"
         * @return this builder
         * @throws IllegalArgumentException if a kind is blank or was named before
         */
        public Builder awareness(String... kinds) {
            return put(Optional.of(Stage.AWARENESS), kinds);
        }

        /**
         * Names contacts of somebody who compares offers.
         *
         * @param kinds such as "price list"
         * @return this builder
         * @throws IllegalArgumentException if a kind is blank or was named before
         */
        public Builder comparison(String... kinds) {
            return put(Optional.of(Stage.COMPARISON), kinds);
        }

        /**
         * Names contacts of somebody who asks for ours.
         *
         * @param kinds such as "test drive"
         * @return this builder
         * @throws IllegalArgumentException if a kind is blank or was named before
         */
        public Builder interest(String... kinds) {
            return put(Optional.of(Stage.INTEREST), kinds);
        }

        /**
         * Names contacts that mean nothing. Who has only such contacts is no prospect.
         *
         * @param kinds such as "unsubscribed"
         * @return this builder
         * @throws IllegalArgumentException if a kind is blank or was named before
         */
        public Builder ignoring(String... kinds) {
            return put(Optional.empty(), kinds);
        }

        private Builder put(Optional<Stage> step, String... kinds) {
            for (String kind : kinds) {
                ContactEvent.requireText("kind of contact", kind);
                if (steps.putIfAbsent(kind, step) != null) {
                    throw new IllegalArgumentException("kind of contact '" + kind + "' was already named");
                }
            }
            return this;
        }

        /**
         * Makes the funnel.
         *
         * @return the funnel
         * @throws IllegalArgumentException if no kind shows a step
         */
        public Funnel build() {
            if (steps.values().stream().noneMatch(Optional::isPresent)) {
                throw new IllegalArgumentException(
                        "a funnel needs kinds of contact that show awareness, comparison or interest, but has none");
            }
            return new Funnel(steps);
        }
    }
}
