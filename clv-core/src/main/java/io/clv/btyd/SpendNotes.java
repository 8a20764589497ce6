package io.clv.btyd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What a reader of a spend fit must know of its data. */
final class SpendNotes {

    private SpendNotes() {}

    static List<String> of(SpendTally tally) {
        List<String> notes = new ArrayList<>();
        OptionalDouble correlation = tally.correlation();
        notes.add(
                correlation.isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "spend is taken to be independent of frequency; their correlation is %.3f",
                                correlation.getAsDouble())
                        : "spend is taken to be independent of frequency; the data cannot tell");
        if (tally.withoutPurchases() > 0) {
            notes.add("customers left out for want of a repeat purchase: " + count(tally.withoutPurchases())
                    + "; they get the mean of all");
        }
        if (tally.withoutSpend() > 0) {
            notes.add("customers left out because their mean amount is not above 0: " + count(tally.withoutSpend()));
        }
        return notes;
    }

    private static String count(double customers) {
        return customers == Math.rint(customers) && customers < 1e15
                ? String.valueOf((long) customers)
                : String.valueOf(customers);
    }
}
