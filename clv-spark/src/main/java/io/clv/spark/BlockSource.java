package io.clv.spark;

import java.util.function.IntFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Something that states are made of: a log, or states that were stored.
 *
 * @param session whose it is
 * @param blocks its states in blocks, each with the partition of so many that its customers go to
 */
record BlockSource(SparkSession session, IntFunction<Dataset<Row>> blocks) {}
