package io.clv.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clv.btyd.BgNbd;
import io.clv.btyd.CovariateFamily;
import io.clv.btyd.Covariates;
import io.clv.btyd.Fit;
import io.clv.btyd.FitOptions;
import io.clv.btyd.FittedLtv;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.Histories;
import io.clv.btyd.Nbd;
import io.clv.btyd.ParameterInterval;
import io.clv.btyd.Predictions;
import io.clv.btyd.Tally;
import io.clv.btyd.TransactionModel;
import io.clv.btyd.ValueExplanation;
import io.clv.btyd.WithCovariates;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ltv.CustomerBase;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import io.clv.task.Parallelism;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Fits and predictions in both formats. */
class ModelResultsTest {

    private static String csv(Consumer<ResultWriter> result) {
        StringWriter out = new StringWriter();
        result.accept(ResultWriter.csv(out));
        return out.toString();
    }

    private static String json(Consumer<ResultWriter> result) {
        StringWriter out = new StringWriter();
        result.accept(ResultWriter.json(out));
        return out.toString();
    }

    private static JsonNode parsed(Consumer<ResultWriter> result) throws IOException {
        return new JsonMapper().readTree(json(result));
    }

    private static Tally tally() {
        return Tally.of(
                new double[] {0, 1, 2, 5, 12, 0, 3},
                new double[] {0, 3, 10, 20, 30, 0, 38},
                new double[] {39, 39, 39, 39, 39, 20, 39},
                new double[] {40, 10, 8, 4, 1, 30, 5},
                ChronoUnit.WEEKS);
    }

    private static Fit<Nbd> fit() {
        return Nbd.family().fit(tally());
    }

    /** A fit of chosen numbers, with the covariance of the logs of its parameters where it has one. */
    private static Fit<Nbd> written(String diagnosis, String... covariance) {
        String rows =
                covariance.length == 0 ? "" : "log-covariance " + String.join("\nlog-covariance ", covariance) + "\n";
        return Nbd.family().parse("""
                        clv-fit 1
                        model nbd
                        parameter r 0.5
                        parameter alpha 12.0
                        unit weeks
                        customers 98.0
                        purchases 71.0
                        log-likelihood -310.25
                        diagnosis %s
                        prior none
                        evaluations 17
                        %snote nobody, was left out
                        """.formatted(diagnosis, rows));
    }

    @Test
    void aFitInCsv() {
        assertThat(csv(out -> out.write(written("converged", "0.0 0.0", "0.0 0.0"))))
                .isEqualTo("""
                parameter,value,standard_error,low,high
                r,0.5,0.0,0.5,0.5
                alpha,12.0,0.0,12.0,12.0
                """);
        assertThat(csv(out -> out.write(written("at-boundary (r -> 0)")))).isEqualTo("""
                parameter,value,standard_error,low,high
                r,0.5,,,
                alpha,12.0,,,
                """);
    }

    @Test
    void aFitInJson() {
        assertThat(json(out -> out.write(written("converged", "0.0 0.0", "0.0 0.0"))))
                .isEqualTo("{\"model\":\"nbd\",\"parameters\":{\"r\":0.5,\"alpha\":12.0},\"unit\":\"weeks\","
                        + "\"log_likelihood\":-310.25,\"standard_errors\":{\"r\":0.0,\"alpha\":0.0},"
                        + "\"intervals_90\":{\"r\":{\"low\":0.5,\"high\":0.5},\"alpha\":{\"low\":12.0,\"high\":12.0}},"
                        + "\"held\":[],\"customers\":98,\"evaluations\":17,\"diagnosis\":\"converged\",\"aic\":624.5,"
                        + "\"bic\":" + (2 * Math.log(98) + 620.5) + ",\"prior\":\"none\","
                        + "\"notes\":[\"nobody, was left out\"]}\n");
        assertThat(json(out -> out.write(written("at-boundary (r -> 0)"))))
                .contains("\"standard_errors\":null,\"intervals_90\":null,\"held\":[],")
                .contains("\"diagnosis\":\"at-boundary (r -> 0)\"");
    }

    @Test
    void anEndThatNoNumberHoldsIsAbsent() {
        Fit<Nbd> fit = written("converged", "1e9 0.0", "0.0 0.0");

        assertThat(csv(out -> out.write(fit))).contains(",0.0,\nalpha,12.0,0.0,12.0,12.0\n");
        assertThat(json(out -> out.write(fit))).contains("\"intervals_90\":{\"r\":{\"low\":0.0,\"high\":null},");
    }

