package io.clv.ltv;

import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.quantity.Basis;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Estimate;
import io.clv.quantity.Horizon;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of the user's own, as a lambda and as a service. */
class LtvModelTest {

    private static final Input<Integer> VISITS = Input.of("visits", Integer::valueOf);

    private static final CustomerBase SIX = CustomerBase.of(SmallLog.six()).churn(ChurnRule.inactiveFor(days(10)));

    private static final LtvModel THIRTY_PERCENT = profile -> Estimate.builder("flat", profile.currency())
            .part("margin", 0.3 * profile.amount(Input.TOTAL).orElseThrow())
            .assumption("the margin so far is all there is")
            .build();

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void aLambdaValuesABase() {
        CustomerValues values = THIRTY_PERCENT.value(SIX.customers());

        assertThat(values.total()).isEqualTo(Money.parse("USD 31.50"));
        assertThat(values.value(1)).isEqualTo(Money.parse("USD 12.00"));
        assertThat(values.assumptions()).containsExactly("the margin so far is all there is");
        assertThat(THIRTY_PERCENT.requires()).isEmpty();
    }

    @Test
    void aLambdaThatDeclaresItsInputsNamesAllThatAreMissing() {
        LtvModel model = LtvModel.requiring(Set.of(VISITS, Input.TOTAL, Input.GROSS_MARGIN), THIRTY_PERCENT);
        CustomerProfile empty = CustomerProfile.builder(Money.currency("USD")).build();

        assertThat(model.requires()).containsExactlyInAnyOrder(VISITS, Input.TOTAL, Input.GROSS_MARGIN);
        refused(() -> model.estimate(empty), "the model still needs: gross margin, total, visits");
        refused(() -> model.value(SIX), "the model still needs: gross margin, visits");
        assertThat(model.value(SIX.with(VISITS, 3).with(Input.GROSS_MARGIN, percent(30)))
                        .total())
                .isEqualTo(Money.parse("USD 31.50"));
        assertThat(LtvModel.requiring(Set.of(Input.TOTAL), THIRTY_PERCENT)
                        .estimate(SIX.profile(0))
                        .value())
                .isEqualTo(Money.parse("USD 6.00"));
        refused(
                () -> LtvModel.requiring(Set.of(Input.DISCOUNT), new SimpleLtv())
                        .estimate(empty),
                "the simple model still needs: discount");
    }

    @Test
    void aModelThatUsesMeasuredInputsSaysWhatTheyRestOn() {
        LtvModel model = profile -> Estimate.builder("own", profile.currency())
                .part("revenue", profile.require(Input.LIFESPAN).length())
                .build();

        assertThat(model.value(SIX).assumptions())
                .containsExactly("a customer without a purchase for 10 days is lost: 3 of 9 lost within a window of"
                        + " 10 days, a churn of 33.3% in that time, and a mean lifespan of 30 days");
    }

    @Test
    void onlyAssumptionsOfAllCustomersAreKept() {
        LtvModel model = profile -> Estimate.builder("own", profile.currency())
                .part("revenue", 1)
                .assumption("frequency " + profile.require(Input.FREQUENCY))
                .assumption("all is well")
                .build();

        assertThat(model.value(SIX).assumptions()).containsExactly("all is well");
    }

    @Test
    void valuesOfTwoKindsDoNotMix() {
        LtvModel mixed = profile -> Estimate.builder("own", profile.currency())
                .part("revenue", 1)
                .basis(
                        profile.require(Input.FREQUENCY) == 0
                                ? Basis.LIFETIME_FROM_ACQUISITION
                                : Basis.RESIDUAL_AFTER_OBSERVATION)
                .build();
        LtvModel own = profile -> Estimate.builder("own", profile.currency())
                .part("revenue", 1)
                .horizon(Horizon.over(profile.require(Input.AGE)))
                .build();
        LtvModel foreign = profile -> Estimate.builder("own", Money.currency("EUR"))
                .part("revenue", 1)
                .build();

        refused(
                () -> mixed.value(SIX),
                "basis must be residual after observation for all customers of a base, but was lifetime from acquisition"
                        + " for customer c");
        refused(
                () -> own.value(SIX),
                "horizon must be 35 days for all customers of a base, but was 9 days for customer d");
        LtvModel netted = profile -> Estimate.builder("own", profile.currency())
                .part("revenue", 1)
                .measure(profile.require(Input.FREQUENCY) == 0 ? Measure.REVENUE : Measure.PROFIT)
                .build();
        LtvModel waiting = profile -> Estimate.builder("own", profile.currency())
                .part("revenue", 1)
                .discount(DiscountRate.annually(percent(profile.require(Input.FREQUENCY))))
                .build();
        refused(
                () -> netted.value(SIX),
                "measure must be profit for all customers of a base, but was revenue for customer c");
        refused(
                () -> waiting.value(SIX),
                "discount must be 1% per year for all customers of a base, but was 0% per year for customer c");
        refused(
                () -> foreign.value(SIX),
                "currency must be USD for all customers of a base, but was EUR for customer a");
    }

    @Test
    void aServiceIsFoundByName() {
        NamedLtvModel model = NamedLtvModel.named("test-visits");
        CustomerProfile profile = CustomerProfile.builderFor(model, Money.currency("USD"))
                .set("visits", "3")
                .set("revenue-per-visit", "2.50")
                .build();

        assertThat(model.estimate(profile).value()).isEqualTo(Money.parse("USD 7.50"));
        assertThat(model.description()).isEqualTo("test-visits");
        assertThat(model.accepts()).hasSize(2);
        assertThat(NamedLtvModel.all().stream().map(NamedLtvModel::name))
                .contains("discounted", "margin-adjusted", "simple", "subscription", "test-visits")
                .isSorted();
    }

    @Test
    void twoModelsOfOneNameAreRefused(@TempDir Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(NamedLtvModel.class.getName()), TwinModel.class.getName());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader twins = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(twins);

            assertThatThrownBy(NamedLtvModel::all)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("two models are named 'simple': ")
                    .hasMessageContaining(SimpleLtv.class.getName())
                    .hasMessageContaining(TwinModel.class.getName());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Calls itself what another model is called. */
    public static final class TwinModel implements NamedLtvModel {
        @Override
        public String name() {
            return "simple";
        }

        @Override
        public Set<Input<?>> accepts() {
            return Set.of();
        }

        @Override
        public Estimate estimate(CustomerProfile profile) {
            return Estimate.builder(name(), profile.currency())
                    .part("revenue", 0)
                    .build();
        }
    }

    @Test
    void theFormulasSayWhatTheyTake() {
        assertThat(new MarginAdjustedLtv().accepts())
                .contains(Input.GROSS_MARGIN, Input.ACQUISITION_COST, Input.HORIZON)
                .doesNotContain(Input.DISCOUNT, Input.EXPANSION);
        assertThat(new SubscriptionLtv().accepts())
                .contains(Input.RETENTION, Input.EXPANSION, Input.PREPAID_TERM)
                .doesNotContain(Input.LIFESPAN, Input.TOTAL);
        for (NamedLtvModel model : NamedLtvModel.all()) {
            assertThat(model.accepts()).containsAll(model.requires());
            assertThat(model.description()).isNotBlank();
        }
        assertThat(new SimpleLtv().accepts())
                .containsExactly(Input.AVERAGE_ORDER_VALUE, Input.ORDERS, Input.REVENUE, Input.LIFESPAN, Input.CHURN);
    }
}
