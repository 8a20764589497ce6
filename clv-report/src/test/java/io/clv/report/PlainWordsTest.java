package io.clv.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PlainWordsTest {

    @Test
    void readsFitsAndFigures() {
        assertThat(PlainWords.of("purchases follow the bg-nbd model with r 0.24, alpha 4.4 in weeks, fitted to 2,357"
                        + " customers with a prior (weak): log-likelihood -9582.43, converged"))
                .isEqualTo(Sentence.of("purchases.model", "bg-nbd", "r 0.24, alpha 4.4", "weeks", 2357L));
        assertThat(PlainWords.of("1 customer without a repeat purchase gets the mean spend of all, USD 35.41"))
                .isEqualTo(Sentence.of("spend.mean", 1L, Money.parse("USD 35.41")));
        assertThat(PlainWords.of("gross margin 30% for every customer"))
                .isEqualTo(Sentence.of("margin.all", Ratio.percent(30)));
        assertThat(PlainWords.of("churn 3% per month for every customer"))
                .isEqualTo(Sentence.of("input.all", "churn 3% per month"));
        assertThat(PlainWords.of("the hold-out has 7 purchases, too few to tell a good forecast from a lucky one:"
                        + " calibrate through an earlier date than 2025-06-30"))
                .isEqualTo(Sentence.of("hold-out.few", 7L, LocalDate.of(2025, 6, 30)));
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        Sentence kept = PlainWords.of("the moon is full");
        assertThat(kept.code()).isEqualTo(Sentence.TEXT);
        assertThat(kept).hasToString("the moon is full");
    }

    @Test
    void tellsWhatIsOfTheFit() {
        assertThat(PlainWords.posterior("the parameters of bg-nbd have a posterior under the weak prior by 1336"
                        + " evaluations of the likelihood, effective sample size at least 1228, k-hat -0.30"))
                .contains(Sentence.of("fit.posterior", "bg-nbd", 1228L));
        assertThat(PlainWords.posterior("the moon is full")).isEmpty();
        assertThat(Sentence.of("fit.posterior", "bg-nbd", 1228L)).hasToString("fit.posterior [bg-nbd, 1228]");
    }
}
