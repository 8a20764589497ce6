package io.clv.btyd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a reader of a spend fit must know of its data. */
final class SpendNotes {

    private static final String INDEPENDENT = "spend is taken to be independent of frequency; ";
    private static final String LEFT_OUT = "customers left out ";

    private SpendNotes() {}

    /** A note as a clause that follows "assumes"; none of those who were left out, as a valuation counts its own. */
    static Optional<String> asAssumption(String note) {
        if (note.startsWith(LEFT_OUT)) {
            return Optional.empty();
        }
        return Optional.of(
                note.startsWith(INDEPENDENT)
                        ? "spend on a purchase is independent of frequency: " + note.substring(INDEPENDENT.length())
                        : note);
    }

    static List<String> of(SpendFacts facts, SpendModel model) {
        List<String> notes = new ArrayList<>();
        OptionalDouble correlation = facts.correlation();
        notes.add(
                correlation.isPresent()
                        ? String.format(
                                Locale.ROOT, INDEPENDENT + "their correlation is %.3f", correlation.getAsDouble())
                        : INDEPENDENT + "the data cannot tell");
        if (facts.withoutPurchases() > 0) {
            notes.add(LEFT_OUT + "for want of a repeat purchase: " + Wording.count(facts.withoutPurchases())
                    + (model.hasFiniteMean() ? "; they get the mean of all" : "; they get none"));
        }
        if (facts.withoutSpend() > 0) {
            notes.add(LEFT_OUT + "because their mean amount is not above 0: " + Wording.count(facts.withoutSpend()));
        }
        if (!model.hasFiniteMean()) {
            notes.add("the mean spend of all customers is infinite at these parameters, " + model
                    + ": there is none to expect of a customer without purchases");
        }
        return notes;
    }
}
