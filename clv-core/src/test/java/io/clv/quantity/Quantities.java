package io.clv.quantity;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** What properties of this package are tried on: every unit of time and every currency that can hold money. */
final class Quantities extends DomainContextBase {

    static final List<ChronoUnit> UNITS =
            List.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS, ChronoUnit.YEARS);

    static final List<Currency> CURRENCIES = currencies(true);

    static final List<Currency> CURRENCIES_WITHOUT_DIGITS = currencies(false);

    private static List<Currency> currencies(boolean withDigits) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0 == withDigits)
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .toList();
    }

    @Provide
    Arbitrary<ChronoUnit> units() {
        return Arbitraries.of(UNITS);
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of(CURRENCIES);
    }
}
