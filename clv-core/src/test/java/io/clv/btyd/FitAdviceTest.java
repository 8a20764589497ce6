package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Data that are too few or too short for a model get the reason, and what would do better. */
class FitAdviceTest {

    private static final FitOptions WEAK = FitOptions.defaults().prior(Prior.WEAK);

    /** Customers with x = 0, 1, 2 ... in turn, observed for so long. */
    private static Tally tally(int customers, int kinds, double age) {
        double[] x = new double[customers];
        double[] last = new double[customers];
        double[] ages = new double[customers];
        for (int i = 0; i < customers; i++) {
            x[i] = i % kinds;
            last[i] = x[i] == 0 ? 0 : age * (0.3 + 0.6 * (i % 11) / 11);
            ages[i] = age;
        }
        return Tally.of(x, last, ages, ChronoUnit.WEEKS);
    }

    private static List<String> notes(TransactionFamily<?> family, Tally tally, FitOptions options) {
        return family.fit(tally, options).notes();
    }

    @Test
    void enoughCustomersNeedNoAdvice() {
        assertThat(notes(BgNbd.family(), tally(300, 4, 40), FitOptions.defaults()))
                .isEmpty();
        assertThat(notes(BgBb.family(), years(), FitOptions.defaults())).isEmpty();
    }

    private static Tally years() {
        double[] x = new double[200];
        double[] last = new double[200];
        double[] periods = new double[200];
        for (int i = 0; i < 200; i++) {
            x[i] = i % 5;
            last[i] = x[i] == 0 ? 0 : Math.min(6, x[i] + i % 3);
            periods[i] = 6;
        }
        return Tally.of(x, last, periods, ChronoUnit.YEARS);
    }

    @Test
    void nobodyCameBack() {
        assertThat(notes(ParetoNbd.family(), tally(240, 1, 40), WEAK))
                .containsExactly(
                        "none of 240 customers came back, so that nothing tells how often customers buy or when"
                                + " they leave: better a longer calibration, or a formula such as margin-adjusted with a churn"
                                + " of your own");
    }

    @Test
    void tooFewCustomers() {
        assertThat(notes(BgNbd.family(), tally(12, 4, 40), FitOptions.defaults()))
                .containsExactly("9 of 12 customers came back, where the 4 parameters of bg-nbd ask for 40: better the"
                        + " weak prior, one fit to the customers of all groups, or a formula such as margin-adjusted"
                        + " with a churn of your own");
    }

    @Test
    void fewCustomersMayTellFewerParameters() {
        assertThat(notes(ParetoNbd.family(), tally(40, 4, 40), FitOptions.defaults()))
                .containsExactly("30 of 40 customers came back, where the 4 parameters of pareto-nbd ask for 40: better"
                        + " the weak prior, nbd with its 2 parameters, or one fit to the customers of all groups");
        assertThat(notes(Nbd.family(), tally(40, 4, 40), FitOptions.defaults())).isEmpty();
        assertThat(notes(Nbd.family(), tally(12, 4, 40), WEAK))
                .containsExactly("9 of 12 customers came back, where the 2 parameters of nbd ask for 20: better one fit"
                        + " to the customers of all groups, or a formula such as margin-adjusted with a churn of your"
                        + " own");
    }

    @Test
    void aHeldParameterAsksForNobody() {
        assertThat(notes(
                        ParetoNbd.family(),
                        tally(40, 4, 40),
                        FitOptions.defaults().fixing("s", 0.6).fixing("beta", 11)))
                .containsExactly(
                        "s was held at 0.6, and so has no standard error",
                        "beta was held at 11.0, and so has no standard error");
    }