    @Test
    void intervalsAreWaldsAtNinetyPercentOnTheLogScale() throws IOException {
        Fit<Nbd> fit = fit();
        JsonNode json = parsed(out -> out.write(fit));

        for (String parameter : List.of("r", "alpha")) {
            double value = fit.parameter(parameter);
            double relative = fit.standardError(parameter).orElseThrow() / value;
            JsonNode interval = json.get("intervals_90").get(parameter);
            assertThat(json.get("standard_errors").get(parameter).asDouble())
                    .isEqualTo(fit.standardError(parameter).orElseThrow());
            assertThat(interval.get("low").asDouble())
                    .isCloseTo(value * Math.exp(-1.6448536269514722 * relative), within(1e-9 * value));
            ParameterInterval known = fit.interval(parameter, Ratio.percent(90)).orElseThrow();
            assertThat(interval.get("high").asDouble()).isEqualTo(known.high());
            assertThat(csv(out -> out.write(fit)))
                    .contains(parameter + "," + PlainNumber.of(value) + ",")
                    .contains("," + PlainNumber.of(known.low()) + "," + PlainNumber.of(known.high()) + "\n");
        }
        assertThat(json.get("log_likelihood").asDouble()).isEqualTo(fit.logLikelihood());
        assertThat(json.get("aic").asDouble()).isEqualTo(fit.aic());
        assertThat(json.get("bic").asDouble()).isEqualTo(fit.bic());
    }

    @Test
    void aHeldParameterHasNoErrorAndNoInterval() throws IOException {
        Fit<Nbd> fit = Nbd.family().fit(tally(), FitOptions.defaults().fixing("r", 0.5));
        JsonNode json = parsed(out -> out.write(fit));

        assertThat(csv(out -> out.write(fit))).startsWith("parameter,value,standard_error,low,high\nr,0.5,,,\nalpha,");
        assertThat(json.get("held").get(0).asText()).isEqualTo("r");
        assertThat(json.get("standard_errors").get("r").isNull()).isTrue();
        assertThat(json.get("intervals_90").get("r").isNull()).isTrue();
        assertThat(json.get("intervals_90").get("alpha").get("low").isNumber()).isTrue();
    }

    @Test
    void weightsMayMakePartsOfCustomers() throws IOException {
        Fit<Nbd> fit = Nbd.family()
                .fit(Tally.of(
                        new double[] {0, 1, 4},
                        new double[] {0, 1, 2},
                        new double[] {3, 3, 3},
                        new double[] {3.5, 2, 1},
                        ChronoUnit.WEEKS));

        assertThat(parsed(out -> out.write(fit)).get("customers").asDouble()).isEqualTo(6.5);
    }

    private static Predictions predictions(OptionalDouble delta) {
        Histories histories = Histories.of(
                        new double[] {2, 0}, new double[] {30.43, 0}, new double[] {38.86, 38.86}, ChronoUnit.WEEKS)
                .withIds(List.of("ann, the first", "bob"));
        return Predictions.of(BgNbd.of(0.243, 4.414, 0.793, 2.426), histories, 39, delta, Parallelism.sequential());
    }

    @Test
    void predictionsInCsv() {
        Predictions with = predictions(OptionalDouble.of(0.0027));

        assertThat(csv(out -> out.write(with)))
                .isEqualTo("customer,p_alive,expected_transactions,dert,log_likelihood\n"
                        + "\"ann, the first\"," + with.probabilityAlive(0) + "," + with.expectedTransactions(0) + ","
                        + with.dert(0).orElseThrow() + "," + with.logLikelihood(0) + "\n"
                        + "bob,1.0," + with.expectedTransactions(1) + ","
                        + with.dert(1).orElseThrow() + ","
                        + with.logLikelihood(1) + "\n");
        Predictions without = predictions(OptionalDouble.empty());
        assertThat(csv(out -> out.write(without)))
                .contains("bob,1.0," + without.expectedTransactions(1) + ",," + without.logLikelihood(1) + "\n");
    }

    @Test
    void predictionsInJson() throws IOException {
        Predictions with = predictions(OptionalDouble.of(0.0027));
        JsonNode json = parsed(out -> out.write(with));

        assertThat(json.get("model").asText()).isEqualTo("bg-nbd");
        assertThat(json.get("parameters").get("alpha").asDouble()).isEqualTo(4.414);
        assertThat(json.get("unit").asText()).isEqualTo("weeks");
        assertThat(json.get("horizon").asDouble()).isEqualTo(39);
        assertThat(json.get("delta").asDouble()).isEqualTo(0.0027);
        assertThat(json.get("alive").asDouble()).isEqualTo(with.totalAlive());
        assertThat(json.get("expected_transactions").asDouble()).isEqualTo(with.totalExpectedTransactions());
        assertThat(json.get("dert").asDouble()).isEqualTo(with.totalDert().orElseThrow());
        assertThat(json.get("log_likelihood").asDouble()).isEqualTo(with.totalLogLikelihood());
        JsonNode ann = json.get("customers").get(0);
        assertThat(ann.get("customer").asText()).isEqualTo("ann, the first");
        assertThat(ann.get("p_alive").asDouble()).isEqualTo(with.probabilityAlive(0));
        assertThat(ann.get("expected_transactions").asDouble()).isCloseTo(1.226, within(0.001));
        assertThat(ann.get("dert").asDouble()).isEqualTo(with.dert(0).orElseThrow());
        assertThat(json(out -> out.write(with)).lines()).hasSize(3);
        JsonNode without = parsed(out -> out.write(predictions(OptionalDouble.empty())));
        assertThat(without.get("delta").isNull()).isTrue();
        assertThat(without.get("dert").isNull()).isTrue();
        assertThat(without.get("customers").get(1).get("dert").isNull()).isTrue();
    }

