package io.clv.spark;

import io.clv.btyd.FitObjective;
import java.io.Serializable;
import java.util.function.Function;

/** Makes the likelihood of a partition's rows where the partition is: what can be sent there. */
interface Likelihood extends Function<WeightedRows, FitObjective>, Serializable {}
