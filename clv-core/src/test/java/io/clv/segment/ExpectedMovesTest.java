package io.clv.segment;

import static io.clv.quantity.Ratio.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clv.btyd.BgNbd;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.MbgNbd;
import io.clv.btyd.ParetoNbd;
import io.clv.btyd.Posterior;
import io.clv.btyd.PosteriorOptions;
import io.clv.btyd.Simulation;
import io.clv.btyd.SpendTally;
import io.clv.btyd.Tally;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.quantity.Money;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ExpectedMovesTest {

    private static final LocalDate MIDDLE = LocalDate.of(2024, 12, 31);
    private static final LocalDate END = LocalDate.of(2025, 6, 30);
    private static final ParetoNbd PURCHASES = ParetoNbd.of(0.55, 10.6, 0.61, 11.7);
    private static final GammaGamma SPEND = GammaGamma.of(6.25, 3.74, 15.44);
    private static final List<String> BOUGHT = List.of("none", "one", "more");

    /** Customers of a model whose parameters are known, who come during 2024. */
    private static final Ledger LOG = Simulation.builder(PURCHASES, ChronoUnit.WEEKS, Money.currency("USD"))
            .spend(SPEND)
            .customers(2000)
            .seed(5)
            .from(LocalDate.of(2024, 1, 1))
            .comingOver(Span.weeks(40))
            .observedThrough(END)
            .build()
            .ledger();

    private static final LedgerOptions OPTIONS = LedgerOptions.defaults();
    private static final CustomerTable BEFORE = LOG.summarize(MIDDLE, OPTIONS);
    private static final CustomerTable AFTER = LOG.summarize(END, OPTIONS);

    /** By the days on which somebody bought after the middle. */
    private static Groups bought(CustomerTable after) {
        int[] codes = new int[after.size()];
        for (int row = 0; row < codes.length; row++) {
            int then = BEFORE.indexOf(after.id(row));
            codes[row] = Math.min(2, after.frequency(row) - BEFORE.frequency(then));
        }
        return Groups.of(codes, BOUGHT);
    }

    private static ExpectedMoves.Builder expecting(Groups then, Function<CustomerTable, Groups> rule) {
        return ExpectedMoves.builder(LOG, BEFORE, then)
                .through(END)
                .models(PURCHASES, SPEND)
                .segments(rule);
    }

    /** The probability of each count is known in closed form, up to two purchases on one day being one. */
    @Test
    void theMeanIsTheProbabilityOfEachMove() {
        Groups then = Groups.of(new int[BEFORE.size()], List.of("all"));
        ExpectedMoves moves =
                expecting(then, ExpectedMovesTest::bought).draws(100).build();

        double horizon = (END.toEpochDay() - MIDDLE.toEpochDay()) / 7.0;
        double none = 0;
        double one = 0;
        double variance = 0;
        for (int row = 0; row < BEFORE.size(); row++) {
            double p = PURCHASES.probabilityOfCount(
                    BEFORE.frequency(row), BEFORE.recency(row), BEFORE.age(row), 0, horizon);
            none += p;
            variance += p * (1 - p);
            one += PURCHASES.probabilityOfCount(
                    BEFORE.frequency(row), BEFORE.recency(row), BEFORE.age(row), 1, horizon);
        }
        // Four standard errors of a mean of 100 draws, and a few customers whose two purchases share a day.
        assertThat(moves.mean(0, 0)).isCloseTo(none, within(4 * Math.sqrt(variance / 100)));
        assertThat(moves.mean(0, 1)).isCloseTo(one, within(4 * Math.sqrt(variance / 100) + 5));
        assertThat(moves.standardDeviation(0, 0)).isCloseTo(Math.sqrt(variance), within(0.25 * Math.sqrt(variance)));
        assertThat(moves.draws()).isEqualTo(100);
        assertThat(moves.method()).isEqualTo("if everybody goes on as the pareto-nbd and gamma-gamma models say");
    }

    /** The log goes on by the very models, so that nothing but chance has moved anybody. */
    @Test
    void whereNothingHappenedNoMoveIsBeyondChance() {
        Groups then = Rfm.of(BEFORE).groups(RfmScheme.standard());
        ExpectedMoves moves = expecting(then, after -> Rfm.of(after).groups(RfmScheme.standard()))
                .draws(40)
                .seed(7)
                .build();
        Migration migration = Migration.of(
                        CustomerAmounts.toDate(BEFORE),
                        then,
                        CustomerAmounts.toDate(AFTER),
                        Rfm.of(AFTER).groups(RfmScheme.standard()))
                .beside(moves);

        assertThat(migration.explain()).endsWith("no move is beyond chance\n");
        double squares = migration.moves().stream()
                .filter(move -> move.expected().orElseThrow() >= 5)
                .mapToDouble(move -> Math.pow(move.surprise().orElse(0), 2))
                .average()
                .orElseThrow();
        assertThat(squares).isBetween(0.3, 2.0);
    }

    @Test
    void theTopFallsBackByChanceAlone() {
        CustomerAmounts worth = CustomerAmounts.toDate(BEFORE);
        ValueTiers rule = ValueTiers.byQuantile(percent(80)).named("rest", "top");
        ExpectedMoves moves = expecting(
                        rule.groups(worth), after -> rule.groups(CustomerAmounts.between(BEFORE, after)))
                .draws(20)
                .build();

        double top = rule.groups(worth).count(1);
        assertThat(moves.mean(1, 1) + moves.mean(1, 0)).isCloseTo(top, within(1e-9));
        // Better than the fifth of those whom nothing sets apart, and far from all.
        assertThat(moves.mean(1, 1) / top).isBetween(0.4, 0.8);
        assertThat(moves.from()).isEqualTo(rule.groups(worth));
        assertThat(moves.to()).containsExactly("rest", "top");
    }

    /** Of 2,000 customers the parameters are known only so well, and chance is not all that may move a count. */
    @Test
    void doubtAboutTheParametersWidensWhatMayBe() {
        Groups then = Groups.of(new int[BEFORE.size()], List.of("all"));
        PosteriorOptions options = PosteriorOptions.defaults();
        Posterior<MbgNbd> purchases = MbgNbd.family().posterior(Tally.of(BEFORE), options);
        Posterior<GammaGamma> spend = GammaGamma.family().posterior(SpendTally.ofRepeatPurchases(BEFORE), options);
        ExpectedMoves known = ExpectedMoves.builder(LOG, BEFORE, then)
                .through(END)
                .models(purchases.mode().model(), spend.mode().model())
                .segments(ExpectedMovesTest::bought)
                .build();
        ExpectedMoves doubted = ExpectedMoves.builder(LOG, BEFORE, then)
                .through(END)
                .posteriors(purchases, spend)
                .segments(ExpectedMovesTest::bought)
                .build();

        assertThat(doubted.standardDeviation(0, 0)).isGreaterThan(1.2 * known.standardDeviation(0, 0));
        assertThat(doubted.mean(0, 0)).isCloseTo(known.mean(0, 0), within(2 * doubted.standardDeviation(0, 0)));
        assertThat(doubted.method())
                .isEqualTo("if everybody goes on as the mbg-nbd and gamma-gamma models say, with the doubt about their"
                        + " parameters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> expecting(then, ExpectedMovesTest::bought).posteriors(purchases, spend))
                .withMessageStartingWith("the model of purchases was already set to [pareto-nbd");
    }

    @Test
    void theSameSeedDrawsTheSame() {
        Groups then = Groups.of(new int[BEFORE.size()], List.of("all"));
        ExpectedMoves moves =
                expecting(then, ExpectedMovesTest::bought).draws(3).seed(1).build();
        ExpectedMoves again =
                expecting(then, ExpectedMovesTest::bought).draws(3).build();
        ExpectedMoves other =
                expecting(then, ExpectedMovesTest::bought).draws(3).seed(11).build();

        assertThat(again.mean(0, 0)).isEqualTo(moves.mean(0, 0));
        assertThat(other.mean(0, 0)).isNotEqualTo(moves.mean(0, 0));
    }

    /** Who came after the earlier date is in every future as he was. */
    @Test
    void newcomersAreThere() {
        CustomerTable early = LOG.summarize(LocalDate.of(2024, 6, 30), OPTIONS);
        CustomerTable later = LOG.summarize(MIDDLE, OPTIONS);
        int[] seen = new int[2];
        ExpectedMoves.builder(LOG, early, Groups.of(new int[early.size()], List.of("all")))
                .through(MIDDLE)
                .models(BgNbd.of(1, 10, 1, 2), SPEND)
                .draws(2)
                .segments(drawn -> {
                    seen[0] = drawn.size();
                    for (int row = 0; row < drawn.size(); row++) {
                        if (early.indexOf(drawn.id(row)) < 0) {
                            seen[1]++;
                            int really = later.indexOf(drawn.id(row));
                            assertThat(drawn.total(row)).isEqualTo(later.total(really));
                            assertThat(drawn.lastPurchase(row)).isEqualTo(later.lastPurchase(really));
                        }
                    }
                    return Groups.of(new int[drawn.size()], List.of("all"));
                })
                .build();

        assertThat(seen[0]).isEqualTo(later.size());
        assertThat(seen[1]).isEqualTo(2 * (later.size() - early.size())).isPositive();
    }

    @Test
    void whatIsMissingIsNamed() {
        Groups then = Groups.of(new int[BEFORE.size()], List.of("all"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExpectedMoves.builder(LOG, BEFORE, then).build())
                .withMessage("expected moves still need: the later date, the models, the rule of segments");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExpectedMoves.builder(LOG, BEFORE, Groups.of(new int[1], List.of("all"))))
                .withMessage("segments at the earlier date must have a row for each of the " + BEFORE.size()
                        + " customers, but had 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExpectedMoves.builder(LOG, BEFORE, then).through(MIDDLE))
                .withMessage("the later date must be after 2024-12-31, but was 2024-12-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExpectedMoves.builder(LOG, BEFORE, then).draws(1))
                .withMessage("draws must be at least 2, but were 1");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ExpectedMoves.builder(LOG, BEFORE, then).seed(1).seed(2))
                .withMessage("the seed was already set to 1");
    }

    @Test
    void aRuleMustFit() {
        Groups then = Groups.of(new int[BEFORE.size()], List.of("all"));
        int[] calls = {0};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> expecting(then, after -> Groups.of(new int[1], List.of("all")))
                        .build())
                .withMessage("the rule of segments must give a row for each of the " + AFTER.size()
                        + " customers, but gave 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> expecting(
                                then, after -> Groups.of(new int[after.size()], List.of("name " + calls[0]++)))
                        .build())
                .withMessage("the rule of segments must give the same names in every draw, but gave [name 0] and then"
                        + " [name 1]");
    }
}
