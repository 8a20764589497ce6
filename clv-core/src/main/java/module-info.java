/** Customer lifetime value for the JVM: value types, a transaction ledger and value models. */
module io.clv.core {
    requires com.google.common;
    requires org.apache.commons.numbers.gamma;
    requires org.slf4j;
    requires static java.sql;
    requires static org.jspecify;

    exports io.clv;
    exports io.clv.btyd;
    exports io.clv.ledger;
    exports io.clv.ltv;
    exports io.clv.quantity;
    exports io.clv.task;

    uses io.clv.ltv.NamedLtvModel;

    provides io.clv.ltv.NamedLtvModel with
            io.clv.ltv.DiscountedLtv,
            io.clv.ltv.MarginAdjustedLtv,
            io.clv.ltv.SimpleLtv,
            io.clv.ltv.SubscriptionLtv;
}
