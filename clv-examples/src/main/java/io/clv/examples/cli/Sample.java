package io.clv.examples.cli;

import io.clv.btyd.Histories;
import io.clv.btyd.SpendTally;
import io.clv.btyd.Tally;

/** Customers as a file has them: what a model is fitted to, and what it is asked about. */
interface Sample {

    /** The histories that a fit may use. */
    Tally tally();

    /** What was spent on repeat purchases, or on all. */
    SpendTally spend(boolean firstIncluded);

    /** The histories of all customers. */
    Histories histories();

    /** How many customers each of the histories stands for. */
    double[] weights();
}
