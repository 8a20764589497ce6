package io.clv.benchmarks;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the long plan goes through, as asked for on the command line.
 *
 * @param rows of a log
 * @param rounds of measuring
 * @param threads the most a contender may use
 * @param shapes of logs
 * @param ids of customers
 * @param rivals to compare with
 */
record Choice(int rows, int rounds, int threads, Set<LogShape> shapes, Set<CustomerIds> ids, Set<EngineKind> rivals) {

    private static final Map<String, String> DEFAULTS = Map.of(
            "--rows", "10000000",
            "--rounds", "3",
            "--threads", "2",
            "--shapes", "uniform,zipf,day-ordered,sorted",
            "--ids", "packable,arbitrary,text",
            "--rivals", "hash-map,streams,parallel-streams,duckdb");

    /**
     * Reads options and their values.
     *
     * @throws IllegalArgumentException if an option is unknown or has no value, or a value is not allowed
     */
    static Choice parse(List<String> arguments) {
        Map<String, String> values = new TreeMap<>(DEFAULTS);
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (!DEFAULTS.containsKey(option)) {
                throw new IllegalArgumentException("unknown option '" + option + "', valid are "
                        + String.join(", ", new TreeMap<>(DEFAULTS).keySet()));
            }
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException("option " + option + " needs a value");
            }
            values.put(option, arguments.get(i + 1));
        }
        return new Choice(
                count(values, "--rows"),
                count(values, "--rounds"),
                count(values, "--threads"),
                names(values, "--shapes", EnumSet.allOf(LogShape.class)),
                names(values, "--ids", EnumSet.allOf(CustomerIds.class)),
                names(values, "--rivals", EnumSet.complementOf(EnumSet.of(EngineKind.CLV))));
    }

    private static int count(Map<String, String> values, String option) {
        String text = values.getOrDefault(option, "");
        try {
            int count = Integer.parseInt(text);
            if (count >= 1) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Told below, as any number that is too small.
        }
        throw new IllegalArgumentException(option + " must be a whole number of at least 1, but was '" + text + "'");
    }

    private static <E extends Enum<E>> Set<E> names(Map<String, String> values, String option, EnumSet<E> valid) {
        EnumSet<E> chosen = EnumSet.copyOf(valid);
        chosen.clear();
        for (String name :
                values.getOrDefault(option, "").toLowerCase(Locale.ROOT).split(",", -1)) {
            chosen.add(valid.stream()
                    .filter(value -> value.toString().equals(name))
                    .findAny()
                    .orElseThrow(() -> new IllegalArgumentException(
                            option + " has '" + name + "', valid are " + Arrays.toString(valid.toArray()))));
        }
        return chosen;
    }
}
