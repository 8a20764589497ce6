package io.clv.examples.cli;

/** The tables of an evaluation. */
enum EvaluationPart {
    SCORES,
    BY_FREQUENCY,
    DECILES,
    HISTOGRAM,
    PIT,
    TRACKING,
    COHORTS
}
