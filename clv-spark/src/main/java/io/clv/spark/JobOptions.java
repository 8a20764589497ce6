package io.clv.spark;

import io.clv.btyd.SpendFamily;
import io.clv.btyd.TransactionFamily;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.RefundPolicy;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Horizon;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What {@link LifetimeValueJob} is to do.
 *
 * @param log where the log is
 * @param out where results go
 * @param columns how the log is read
 * @param observedThrough the end of observation
 * @param ledger how the log is summarised
 * @param transactions how customers buy and leave
 * @param spend what they spend
 * @param grossMargin what is left of revenue; none for revenue
 * @param discount what waiting takes off; none for nothing
 * @param horizon how far ahead
 * @param level of the intervals; none for no intervals
 */
record JobOptions(
        String log,
        String out,
        LogColumns columns,
        LocalDate observedThrough,
        LedgerOptions ledger,
        TransactionFamily<?> transactions,
        SpendFamily<?> spend,
        Optional<Ratio> grossMargin,
        Optional<DiscountRate> discount,
        Horizon horizon,
        Optional<Ratio> level) {

    private static final String LOG = "--log";
    private static final String OUT = "--out";
    private static final String CURRENCY = "--currency";
    private static final String THROUGH = "--observed-through";
    private static final String HORIZON = "--horizon";

    private static final List<String> NEEDED = List.of(LOG, OUT, CURRENCY, THROUGH, HORIZON);

    private static final List<String> OPTIONAL = List.of(
            "--customer",
            "--date",
            "--amount",
            "--unit",
            "--refunds",
            "--transactions",
            "--spend",
            "--gross-margin",
            "--discount",
            "--interval");

    static final String USAGE = "usage: LifetimeValueJob"
            + " --log PARQUET --out FOLDER --currency USD --observed-through 2024-12-31 --horizon '1 year'\n"
            + "    [--customer COLUMN] [--date COLUMN] [--amount COLUMN]\n"
            + "    [--unit days|weeks|months|years] [--refunds reject|net|net-dropping-periods|ignore]\n"
            + "    [--transactions bg-nbd] [--spend gamma-gamma]\n"
            + "    [--gross-margin 30%] [--discount 10%] [--interval 90%]\n";

    static JobOptions parse(String... arguments) {
        Map<String, String> given = given(arguments);
        List<String> missing =
                NEEDED.stream().filter(name -> !given.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the job still needs: " + String.join(", ", missing));
        }
        Values values = new Values(given);
        LogColumns columns = LogColumns.of(values.of(CURRENCY, "", Money::currency))
                .customer(values.of("--customer", "customer", Function.identity()))
                .date(values.of("--date", "date", Function.identity()))
                .amount(values.of("--amount", "amount", Function.identity()));
        LedgerOptions ledger = LedgerOptions.defaults()
                .unit(values.of("--unit", "weeks", JobOptions::unit))
                .refunds(values.of("--refunds", "reject", JobOptions::refunds));
        return new JobOptions(
                values.of(LOG, "", Function.identity()),
                values.of(OUT, "", Function.identity()),
                columns,
                values.of(THROUGH, "", LocalDate::parse),
                ledger,
                values.<TransactionFamily<?>>of("--transactions", "bg-nbd", TransactionFamily::named),
                values.<SpendFamily<?>>of("--spend", "gamma-gamma", SpendFamily::named),
                values.ifGiven("--gross-margin", Ratio::parse),
                values.ifGiven("--discount", DiscountRate::parse),
                values.of(HORIZON, "", Horizon::parse),
                values.ifGiven("--interval", Ratio::parse));
    }

    private static Map<String, String> given(String... arguments) {
        List<String> known = new ArrayList<>(NEEDED);
        known.addAll(OPTIONAL);
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i];
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "option must be one of " + String.join(", ", known) + ", but was '" + name + "'");
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("option " + name + " must have a value, but had none");
            }
            if (given.putIfAbsent(name, arguments[i + 1]) != null) {
                throw new IllegalArgumentException("option " + name + " was already set to '" + given.get(name) + "'");
            }
        }
        return given;
    }

    private static ChronoUnit unit(String name) {
        return oneOf("unit", name, List.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS, ChronoUnit.YEARS));
    }

    private static RefundPolicy refunds(String name) {
        return oneOf("policy of refunds", name, Arrays.asList(RefundPolicy.values()));
    }

    private static <E extends Enum<E>> E oneOf(String what, String name, List<E> all) {
        return all.stream()
                .filter(each -> word(each).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(what + " must be one of "
                        + String.join(", ", all.stream().map(JobOptions::word).toList()) + ", but was '" + name
                        + "'"));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The texts that were given, each read once. */
    private record Values(Map<String, String> given) {

        <T> T of(String name, String unlessGiven, Function<String, ? extends T> read) {
            try {
                return read.apply(given.getOrDefault(name, unlessGiven));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
            }
        }

        <T> Optional<T> ifGiven(String name, Function<String, T> read) {
            return given.containsKey(name) ? Optional.of(of(name, "", read)) : Optional.empty();
        }
    }
}
