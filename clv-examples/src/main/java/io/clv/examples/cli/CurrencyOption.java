package io.clv.examples.cli;

import io.clv.quantity.Money;
import java.util.Currency;
import picocli.CommandLine.Option;

/** The currency of a command that reads amounts. */
final class CurrencyOption {

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "USD",
            description = "currency of amounts that name none (default: ${DEFAULT-VALUE})")
    private Currency currency = Money.currency("USD");

    Currency get() {
        return currency;
    }
}
