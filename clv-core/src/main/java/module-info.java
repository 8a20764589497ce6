/** Customer lifetime value for the JVM: value types, a transaction ledger and value models. */
module io.clv.core {
    requires com.google.common;
    requires org.apache.commons.numbers.gamma;
    requires org.slf4j;
    requires static java.sql;
    requires static org.jspecify;

    exports io.clv;
    exports io.clv.btyd;
    exports io.clv.cohort;
    exports io.clv.economics;
    exports io.clv.ledger;
    exports io.clv.lifecycle;
    exports io.clv.ltv;
    exports io.clv.quantity;
    exports io.clv.scenario;
    exports io.clv.segment;
    exports io.clv.task;
    exports io.clv.validation;

    uses io.clv.btyd.ContractFamily;
    uses io.clv.btyd.SpendFamily;
    uses io.clv.btyd.TransactionFamily;
    uses io.clv.ltv.NamedLtvModel;
    uses io.clv.ltv.NamedLtvModel.Source;

    provides io.clv.btyd.ContractFamily with
            io.clv.btyd.BetaDiscreteWeibull.Family,
            io.clv.btyd.ShiftedBetaGeometric.Family;
    provides io.clv.btyd.SpendFamily with
            io.clv.btyd.GammaGamma.Family;
    provides io.clv.btyd.TransactionFamily with
            io.clv.btyd.BgBb.Family,
            io.clv.btyd.BgNbd.Family,
            io.clv.btyd.GGompertzNbd.Family,
            io.clv.btyd.MbgNbd.Family,
            io.clv.btyd.Nbd.Family,
            io.clv.btyd.ParetoNbd.Family;
    provides io.clv.ltv.NamedLtvModel with
            io.clv.ltv.DiscountedLtv,
            io.clv.ltv.MarginAdjustedLtv,
            io.clv.ltv.SimpleLtv,
            io.clv.ltv.SubscriptionLtv;
    provides io.clv.ltv.NamedLtvModel.Source with
            io.clv.btyd.FittedModels;
}