    @Test
    void noLocaleMakesADifference() {
        Fit<Nbd> fit = fit();
        String before = json(out -> out.write(fit)) + csv(out -> out.write(predictions(OptionalDouble.empty())));
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(json(out -> out.write(fit)) + csv(out -> out.write(predictions(OptionalDouble.empty()))))
                    .isEqualTo(before);
        } finally {
            Locale.setDefault(locale);
        }
    }

    /** Two customers by a model with a covariate, whose factors are plain numbers. */
    private static ValueExplanation explanation() {
        LocalDate end = LocalDate.parse("2025-12-31");
        CustomerTable customers = Ledger.builder(Money.currency("USD"))
                .add("ann", end.minusDays(70), Money.parse("USD 10"))
                .add("ann", end.minusDays(35), Money.parse("USD 20"))
                .add("bob, jr", end.minusDays(70), Money.parse("USD 10"))
                .build()
                .summarize(end, LedgerOptions.defaults());
        Fit<? extends WithCovariates<? extends TransactionModel>> purchases = CovariateFamily.parse("""
                clv-fit 1
                model nbd+covariates
                covariate number 0.0 1.0 income
                parameter r 1.0
                parameter alpha 10.0
                parameter purchases:income 0.5
                unit weeks
                customers 98.0
                purchases 71.0
                log-likelihood -310.25
                diagnosis converged
                prior none
                evaluations 17
                """);
        Fit<GammaGamma> spend = GammaGamma.family().parse("""
                clv-fit 1
                model gamma-gamma
                parameter p 2.0
                parameter q 3.0
                parameter v 20.0
                unit USD
                customers 98.0
                purchases 71.0
                log-likelihood -310.25
                diagnosis converged
                prior none
                evaluations 17
                """);
        CustomerBase base = CustomerBase.of(customers)
                .withEach(FittedLtv.COVARIATES, row -> Optional.of(Covariates.of("income", 2.0 * row)));
        return FittedLtv.withCovariates(purchases, spend)
                .over(Span.weeks(20))
                .model()
                .explain(base, "bob, jr");
    }

    @Test
    void anExplanationInCsv() {
        assertThat(csv(out -> out.write(explanation()))).isEqualTo("""
                customer,driver,share,own,average,contribution,because
                "bob, jr",average,,,,34.62,
                "bob, jr",p_alive,,1.0,1.0,0.00,"no purchase since the first, 10 weeks ago, of which the nbd+covariates model concludes nothing; the last one 7.5 weeks ago on average"
                "bob, jr",purchases,,1.4621171572600098,1.7310585786300048,-5.38,"no repeat purchase in 10 weeks, against 0.5 in 10 weeks"
                "bob, jr",purchases,history,,,-14.62,
                "bob, jr",purchases,income=2,,,9.24,
                "bob, jr",spend,,20.0,20.0,0.00,"no repeat purchase, so the mean spend of all"
                "bob, jr",value,,,,29.24,
                """);
    }

    @Test
    void anExplanationInJson() {
        assertThat(json(out -> out.write(explanation()))).isEqualTo("""
                {"customer":"bob, jr","model":"nbd+covariates","value":29.24,"average":34.62,"currency":"USD","customers":2,"interval":null,"basis":"residual after observation","measure":"revenue","horizon":"20 weeks","discount":"0% per year","assumptions":[
                "purchases follow the nbd+covariates model with r 1, alpha 10, purchases:income 0.5 in weeks, fitted to 98 customers: log-likelihood -310.25, converged",
                "spend on a purchase follows the gamma-gamma model with p 2, q 3, v 20 in USD, fitted to 98 customers: log-likelihood -310.25, converged",
                "1 customer without a repeat purchase gets the mean spend of all, USD 20.00",
                "P(alive) is 1 for every customer: in the nbd+covariates model nobody leaves",
                "no costs, as no margin was given: this is revenue and not profit"],"history":{"frequency":0.0,"recency":0.0,"age":10.0,"spend":null},"average_history":{"frequency":0.5,"recency":2.5,"age":10.0,"spend":20.0},"contributions":[
                {"driver":"p_alive","own":1.0,"average":1.0,"contribution":0.00,"because":"no purchase since the first, 10 weeks ago, of which the nbd+covariates model concludes nothing; the last one 7.5 weeks ago on average","shares":{}},
                {"driver":"purchases","own":1.4621171572600098,"average":1.7310585786300048,"contribution":-5.38,"because":"no repeat purchase in 10 weeks, against 0.5 in 10 weeks","shares":{"history":-14.62,"income=2":9.24}},
                {"driver":"spend","own":20.0,"average":20.0,"contribution":0.00,"because":"no repeat purchase, so the mean spend of all","shares":{}}]}
                """);
    }
}
