package io.clv.examples.cli;

/** How a result is printed. The names are what the user types. */
enum OutputFormat {
    /** For reading. */
    TABLE,
    /** One row a customer, for other programs. */
    CSV,
    /** The same with what it rests on, for other programs. */
    JSON
}
