package io.clv.economics;

import static io.clv.economics.Figures.refused;
import static io.clv.economics.Figures.usd;
import static io.clv.quantity.Ratio.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.quantity.Money;
import org.junit.jupiter.api.Test;

class SaleOddsTest {

    @Test
    void theRuleOfThumb() {
        SaleOdds odds = SaleOdds.commonlyQuoted();
        // 60 / 20 and 70 / 5
        assertThat(odds.timesLikelierAtLeast()).isCloseTo(3, within(1e-15));
        assertThat(odds.timesLikelierAtMost()).isCloseTo(14, within(1e-14));
        assertThat(odds).hasToString("existing 60% to 70%, new 5% to 20%");
    }

    @Test
    void anOfferIsHeldAgainstItsOdds() {
        SaleOdds.Offer offer = SaleOdds.commonlyQuoted().offer(usd("40"), usd("2"), usd("3"));
        // 2 / .7 and 2 / .6; 40 x .6 - 2 and 40 x .7 - 2; 3 / .2 and 3 / .05; 40 x .05 - 3 and 40 x .2 - 3
        assertThat(offer.explain()).isEqualTo("""
                an offer to an existing customer sells with 60% to 70%, costs USD 2.86 to USD 3.33 a sale and leaves USD 22.00 to USD 26.00 a contact; it may cost USD 24.00 to USD 28.00
                an offer to a new customer sells with 5% to 20%, costs USD 15.00 to USD 60.00 a sale and leaves USD -1.00 to USD 5.00 a contact; it may cost USD 2.00 to USD 8.00
                this sale alone: what a new customer brings later is in the lifetime value
                """);
        assertThat(SaleOdds.of(percent(50), percent(10))
                        .offer(usd("40"), usd("2"), usd("3"))
                        .explain())
                .startsWith(
                        "an offer to an existing customer sells with 50%, costs USD 4.00 a sale and leaves USD 18.00 a"
                                + " contact; it may cost USD 20.00\n");
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(
                () -> SaleOdds.of(percent(50), percent(0)),
                "odds of selling to a new customer must be above 0%, at most 100% and in order, but were 0% to 0%");
        refused(
                () -> new SaleOdds(percent(70), percent(60), percent(5), percent(20)),
                "odds of selling to an existing customer must be above 0%, at most 100% and in order, but were 70% to 60%");
        refused(
                () -> SaleOdds.commonlyQuoted().offer(usd("1"), usd("-1"), usd("1")),
                "cost of an offer to existing customers must not be negative, but was USD -1.00");
        refused(
                () -> SaleOdds.commonlyQuoted().offer(usd("1"), usd("1"), Money.parse("EUR 1")),
                "cannot add USD and EUR: USD 1.00, EUR 1.00");
    }
}
