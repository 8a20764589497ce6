package io.clv;

import io.clv.btyd.FittedLtv;
import io.clv.btyd.LtvFitting;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.Transaction;
import io.clv.ltv.DiscountedLtv;
import io.clv.ltv.MarginAdjustedLtv;
import io.clv.ltv.NamedLtvModel;
import io.clv.ltv.SimpleLtv;
import io.clv.ltv.SubscriptionLtv;
import io.clv.quantity.Money;
import java.util.Currency;
import java.util.List;

/**
 * The front door of the library:
 *
 * <pre>{@code
 * Estimate ltv = Clv.simple().averageOrderValue("USD 50").orders(perYear(4)).lifespan(years(3)).estimate();
 *
 * CustomerTable customers = Clv.ledger("USD").read(transactions)
 *         .summarize(LocalDate.of(1997, 9, 30), collapse(DAYS).unit(WEEKS));
 * CustomerValues values = Clv.marginAdjusted().grossMargin(percent(30)).model().value(customers);
 * }</pre>
 */
public final class Clv {

    private Clv() {}

    /**
     * The simple formula: average order value x orders x lifespan.
     *
     * @return a builder
     */
    public static SimpleLtv.Builder simple() {
        return SimpleLtv.builder();
    }

    /**
     * The margin-adjusted formula: margin less running costs, x lifespan or / churn, less acquisition cost.
     *
     * @return a builder
     */
    public static MarginAdjustedLtv.Builder marginAdjusted() {
        return MarginAdjustedLtv.builder();
    }

    /**
     * The discounted formula: margin of each period x share of customers left, discounted.
     *
     * @return a builder
     */
    public static DiscountedLtv.Builder discounted() {
        return DiscountedLtv.builder();
    }

    /**
     * The subscription formula: payments while the customer stays, with expansion, prepaid terms and deliveries.
     *
     * @return a builder
     */
    public static SubscriptionLtv.Builder subscription() {
        return SubscriptionLtv.builder();
    }

    /**
     * Starts to fit models of purchases and spend to customers, which then value them:
     *
     * <pre>{@code
     * CustomerValues values = Clv.fit(customers).transactions(BgNbd.family()).spend(GammaGamma.family())
     *         .grossMargin(percent(30)).discountedAt(annually(percent(15))).over(years(1)).value();
     * }</pre>
     *
     * @param customers the customers
     * @return a builder
     */
    public static LtvFitting fit(CustomerTable customers) {
        return FittedLtv.fit(customers);
    }

    /**
     * Starts a ledger of one currency.
     *
     * @param currencyCode an ISO 4217 code, such as USD
     * @return what reads the transactions
     * @throws IllegalArgumentException if the code is unknown, or the currency has no minor digits
     */
    public static LedgerReader ledger(String currencyCode) {
        return new LedgerReader(Money.currency(currencyCode));
    }

    /**
     * The model of a name, as declared to {@link java.util.ServiceLoader}.
     *
     * @param name such as "margin-adjusted" or "bg-nbd"
     * @return the model
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public static NamedLtvModel model(String name) {
        return NamedLtvModel.named(name);
    }

    /**
     * All models that have a name.
     *
     * @return the models, in the order of their names
     */
    public static List<NamedLtvModel> models() {
        return NamedLtvModel.all();
    }

    /** Reads transactions into a ledger. */
    public static final class LedgerReader {
        private final Currency currency;

        private LedgerReader(Currency currency) {
            this.currency = currency;
        }

        /**
         * Reads all transactions.
         *
         * @param transactions what was bought, in any order
         * @return the ledger
         * @throws IllegalArgumentException if one is of another currency
         */
        public Ledger read(Iterable<Transaction> transactions) {
            return Ledger.of(currency, transactions);
        }
    }
}
