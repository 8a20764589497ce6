package io.clv.btyd;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.weeks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clv.Clv;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerProfile;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.Input;
import io.clv.ltv.NamedLtvModel;
import io.clv.quantity.Horizon;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** Families as models that are found by name. */
class FittedModelsTest {

    private static final LocalDate END = LocalDate.of(2024, 6, 30);

    private static CustomerTable customers(int count) {
        Ledger.Builder ledger = Ledger.builder(Money.currency("USD"));
        for (int customer = 0; customer < count; customer++) {
            LocalDate first = END.minusDays(300 - 2L * customer);
            for (int purchase = 0; purchase <= customer % 4; purchase++) {
                ledger.add(
                        "c" + customer, first.plusDays(purchase * (7L + customer % 5)), Money.of(10 + customer, "USD"));
            }
        }
        return ledger.build()
                .summarize(END, LedgerOptions.collapse(ChronoUnit.DAYS).unit(ChronoUnit.WEEKS));
    }

    @Test
    void everyFamilyHasAModelOfItsName() {
        for (TransactionFamily<?> family : TransactionFamily.all()) {
            NamedLtvModel model = Clv.model(family.name());

            assertThat(model.name()).isEqualTo(family.name());
            assertThat(model.description())
                    .isEqualTo(family.description() + "; fitted to the base, with gamma-gamma spend");
            assertThat(model.requires()).containsExactly(Input.HORIZON);
            assertThat(model.accepts())
                    .containsExactly(Input.GROSS_MARGIN, Input.COST_TO_SERVE, Input.DISCOUNT, Input.HORIZON);
        }
    }

    @Test
    void itValuesTheBaseItIsFittedTo() {
        CustomerTable customers = customers(60);
        CustomerBase base = CustomerBase.of(customers)
                .with("gross-margin", "30%")
                .with("discount", "15%")
                .with(Input.HORIZON, Horizon.over(weeks(52)));
        for (TransactionFamily<?> family : ContinuousTime.families()) {
            CustomerValues named = Clv.model(family.name()).value(base);
            CustomerValues fluent = Clv.fit(customers)
                    .transactions(family)
                    .spend(GammaGamma.family())
                    .grossMargin(percent(30))
                    .discountedAt(annually(percent(15)))
                    .over(weeks(52))
                    .value();

            assertThat(named.explain()).isEqualTo(fluent.explain());
            assertThat(named.totalAmount()).isEqualTo(fluent.totalAmount());
        }
    }

    @Test
    void aHorizonIsNeeded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Clv.model("bg-nbd").value(customers(60)))
                .withMessage("the bg-nbd model still needs: horizon (a span, or forever with a discount above 0)");
    }

    @Test
    void oneCustomerAloneCannotBeFitted() {
        NamedLtvModel model = Clv.model("pareto-nbd");
        CustomerProfile profile = CustomerProfile.builderFor(model, Money.currency("USD"))
                .set("horizon", "1 year")
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.estimate(profile))
                .withMessage(
                        "the pareto-nbd model is fitted to the base that it values, and one customer is none; a model"
                                + " fitted before can value one");
    }

    @Test
    void nobodyIsWorthNothing() {
        CustomerBase nobody = CustomerBase.of(customers(0)).with(Input.HORIZON, Horizon.over(weeks(52)));

        assertThat(Clv.model("bg-nbd").value(nobody).assumptions()).containsExactly("there is no customer to value");
    }
}
