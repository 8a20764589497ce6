package io.clv.examples;

import io.clv.Clv;
import io.clv.ltv.CustomerProfile;
import io.clv.ltv.NamedLtvModel;
import io.clv.quantity.Money;

/** Every model on the class path by name, a model of your own among them: see {@link NextYearLtv}. */
public final class OwnNamedModel {

    private OwnNamedModel() {}

    /**
     * Prints the models there are, and asks one of them.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        for (NamedLtvModel model : Clv.models()) {
            System.out.println(model.name() + ": " + model.description());
        }
        System.out.println();
        NamedLtvModel model = Clv.model("next-year");
        CustomerProfile profile = CustomerProfile.builderFor(model, Money.currency("USD"))
                .set("average-order-value", "50")
                .set("orders-per-year", "4")
                .set("gross-margin", "30%")
                .build();
        System.out.print(model.estimate(profile).explain());
    }
}
