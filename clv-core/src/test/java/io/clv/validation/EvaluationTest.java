package io.clv.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clv.PublicData;
import io.clv.btyd.BgNbd;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.ParetoNbd;
import io.clv.btyd.TransactionModel;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.Split;
import io.clv.ledger.Transaction;
import io.clv.quantity.Money;
import io.clv.task.Parallelism;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final Parallelism ONE = Parallelism.sequential();

    static Ledger cdnow() {
        List<Transaction> transactions = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(PublicData.fader("cdnow_sample.csv"))) {
                String[] cells = line.split(",", -1);
                if (!Character.isDigit(cells[1].strip().charAt(0))) {
                    continue;
                }
                transactions.add(new Transaction(cells[1], LocalDate.parse(cells[2]), Money.parse("USD " + cells[4])));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Ledger.of(Money.currency("USD"), transactions);
    }

    static Split split(Ledger ledger) {
        return ledger.split(LocalDate.of(1997, 9, 30), LocalDate.of(1998, 6, 30), LedgerOptions.defaults());
    }

    private static Transaction at(String id, String date, String amount) {
        return new Transaction(id, LocalDate.parse(date), Money.parse("USD " + amount));
    }

    /** Four customers; in the hold-out of ten days a buys twice, b once, c and d nothing. */
    private static Split four() {
        return Ledger.of(
                        Money.currency("USD"),
                        List.of(
                                at("a", "2026-01-01", "10"),
                                at("a", "2026-01-03", "10"),
                                at("b", "2026-01-02", "10"),
                                at("c", "2026-01-02", "10"),
                                at("d", "2026-01-02", "10"),
                                at("a", "2026-01-12", "7"),
                                at("a", "2026-01-14", "5"),
                                at("b", "2026-01-20", "30"),
                                at("e", "2026-01-15", "99")))
                .split(LocalDate.parse("2026-01-10"), LocalDate.parse("2026-01-20"), LedgerOptions.defaults());
    }

    @Test
    void laysAForecastBesideWhatCame() {
        Forecast forecast = Forecast.of("mine", new double[] {1, 1, 0.5, 0}).withAmounts(new double[] {20, 10, 5, 0});

        Evaluation evaluation = Evaluation.of(four(), forecast);

        Scores counts = evaluation.counts();
        assertThat(counts.actual()).isEqualTo(3);
        assertThat(counts.predicted()).isEqualTo(2.5);
        assertThat(counts.bias()).isEqualTo(-0.5);
        assertThat(counts.relativeBias().orElseThrow()).isCloseTo(-1.0 / 6, within(1e-15));
        assertThat(counts.meanAbsoluteError()).isEqualTo(1.5 / 4);
        assertThat(counts.rootMeanSquareError()).isEqualTo(Math.sqrt(1.25 / 4));
        assertThat(counts.logScore()).isEmpty();
        Scores amounts = evaluation.amounts().orElseThrow();
        assertThat(amounts.actual()).isEqualTo(42);
        assertThat(amounts.predicted()).isEqualTo(35);
        assertThat(amounts.meanAbsoluteError()).isEqualTo((8 + 20 + 5 + 0) / 4.0);
        assertThat(evaluation.split().newcomers()).isEqualTo(1);
        assertThat(evaluation.histogram()).isEmpty();
        assertThat(evaluation.byFrequency())
                .containsExactly(
                        new Evaluation.FrequencyClass(0, false, 3, 1.0 / 3, 0.5),
                        new Evaluation.FrequencyClass(1, false, 1, 2, 1));
        assertThat(evaluation)
                .hasToString("mine: 2.5 purchases predicted, 3 came (bias -0.5), MAE 0.3750, RMSE 0.5590");
    }

    /** By hand: along the forecast 1.5, 1.5, 0, 0 (a tie), along the truth 2, 1, 0, 0. */
    @Test
    void ranksCustomersWithTiesSharedEvenly() {
        Evaluation evaluation = Evaluation.of(four(), Forecast.of("mine", new double[] {1, 1, 0.5, 0}));

        assertThat(evaluation.counts().gini().orElseThrow()).isCloseTo((1.5 * 3 + 1.5) / (2 * 3 + 1), within(1e-15));
        // The first tenth of four customers is 0.4 of the first one.
        assertThat(evaluation.counts().lift().orElseThrow()).isCloseTo(0.4 * 1.5 / 0.3, within(1e-12));
        assertThat(Evaluation.of(four(), Baselines.zero(four())).counts().gini().orElseThrow())
                .isCloseTo(0, within(1e-15));
        assertThat(Evaluation.of(four(), Forecast.of("truth", new double[] {2, 1, 0, 0}))
                        .counts()
                        .gini())
                .hasValue(1);
    }

    @Test
    void holdsThePublishedFiguresOfCdnow() {
        Ledger ledger = cdnow();
        Split split = split(ledger);
        ParetoNbd pareto = ParetoNbd.fit(split.calibration()).model();
        BgNbd bg = BgNbd.fit(split.calibration()).model();

        Evaluation zero = Evaluation.of(split, Baselines.zero(split));
        Evaluation byPareto = Evaluation.of(split, Forecast.of(pareto, split, ONE));
        Evaluation byBg = Evaluation.of(split, Forecast.of(bg, split, ONE));

        assertThat(zero.counts().actual()).isEqualTo(1882);
        assertThat(zero.counts().meanAbsoluteError()).isCloseTo(0.798, within(0.0005));
        assertThat(byPareto.counts().meanAbsoluteError()).isCloseTo(0.755, within(0.0005));
        assertThat(byPareto.counts().predicted()).isCloseTo(1665.5, within(0.05));
        assertThat(byBg.counts().predicted()).isCloseTo(1653.4, within(0.05));
        assertThat(byPareto.counts().logScore().orElseThrow())
                .isGreaterThan(-1.1)
                .isLessThan(0);
        assertThat(byBg.counts().gini().orElseThrow()).isBetween(0.6, 0.9);
        double customers = byBg.histogram().stream()
                .mapToDouble(Evaluation.CountClass::predicted)
                .sum();
        assertThat(customers).isCloseTo(2357, within(1e-9));
        assertThat(byBg.histogram().get(0).predicted())
                .isCloseTo(byBg.histogram().get(0).actual(), within(120.0));
        assertThat(byBg.deciles()).hasSize(10);
        assertThat(byBg.deciles().stream()
                        .mapToInt(Evaluation.Decile::customers)
                        .sum())
                .isEqualTo(2357);
    }

    @Test
    void amountsOfAModelArePurchasesTimesSpend() {
        Split split = split(cdnow());
        TransactionModel model = BgNbd.fit(split.calibration()).model();
        GammaGamma spend = GammaGamma.fit(split.calibration()).model();

        Forecast forecast = Forecast.of(model, split, ONE).withSpend(spend, split.calibration());
        double[] amounts = forecast.amounts().orElseThrow();

        int row = 17;
        int x = split.calibration().frequency(row);
        double mean = split.calibration().monetaryValue(row);
        assertThat(amounts[row])
                .isEqualTo(forecast.expected(row)
                        * (x == 0 ? spend.expectedSpendOfNewCustomer() : spend.expectedSpend(x, mean)));
        assertThat(Evaluation.of(split, forecast)
                        .amounts()
                        .orElseThrow()
                        .relativeBias()
                        .orElseThrow())
                .isBetween(-0.3, 0.3);
    }

    @Test
    void baselinesRepeatWhatWas() {
        Ledger ledger = cdnow();
        Split split = split(ledger);

        List<Forecast> baselines = Baselines.of(ledger, split);

        assertThat(baselines).extracting(Forecast::name).containsExactly("zero", "own rate", "base rate");
        Split shorter = ledger.split(LocalDate.of(1997, 9, 30), LocalDate.of(1997, 11, 30), LedgerOptions.defaults());
        Forecast last = Baselines.lastPeriod(ledger, shorter);
        Split before = ledger.split(LocalDate.of(1997, 7, 31), LocalDate.of(1997, 9, 30), LedgerOptions.defaults());
        double sum = 0;
        for (int row = 0; row < last.size(); row++) {
            sum += last.expected(row);
        }
        assertThat(sum).isEqualTo(before.holdoutPurchases());
        double base = baselines.get(2).expected(0);
        assertThat(base).isCloseTo(2457 / (2357 * 32.72) * 39, within(0.05));
    }

    @Test
    void refusesAForecastOfOthers() {
        Split split = four();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluation.of(split, Forecast.of("mine", new double[3])))
                .withMessage("forecasts must be for the 4 customers, but were for 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Forecast.of("mine", new double[] {0, -1}))
                .withMessage("expected purchases of row 1 must be finite and not negative, but was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Forecast.of("mine", new double[2]).withAmounts(new double[] {0, Double.NaN}))
                .withMessage("expected amount of row 1 must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluation.of(
                        Ledger.of(Money.currency("USD"), List.of())
                                .split(
                                        LocalDate.parse("2026-01-10"),
                                        LocalDate.parse("2026-01-20"),
                                        LedgerOptions.defaults()),
                        Forecast.of("mine", new double[0])))
                .withMessage("an evaluation must have at least one customer, but had none through 2026-01-10");
        Split within = Ledger.of(Money.currency("USD"), List.of(at("a", "2026-01-01", "10")))
                .split(
                        LocalDate.parse("2026-01-10"),
                        LocalDate.parse("2026-01-20"),
                        LedgerOptions.collapse(ChronoUnit.MONTHS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluation.of(within, Baselines.zero(within)))
                .withMessage("a hold-out must reach into another period of the grid (months in UTC), but was from"
                        + " 2026-01-10 through 2026-01-20");
    }

    private static Evaluation zero(String calibrated, String observed) {
        List<Transaction> rows = new ArrayList<>();
        for (int customer = 0; customer < 30; customer++) {
            rows.add(at("c" + customer, "2026-01-01", "10"));
            rows.add(at("c" + customer, "2026-02-01", "10"));
        }
        rows.add(at("c1", "2026-02-20", "10"));
        Split split = Ledger.of(Money.currency("USD"), rows)
                .split(LocalDate.parse(calibrated), LocalDate.parse(observed), LedgerOptions.defaults());
        return Evaluation.of(split, Baselines.zero(split));
    }

    @Test
    void saysWhereAHoldOutTellsLittle() {
        assertThat(zero("2026-01-20", "2026-02-05").notes()).isEmpty();
        assertThat(zero("2026-03-01", "2026-03-31").notes())
                .containsExactly("none of the 30 customers bought anything in the hold-out: make sure that the log is"
                        + " complete through 2026-03-31, or calibrate through an earlier date than 2026-03-01");
        assertThat(zero("2026-02-10", "2026-02-28").notes())
                .containsExactly("the hold-out has 1 purchase, too few to tell a good forecast from a lucky one:"
                        + " calibrate through an earlier date than 2026-02-10");
        assertThat(zero("2026-01-15", "2026-02-05").notes())
                .containsExactly("the hold-out is longer than any customer was observed for in the calibration (3.000"
                        + " and 2.000 weeks), and forecasts for it reach beyond what they learned from: calibrate"
                        + " through a later date than 2026-01-15");
    }
}
