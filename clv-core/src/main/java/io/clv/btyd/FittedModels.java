package io.clv.btyd;

import io.clv.ltv.NamedLtvModel;
import java.util.ArrayList;
import java.util.List;

/**
 * A model by name for each family of transaction models, with Gamma-Gamma for spend: {@code Clv.model("bg-nbd")} fits
 * to the base that it then values. Families of your own that are declared as a service are among them.
 */
public final class FittedModels implements NamedLtvModel.Source {

    /** For the service loader. */
    public FittedModels() {}

    @Override
    public List<NamedLtvModel> models() {
        List<NamedLtvModel> models = new ArrayList<>();
        for (TransactionFamily<?> family : TransactionFamily.all()) {
            models.add(new FamilyLtv(family, GammaGamma.family()));
        }
        return models;
    }
}
