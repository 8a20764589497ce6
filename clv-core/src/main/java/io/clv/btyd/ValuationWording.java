package io.clv.btyd;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * What a valuation rests on, as clauses that follow "assumes".
 *
 * @param model the model
 * @param currency the currency of its money
 */
record ValuationWording(FittedLtv model, Currency currency) {

    static final String CONTINUOUS = "discounting is continuous: a purchase counts by the moment it is made";

    static final String NO_MARGIN = "no costs, as no margin was given: this is revenue and not profit";

    private static final String WITHOUT_REPEAT = "without a repeat purchase";

    private static final String WITHOUT_SPEND = "whose purchases have no positive mean";

    private List<String> fits() {
        List<String> sentences = new ArrayList<>(FitWording.purchases(model.transactions()));
        sentences.addAll(FitWording.spend(model.spend(), model.spending().firstIncluded()));
        model.models().shock().sentence().ifPresent(sentences::add);
        return sentences;
    }

    private String meanSpend() {
        return "the mean spend of all, " + FitWording.money(model.spending().mean(), currency);
    }

    /** Of one customer. */
    List<String> known(int known, double mean, int x, double alive) {
        List<String> sentences = fits();
        if (!Spending.tells(known, mean)) {
            sentences.add("a customer " + (known == 0 ? WITHOUT_REPEAT : WITHOUT_SPEND) + " gets " + meanSpend());
        }
        if (x == 0 && alive == 1) {
            sentences.add("P(alive) is 1 for a customer " + WITHOUT_REPEAT + byNature());
        }
        return sentences;
    }

    private String byNature() {
        return ", by the nature of the " + model.name() + " model, whatever the data say";
    }

    /** Of a base, by how many there are of each kind. */
    List<String> base(int withoutRepeat, int withoutSpend, int surelyAlive, boolean nobodyLeaves) {
        List<String> sentences = fits();
        if (withoutRepeat > 0) {
            sentences.add(
                    FitWording.customers(withoutRepeat) + " " + WITHOUT_REPEAT + get(withoutRepeat) + meanSpend());
        }
        if (withoutSpend > 0) {
            sentences.add(FitWording.customers(withoutSpend) + " " + WITHOUT_SPEND + get(withoutSpend) + meanSpend());
        }
        if (nobodyLeaves) {
            sentences.add("P(alive) is 1 for every customer: in the " + model.name() + " model nobody leaves");
        } else if (surelyAlive > 0) {
            sentences.add(
                    "P(alive) is 1 for the " + FitWording.customers(surelyAlive) + " " + WITHOUT_REPEAT + byNature());
        }
        return sentences;
    }

    private static String get(int customers) {
        return customers == 1 ? " gets " : " get ";
    }

    List<String> newcomer(boolean firstGiven, boolean typical) {
        List<String> sentences = fits();
        if (typical) {
            sentences.add(
                    "the customer has the mean of each number among the covariates, and the most frequent category");
        }
        sentences.add(
                "the customer makes the first purchase now" + (firstGiven ? "" : ", and it brings " + meanSpend()));
        return sentences;
    }

    /** What the terms mean where they are not all there. */
    static List<String> terms(CustomerTerms terms) {
        List<String> sentences = new ArrayList<>();
        if (!terms.discount().isNone()) {
            sentences.add(CONTINUOUS);
        }
        if (terms.margin().isEmpty()) {
            sentences.add(NO_MARGIN);
        }
        return sentences;
    }
}
