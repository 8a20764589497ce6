package io.clv.economics;

import io.clv.ledger.JoinedAttributes;
import io.clv.ltv.CustomerValues;
import io.clv.numerics.CompensatedSum;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The value of customers less what those who owe will fail to pay: {@code net = value - PD x LGD x EAD}, the expected
 * loss of credit (Basel Committee, 2005). PD, LGD and the exposure EAD are inputs by customer, over the time that the
 * values count; a high value says that somebody buys much, not that he pays. Who owes nothing loses nothing. Immutable.
 */
public final class ValueNetOfDefault {

    private static final int SHOWN = 5;

    /**
     * A customer who owes.
     *
     * @param id the customer
     * @param value before default
     * @param exposure what is owed at default, EAD
     * @param expectedLoss PD x LGD x EAD
     * @param net value less expected loss
     */
    public record Debtor(String id, Money value, Money exposure, Money expectedLoss, Money net) {}

    private final CustomerValues gross;
    private final CustomerValues net;
    private final List<Debtor> debtors;
    private final Money exposure;
    private final Money expectedLoss;

    private ValueNetOfDefault(
            CustomerValues gross, CustomerValues net, List<Debtor> debtors, Money exposure, Money expectedLoss) {
        this.gross = gross;
        this.net = net;
        this.debtors = List.copyOf(debtors);
        this.exposure = exposure;
        this.expectedLoss = expectedLoss;
    }

    /**
     * Takes the expected loss off the values.
     *
     * @param values of the customers, as profit
     * @param credit what is known of them, joined to the table of the values
     * @param exposure the column of money with what is owed at default; who has none owes nothing
     * @param defaultProbability the column of numbers with PD, from 0 to 1, over the time that the values count
     * @param lossGivenDefault the column of numbers with LGD, from 0 to 1
     * @return the net values
     * @throws IllegalArgumentException if the values are not profit, the attributes of another table, a column is not
     *     there or of another kind, an exposure is negative or of another currency, or a customer owes and has no PD or
     *     LGD between 0 and 1
     */
    public static ValueNetOfDefault of(
            CustomerValues values,
            JoinedAttributes credit,
            String exposure,
            String defaultProbability,
            String lossGivenDefault) {
        if (values.measure() != Measure.PROFIT) {
            throw new IllegalArgumentException("a loss to default must be taken off profit, but the values are "
                    + values.measure().label() + ": give a gross margin");
        }
        Wording.requireJoined("credit", credit, values);
        double[] amounts = new double[values.size()];
        CompensatedSum losses = new CompensatedSum();
        Money owed = Money.zero(values.currency());
        List<Debtor> debtors = new ArrayList<>();
        for (int row = 0; row < amounts.length; row++) {
            amounts[row] = values.amount(row);
            Optional<Money> exposed = credit.money(exposure, row);
            double pd = share(credit, defaultProbability, row, exposed);
            double lgd = share(credit, lossGivenDefault, row, exposed);
            if (exposed.isPresent()) {
                Money each = exposed.get();
                owed = owed.plus(each);
                if (each.isNegative()) {
                    throw new IllegalArgumentException(
                            exposure + " of customer '" + values.id(row) + "' must not be negative, but was " + each);
                }
                double loss = pd * lgd * each.toDouble();
                amounts[row] -= loss;
                losses.add(loss);
                debtors.add(new Debtor(
                        values.id(row),
                        values.value(row),
                        each,
                        Money.ofRounded(loss, values.currency()),
                        Money.ofRounded(amounts[row], values.currency())));
            }
        }
        debtors.sort(Comparator.comparing(Debtor::expectedLoss).reversed().thenComparing(Debtor::id));
        return new ValueNetOfDefault(
                values, net(values, amounts), debtors, owed, Money.ofRounded(losses.value(), values.currency()));
    }

    private static double share(JoinedAttributes credit, String column, int row, Optional<Money> exposed) {
        double share = credit.number(column, row).orElse(Double.NaN);
        if (exposed.isPresent() && !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(column + " of customer '"
                    + credit.customers().id(row) + "', who owes " + exposed.get() + ", must be between 0 and 1, but "
                    + (Double.isNaN(share) ? "is missing" : "was " + share));
        }
        return share;
    }

    private static CustomerValues net(CustomerValues values, double[] amounts) {
        CustomerValues.Builder net = CustomerValues.builder(values.model(), values.customers())
                .amounts(amounts)
                .acquisitionCost(values.acquisitionCost())
                .basis(values.basis())
                .measure(values.measure())
                .horizon(values.horizon());
        values.discount().ifPresentOrElse(net::discount, net::discountOfEach);
        values.assumptions().forEach(net::assumption);
        return net.assumption("PD and LGD as stated, over the time that the values count; the expected loss is taken"
                        + " off, and is not discounted")
                .build();
    }

    /**
     * The values less the expected loss, without intervals: how far losses go with purchases is not known.
     *
     * @return in the rows of the values
     */
    public CustomerValues net() {
        return net;
    }

    /**
     * The customers who owe, the largest expected loss first.
     *
     * @return immutable
     */
    public List<Debtor> debtors() {
        return debtors;
    }

    /**
     * What is owed in all.
     *
     * @return the sum of the exposures
     */
    public Money exposure() {
        return exposure;
    }

    /**
     * What is expected to be lost in all.
     *
     * @return the sum of PD x LGD x EAD, rounded once
     */
    public Money expectedLoss() {
        return expectedLoss;
    }

    /**
     * The net value in words.
     *
     * @return a few lines of English
     */
    public String explain() {
        StringBuilder text = new StringBuilder()
                .append(gross.total())
                .append(" of value less ")
                .append(expectedLoss)
                .append(" expected to be lost: ")
                .append(net.total())
                .append('\n')
                .append(Wording.count(debtors.size(), "customer"))
                .append(" of ")
                .append(Wording.count(gross.size()))
                .append(debtors.size() == 1 ? " owes " : " owe ")
                .append(exposure)
                .append('\n');
        List<Debtor> turned = debtors.stream()
                .filter(each -> each.net().isNegative() && !each.value().isNegative())
                .toList();
        if (!turned.isEmpty()) {
            text.append("worth nothing once default is counted: ");
            text.append(String.join(
                    ", ",
                    turned.stream()
                            .limit(SHOWN)
                            .map(each -> each.id() + " (" + each.value() + " less " + each.expectedLoss() + ")")
                            .toList()));
            text.append(turned.size() > SHOWN ? " and " + Wording.count(turned.size() - SHOWN, "more customer") : "")
                    .append('\n');
        }
        return text.append("PD and LGD are inputs, over the time that the values count: value is not credit risk\n")
                .toString();
    }

    @Override
    public String toString() {
        return net.total() + " net of " + expectedLoss + " expected to be lost";
    }
}
