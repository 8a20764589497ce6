package io.clv.btyd;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.years;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.CustomerValues.Column;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fitted pair of models goes by text where objects cannot, and values there as it does here. */
class LtvTextTest {

    private static final LocalDate END = LocalDate.of(2024, 12, 29);

    private static final CustomerTable CUSTOMERS = customers();

    private static CustomerTable customers() {
        Ledger.Builder ledger = Ledger.builder(Money.currency("EUR"));
        for (int customer = 0; customer < 120; customer++) {
            for (int purchase = 0; purchase <= customer % 5; purchase++) {
                ledger.add(
                        "c" + customer,
                        END.minusDays(300 - customer % 7 * 9 - purchase * (17L + customer % 11)),
                        Money.ofMinor(900 + 37 * (customer % 13) + 11 * purchase, Money.currency("EUR")));
            }
        }
        return ledger.build().summarize(END);
    }

    private static LtvFitting builder() {
        return FittedLtv.fit(CUSTOMERS)
                .transactions(BgNbd.family())
                .spend(GammaGamma.family())
                .grossMargin(percent(30))
                .discountedAt(annually(percent(15)))
                .over(years(1));
    }

    private static CustomerValues values(FittedLtv model) {
        return model.value(CustomerBase.of(CUSTOMERS));
    }

    private static void assertSame(FittedLtv model) {
        String text = model.toText();
        FittedLtv read = FittedLtv.parse(text);
        assertThat(read.toText()).isEqualTo(text);
        CustomerValues own = values(model);
        CustomerValues theirs = values(read);
        assertThat(theirs.explain()).isEqualTo(own.explain());
        for (int row = 0; row < own.size(); row++) {
            assertThat(theirs.amount(row)).isEqualTo(own.amount(row));
            assertThat(theirs.interval(row)).isEqualTo(own.interval(row));
            assertThat(theirs.get(Column.P_ALIVE, row)).isEqualTo(own.get(Column.P_ALIVE, row));
        }
    }

    @Test
    void valuesAreTheSame() {
        assertSame(builder().model());
        assertSame(FittedLtv.fit(CUSTOMERS)
                .transactions(ParetoNbd.family())
                .spend(GammaGamma.family())
                .spendIncludesFirstPurchase()
                .grossMargin(percent(32.5))
                .costToServe("EUR 0.35", ChronoUnit.MONTHS)
                .acquisitionCost("EUR 12.50")
                .firstOrder(Money.parse("EUR 9"))
                .discountedAt(annually(percent(7.25)))
                .forever()
                .model());
    }

    @Test
    void intervalsAreTheSame() {
        assertSame(builder().intervals(Interval.Of.MEAN, percent(90)).model());
        assertSame(builder().intervals(Interval.Of.OUTCOME, percent(80)).model());
    }

    @Test
    void theAbsenceOfDrawsIsHandedOn() {
        Fit<BgNbd> purchases = BgNbd.fit(CUSTOMERS);
        Fit<GammaGamma> spend = GammaGamma.fit(CUSTOMERS);
        FittedLtv model = FittedLtv.of(purchases, spend)
                .over(years(1))
                .intervals(Interval.Of.MEAN, percent(90))
                .model();
        assertSame(model);
        assertThat(values(FittedLtv.parse(model.toText())).assumptions())
                .contains("nothing of how sure the values are, as there is no interval: the posteriors of the models"
                        + " were not given, and the customers whom they were fitted to are not known");
    }

