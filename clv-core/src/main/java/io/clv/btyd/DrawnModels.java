package io.clv.btyd;

import io.clv.ltv.CustomerBase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The equally likely models of each customer: the same for all, or by covariates, where equal customers are a kind. */
final class DrawnModels {

    private final List<?> drawn;
    /** The kind of each row; empty if there is one only. */
    private final int[] kinds;

    private final List<Covariates> covariates;
    private final Shock shock;

    private DrawnModels(List<?> drawn, int[] kinds, List<Covariates> covariates, Shock shock) {
        this.drawn = drawn;
        this.kinds = kinds;
        this.covariates = covariates;
        this.shock = shock;
    }

    /** Of customers whom something befalls from now on. */
    static DrawnModels of(List<?> drawn, CustomerBase base, Shock shock) {
        if (!(drawn.get(0) instanceof WithCovariates<?>)) {
            return new DrawnModels(drawn, new int[0], List.of(), shock);
        }
        Map<Covariates, Integer> numbers = new LinkedHashMap<>();
        int[] kinds = new int[base.size()];
        for (int row = 0; row < kinds.length; row++) {
            kinds[row] = numbers.computeIfAbsent(CustomerModels.covariates(base, row), none -> numbers.size());
        }
        return new DrawnModels(drawn, kinds, new ArrayList<>(numbers.keySet()), shock);
    }

    int draws() {
        return drawn.size();
    }

    int kind(int row) {
        return kinds.length == 0 ? 0 : kinds[row];
    }

    /** The models of a kind, one a draw. */
    TransactionModel[] models(int kind) {
        TransactionModel[] models = new TransactionModel[drawn.size()];
        for (int draw = 0; draw < models.length; draw++) {
            Object model = drawn.get(draw);
            models[draw] = shock.on((TransactionModel)
                    (model instanceof WithCovariates<?> with ? with.at(covariates.get(kind)) : model));
        }
        return models;
    }
}
