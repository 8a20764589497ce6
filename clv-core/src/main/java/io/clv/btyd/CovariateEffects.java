package io.clv.btyd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What a customer's covariates do to what a model says of him, against the typical ones: the mean of each number, the
 * most frequent label of each category.
 */
final class CovariateEffects {

    /** With more covariates than these all coalitions are too many, and the covariates are one. */
    private static final int MOST_APART = 10;

    private final WithCovariates<? extends TransactionModel> models;
    private final double[] own;
    /** Names to the places of their terms. */
    private final Map<String, List<Integer>> players = new LinkedHashMap<>();

    CovariateEffects(WithCovariates<? extends TransactionModel> models, Covariates covariates) {
        this.models = models;
        CovariateEncoding encoding = models.encoding();
        own = encoding.encode(covariates);
        boolean apart = encoding.covariates().size() <= MOST_APART;
        for (String name : encoding.covariates()) {
            String player = apart ? name + "=" + shown(covariates, name) : "covariates";
            List<Integer> places = players.computeIfAbsent(player, none -> new ArrayList<>());
            for (String term : encoding.termsOf(name)) {
                places.add(encoding.terms().indexOf(term));
            }
        }
    }

    private static String shown(Covariates covariates, String name) {
        return covariates
                .category(name)
                .orElseGet(() -> FitWording.number(covariates.number(name).orElseThrow()));
    }

    /** What each covariate adds to a number, by name and value. */
    Map<String, Double> on(ToDoubleFunction<TransactionModel> number) {
        double[] added = Shapley.of(players.size(), his -> number.applyAsDouble(with(his)));
        Map<String, Double> byName = new LinkedHashMap<>();
        for (String player : players.keySet()) {
            byName.put(player, added[byName.size()]);
        }
        return byName;
    }

    /** The model of one who has some of the covariates, and typical ones beside. */
    private TransactionModel with(int some) {
        double[] terms = new double[own.length];
        int bit = 1;
        for (List<Integer> places : players.values()) {
            if ((some & bit) != 0) {
                places.forEach(place -> terms[place] = own[place]);
            }
            bit <<= 1;
        }
        return models.at(terms);
    }
}
