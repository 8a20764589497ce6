/** Customer lifetime value for the JVM: value types, a transaction ledger and value models. */
module io.clv.core {
    requires com.google.common;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.clv.ledger;
    exports io.clv.quantity;
    exports io.clv.task;
}