    @Test
    void drawsAreKeptOnlyWhereIntervalsAreAskedFor() {
        FittedLtv read = FittedLtv.parse(builder().model().toText());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read.intervals(CustomerBase.of(CUSTOMERS), Interval.Of.MEAN, percent(90)))
                .withMessage("there is no interval: the model was read from a text, which holds draws of the parameters"
                        + " only where intervals were asked for");
    }

    @Test
    void whatMakesDrawsUnfitIsHandedOn() {
        String text = builder().intervals(Interval.Of.MEAN, percent(90)).model().toText();
        StringBuilder doubtful = new StringBuilder();
        text.lines()
                .filter(line -> !line.startsWith("draw ") && !line.startsWith("draws-diagnosis"))
                .forEach(line -> doubtful.append(line).append('\n'));
        doubtful.append("draws-fault bg-nbd tail that is too long\n");
        FittedLtv read = FittedLtv.parse(doubtful.toString());
        assertThat(read.toText()).contains("draws-fault bg-nbd tail that is too long\n");
        assertThat(values(read).totalInterval()).isEmpty();
        assertThat(values(read).assumptions())
                .contains("nothing of how sure the values are, as there is no interval: the parameters of"
                        + " bg-nbd have a tail that is too long");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FuturePurchases.of(read))
                .withMessage("the posterior of bg-nbd must be reliable, but was not: tail that is too long");
    }

    @Test
    void futuresAreTheSame() {
        FittedLtv model = builder().intervals(Interval.Of.MEAN, percent(90)).model();
        assertThat(FuturePurchases.of(FittedLtv.parse(model.toText())).assumptions())
                .isEqualTo(FuturePurchases.of(model).assumptions());
    }

    @Test
    void whatHasNoTextSaysSo() {
        FittedLtv shocked = builder().model().under(Shock.buyingTimes(0.9));
        assertThatIllegalStateException()
                .isThrownBy(shocked::toText)
                .withMessage("a model under a shock has no text form; the model without it has");
    }

    @Test
    void otherTextsAreRefused() {
        String text = builder().intervals(Interval.Of.MEAN, percent(90)).model().toText();
        List<String[]> faults = List.of(
                new String[] {"", "line 1 must be 'clv-fitted-ltv 1', but was ''"},
                new String[] {"clv-fit 2", "line 1 must be 'clv-fitted-ltv 1', but was 'clv-fit 2'"},
                new String[] {
                    text + "colour red",
                    "line " + (text.lines().count() + 1) + " must begin with one of clv-fitted-ltv, term, spend-of,"
                            + " interval, transactions, spend, draws-absent, draws-seed, draws-fault, draws-diagnosis,"
                            + " draw, but was 'colour red'"
                },
                new String[] {
                    text.replace("spend-of repeat purchases\n", ""),
                    "a fitted model must have one line 'spend-of', but had 0"
                },
                new String[] {
                    text.replace("repeat purchases", "none"),
                    "spend-of must be 'repeat purchases' or 'all purchases', but was 'none'"
                },
                new String[] {
                    text.replace("term gross-margin", "term margin"),
                    "term must be one of gross-margin, cost-to-serve, discount, horizon, acquisition-cost, first-order,"
                            + " but was 'margin 30%'"
                },
                new String[] {
                    text.replace("interval mean", "interval median"),
                    "interval must be of one of mean, outcome and have a level, but was 'median 90%'"
                },
                new String[] {
                    text.replace("draws-seed 1", "draws-seed one"), "draws-seed must be a whole number, but was 'one'"
                },
                new String[] {text + "draw 1 2 3 4", "draw must have the parameters of both models, but was '1 2 3 4'"},
                new String[] {
                    text + "draws-diagnosis bg-nbd good",
                    "a model with intervals must have two lines 'draws-diagnosis', but had 3"
                },
                new String[] {
                    text + "draws-diagnosis good",
                    "a diagnosis must have a model and what is said of its draws, but was 'good'"
                },
                new String[] {text + "draw 1 2 3 4 and 1 2 x", "draw must be of numbers, but was '1 2 x'"},
                new String[] {
                    text.replaceAll("(?m)^draw .*$\n", ""), "a model with intervals must have draws, but had none"
                });
        for (String[] fault : faults) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FittedLtv.parse(fault[0]))
                    .withMessage(fault[1]);
        }
    }
}
