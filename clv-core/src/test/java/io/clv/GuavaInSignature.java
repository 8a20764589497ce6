package io.clv;

import com.google.common.collect.ImmutableList;
import java.util.Map;

/** What must not be, so that {@link ArchitectureTest} can be seen to find it. */
public final class GuavaInSignature {

    private final ImmutableList<String> hidden = ImmutableList.of();

    int hidden(ImmutableList<String> names) {
        return names.size() + hidden.size();
    }

    /**
     * Shows a type of Guava as an argument of an argument.
     *
     * @param names anything
     * @return how many
     */
    public int size(Map<String, ImmutableList<String>> names) {
        return names.size() + hidden(hidden);
    }
}
