package io.clv.lifecycle;

import static io.clv.lifecycle.StageWording.count;

import io.clv.numerics.CompensatedSum;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What it is worth to try to win lost customers back: with a share s of attempts that succeed and a cost c of each, an
 * attempt at a customer with whom v was lost is worth {@code s v - c}, which is more than nothing from {@code v = c /
 * s} on. All customers are taken to be won as easily, and the won to bring what was lost, once.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class WinBack {

    /**
     * A customer to be won back.
     *
     * @param id the customer
     * @param reason why he left
     * @param lost what went with him
     */
    public record Attempt(String id, String reason, Money lost) {}

    /**
     * Attempts together.
     *
     * @param attempts how many
     * @param lost what went with the customers, summed unrounded and rounded once
     * @param expected what the attempts are expected to bring back, lost x success
     * @param cost of all attempts
     * @param net expected less cost
     */
    public record Effort(int attempts, Money lost, Money expected, Money cost, Money net) {}

    private final Ratio success;
    private final Money costPerAttempt;
    private final Effort all;
    private final Effort worthwhile;
    private final List<Attempt> attempts;

    private WinBack(Ratio success, Money costPerAttempt, Effort all, Effort worthwhile, List<Attempt> attempts) {
        this.success = success;
        this.costPerAttempt = costPerAttempt;
        this.all = all;
        this.worthwhile = worthwhile;
        this.attempts = attempts;
    }

    /** An attempt with what was lost, unrounded. */
    record Unrounded(Attempt attempt, double lost) {}

    static WinBack of(List<Unrounded> customers, Currency currency, Ratio success, Money cost) {
        if (success.value() < 0 || success.value() > 1) {
            throw new IllegalArgumentException("success of attempts must be between 0% and 100%, but was " + success);
        }
        if (Money.zero(currency).plus(cost).isNegative()) {
            throw new IllegalArgumentException("cost of an attempt must not be negative, but was " + cost);
        }
        List<Unrounded> paying = customers.stream()
                .filter(each -> each.lost() * success.value() > cost.toDouble())
                .sorted(Comparator.comparingDouble(Unrounded::lost).reversed())
                .toList();
        return new WinBack(
                success,
                cost,
                effort(customers, currency, success, cost),
                effort(paying, currency, success, cost),
                paying.stream().map(Unrounded::attempt).toList());
    }

    private static Effort effort(List<Unrounded> customers, Currency currency, Ratio success, Money costPerAttempt) {
        double lost = CompensatedSum.of(
                customers.stream().mapToDouble(Unrounded::lost).toArray());
        Money expected = Money.ofRounded(lost * success.value(), currency);
        Money cost = costPerAttempt.times(customers.size());
        return new Effort(customers.size(), Money.ofRounded(lost, currency), expected, cost, expected.minus(cost));
    }

    /**
     * An attempt at everybody who left for a reason that could have been prevented.
     *
     * @return what it is expected to bring and to cost
     */
    public Effort all() {
        return all;
    }

    /**
     * An attempt only at those who are expected to bring more than it costs.
     *
     * @return what it is expected to bring and to cost
     */
    public Effort worthwhile() {
        return worthwhile;
    }

    /**
     * Those who are expected to bring more than an attempt costs.
     *
     * @return those with whom most was lost first, immutable
     */
    public List<Attempt> attempts() {
        return attempts;
    }

    /**
     * From what loss on an attempt pays: cost / success.
     *
     * @return the amount, rounded; empty if no attempt succeeds
     */
    public Optional<Money> breakEven() {
        return success.value() > 0
                ? Optional.of(Money.ofRounded(costPerAttempt.toDouble() / success.value(), costPerAttempt.currency()))
                : Optional.empty();
    }

    /**
     * The arithmetic in words.
     *
     * @return a few lines of English
     */
    public String explain() {
        return line("an attempt at all who could have been kept", all)
                + breakEven()
                        .map(from -> line("only where more than " + from + " was lost", worthwhile))
                        .orElse("no attempt succeeds, and none pays\n");
    }

    private String line(String which, Effort effort) {
        return which + ": " + count(effort.attempts(), "attempt") + ", " + effort.lost() + " x " + success + " = "
                + effort.expected() + " expected, less " + count(effort.attempts()) + " x " + costPerAttempt + " = "
                + effort.cost() + ": " + effort.net() + '\n';
    }

    @Override
    public String toString() {
        return worthwhile.net() + " expected of " + count(worthwhile.attempts(), "attempt");
    }
}