    /** At the pace of CDNOW, 18 weeks between purchases, four weeks show next to nothing. */
    @Test
    void tooShortACalibration() {
        double[] x = new double[2000];
        double[] last = new double[2000];
        double[] age = new double[2000];
        Arrays.fill(age, 4);
        for (int i = 0; i < 300; i++) {
            x[i] = 1;
            last[i] = 4 * (i + 0.5) / 300;
        }

        Fit<Nbd> fit = Nbd.family().fit(Tally.of(x, last, age, ChronoUnit.WEEKS), WEAK);

        assertThat(fit.notes())
                .containsExactly(
                        "customers were observed for 4 weeks on average, less than the 26.62 between purchases at"
                                + " the pace of a newcomer, so that who waits is hard to tell from who has left: better a longer"
                                + " calibration, or a formula such as margin-adjusted with a churn of your own");
    }

    /** A family of opportunities that says nothing of its process: its model knows no part of an opportunity. */
    @Test
    void aModelThatCannotTellItsPaceIsFittedAllTheSame() {
        TransactionFamily<BgBb> silent = new TransactionFamily<>() {
            @Override
            public String name() {
                return "silent";
            }

            @Override
            public String description() {
                return "BG/BB under another name";
            }

            @Override
            public List<String> parameterNames() {
                return BgBb.family().parameterNames();
            }

            @Override
            public Set<String> scaledParameters() {
                return Set.of();
            }

            @Override
            public BgBb of(double... parameters) {
                return BgBb.family().of(parameters);
            }

            @Override
            public List<double[]> starts(Moments moments) {
                return BgBb.family().starts(moments);
            }

            @Override
            public FitObjective objective(Tally tally, FitOptions options) {
                return BgBb.family().objective(tally, options);
            }
        };

        assertThat(silent.fit(years()).notes()).isEmpty();
    }

    @Test
    void tooFewAmounts() {
        SpendTally tally =
                SpendTally.of(new double[] {1, 2, 3, 0}, new double[] {10, 14, 12, 0}, new double[] {1, 1, 1, 1});

        assertThat(GammaGamma.family().fit(tally, WEAK).notes())
                .last()
                .isEqualTo("the amounts of 3 customers tell the 3 parameters of gamma-gamma, which ask for 30: better"
                        + " first purchases included, or one mean order value for all");
    }

    @Test
    void aFitToAnObjectiveTellsWhatOneToATallyTells() {
        for (Tally tally : List.of(tally(60, 3, 40), tally(240, 1, 40), tally(500, 4, 30))) {
            Fit<BgNbd> whole = BgNbd.family().fit(tally, WEAK);
            FitObjective objective = FitObjective.sum(List.of(BgNbd.family().objective(tally, WEAK)));
            assertThat(BgNbd.family().fit(objective, tally.unit(), WEAK)).isEqualTo(whole);
        }
    }

    @Test
    void aSpendFitToAnObjectiveTellsWhatOneToATallyTells() {
        SpendTally tally = SpendTally.of(
                new double[] {3, 1, 2, 0, 4}, new double[] {20, 35, 10, 0, -1}, new double[] {1, 2, 1, 7, 3});
        assertThat(tally.facts().withoutPurchases()).isEqualTo(7);
        assertThat(tally.facts().withoutSpend()).isEqualTo(3);
        Fit<GammaGamma> whole = GammaGamma.family().fit(tally, WEAK);
        FitObjective objective = FitObjective.sum(List.of(GammaGamma.family().objective(tally, WEAK)));
        assertThat(GammaGamma.family().fit(objective, tally.facts(), WEAK)).isEqualTo(whole);
        assertThat(whole.notes()).hasSizeGreaterThan(2);
    }

    @Test
    void factsOfSpendThatCannotBeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpendFacts(Optional.empty(), OptionalDouble.of(1.5), 0, 0))
                .withMessage("correlation must be between -1 and 1, but was 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpendFacts(Optional.empty(), OptionalDouble.empty(), -1, 0))
                .withMessage("customers without purchases must be finite and not negative, but were -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpendFacts(Optional.empty(), OptionalDouble.empty(), 0, Double.NaN))
                .withMessage("customers without spend must be finite and not negative, but were NaN");
    }
}
