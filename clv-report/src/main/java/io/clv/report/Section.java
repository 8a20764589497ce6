package io.clv.report;

/** The parts of a report, in the order in which it shows them. */
public enum Section {

    /** What the base is worth, with its interval: {@link ReportRows#summary()}. */
    VALUE,

    /** Customers by tier of value: {@link ReportRows#tiers()}. */
    TIERS,

    /** How much few customers hold: {@link ReportRows#lorenz()}. */
    CONCENTRATION,

    /** How values are spread: {@link ReportRows#values()}. */
    DISTRIBUTION,

    /** The chance that customers are still active: {@link ReportRows#alive()}. */
    ALIVE,

    /** Purchases as they came beside those expected, over time: {@link ReportRows#tracking()}. */
    TRACKING,

    /** What was forecast for a time that was held out: {@link ReportRows#frequencies()}. */
    HOLD_OUT,

    /** Customers who came together, as they grow older: {@link ReportRows#cohorts()}. */
    COHORTS,

    /** What a customer of a cohort has brought so far: {@link ReportRows#cumulative()}. */
    CUMULATIVE,

    /** Where customers stand: {@link ReportRows#stages()}. */
    STAGES,

    /** What customers cost and are worth by channel: {@link ReportRows#channels()}. */
    CHANNELS,

    /** Whom to call first: {@link ReportRows#actions()}. */
    ACTIONS,

    /** What the values rest on: {@link ReportRows#assumptions()}. */
    ASSUMPTIONS,

    /** How well the models could be fitted: {@link ReportRows#diagnosis()}. */
    DIAGNOSIS
}
