package io.clv.ledger;

import io.clv.quantity.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The conventions of the package once more, plainly: trees of exact amounts, no cleverness, for tests to compare. */
final class SlowSummary {

    /** A row of a log that is to be summarised. */
    record Row(String id, LocalDate date, long minor) {}

    /** One customer: periods in order, with the amounts in each. */
    private static final class History {
        final TreeMap<Integer, List<Long>> periods = new TreeMap<>();
        boolean seen;
    }

    final List<Customer> customers = new ArrayList<>();
    final List<LocalDate> firsts = new ArrayList<>();
    final List<LocalDate> lasts = new ArrayList<>();
    final List<Long> gaps = new ArrayList<>();
    long rowsAfterEnd;
    int customersAfterEnd;
    long refundRowsIgnored;
    BigInteger refundsIgnored = BigInteger.ZERO;
    int customersWithRefundsOnly;
    BigInteger refundsOfThose = BigInteger.ZERO;

    SlowSummary(List<Row> log, Comparator<String> order, LocalDate end, LedgerOptions options) {
        TreeMap<String, History> histories = new TreeMap<>(order);
        for (Row row : log) {
            History history = histories.computeIfAbsent(row.id(), id -> new History());
            if (row.date().isAfter(end)) {
                rowsAfterEnd++;
                continue;
            }
            history.seen = true;
            if (row.minor() < 0 && options.refunds() == RefundPolicy.IGNORE) {
                refundRowsIgnored++;
                refundsIgnored = refundsIgnored.add(BigInteger.valueOf(row.minor()));
            } else {
                history.periods
                        .computeIfAbsent(options.grid().indexOf(row.date()), period -> new ArrayList<>())
                        .add(row.minor());
            }
        }
        histories.forEach((id, history) -> add(id, history, options.grid().indexOf(end), options));
    }

    private void add(String id, History history, int endPeriod, LedgerOptions options) {
        if (!history.seen) {
            customersAfterEnd++;
            return;
        }
        boolean dropping = options.refunds() == RefundPolicy.NET_DROPPING_PERIODS;
        List<Integer> bought = new ArrayList<>();
        BigInteger total = BigInteger.ZERO;
        BigInteger repeats = BigInteger.ZERO;
        for (Map.Entry<Integer, List<Long>> entry : history.periods.entrySet()) {
            List<Long> amounts = entry.getValue();
            BigInteger net = sum(amounts);
            boolean purchase = amounts.stream().anyMatch(amount -> amount >= 0);
            boolean refund = amounts.stream().anyMatch(amount -> amount < 0);
            total = total.add(net);
            if (!bought.isEmpty()) {
                repeats = repeats.add(net);
            }
            if (purchase && !(dropping && refund && net.signum() <= 0)) {
                bought.add(entry.getKey());
            }
        }
        if (bought.isEmpty()) {
            customersWithRefundsOnly++;
            refundsOfThose = refundsOfThose.add(total);
            return;
        }
        for (int i = 1; i < bought.size(); i++) {
            gaps.add((long) bought.get(i) - bought.get(i - 1));
        }
        int first = bought.get(0);
        int last = bought.get(bought.size() - 1);
        int frequency = bought.size() - 1;
        firsts.add(options.grid().startOf(first));
        lasts.add(options.grid().startOf(last));
        customers.add(new Customer(
                id,
                frequency,
                time((long) last - first, options),
                time((long) endPeriod - first, options),
                frequency == 0 ? 0 : mean(repeats, frequency),
                Money.ofMinor(total.longValueExact(), Logs.USD)));
    }

    static BigInteger sum(List<Long> amounts) {
        return amounts.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static double mean(BigInteger repeats, int frequency) {
        return new BigDecimal(repeats, 2)
                .divide(BigDecimal.valueOf(frequency), MathContext.DECIMAL128)
                .doubleValue();
    }

    private static double time(long periods, LedgerOptions options) {
        double seconds = (double) periods * options.grid().unit().getDuration().toSeconds();
        return seconds / options.unit().getDuration().toSeconds();
    }
}
