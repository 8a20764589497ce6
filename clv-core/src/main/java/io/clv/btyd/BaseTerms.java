package io.clv.btyd;

import io.clv.ltv.CustomerBase;
import io.clv.ltv.Input;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Horizon;
import io.clv.quantity.Measure;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The terms of a base's customers: the same for all, unless the base has given some of them customer by customer. */
final class BaseTerms {

    private static final List<Input<?>> MAY_DIFFER = List.of(Input.GROSS_MARGIN, Input.COST_TO_SERVE, Input.DISCOUNT);

    /** What histories and their mean amounts come from. */
    private static final List<Input<?>> OF_THE_TABLE =
            List.of(Input.FREQUENCY, Input.RECENCY, Input.AGE, Input.MONETARY_VALUE, Input.TOTAL);

    private final Terms set;
    private final CustomerBase base;
    private final ChronoUnit unit;
    /** One for each row, or only one. */
    private final List<CustomerTerms> each;

    BaseTerms(Terms set, CustomerBase base, ChronoUnit unit) {
        this.set = set;
        this.base = base;
        this.unit = unit;
        for (Input<?> input : OF_THE_TABLE) {
            base.get(input).ifPresent(value -> {
                throw new IllegalArgumentException(
                        input + " of each customer is read off the table, but was set to " + value + " for all");
            });
        }
        boolean differ = MAY_DIFFER.stream().anyMatch(input -> !set.has(input) && base.differs(input));
        each = new ArrayList<>();
        if (differ) {
            for (int row = 0; row < base.size(); row++) {
                each.add(ofRow(row));
            }
        }
        if (each.isEmpty()) {
            each.add(new CustomerTerms(
                    common(Input.GROSS_MARGIN),
                    common(Input.COST_TO_SERVE),
                    common(Input.DISCOUNT).orElse(DiscountRate.none())));
        }
    }

    private <T> Optional<T> common(Input<T> input) {
        return set.has(input) ? set.get(input) : base.get(input);
    }

    private <T> Optional<T> at(Input<T> input, int row) {
        return set.has(input) ? set.get(input) : base.get(input, row);
    }

    private CustomerTerms ofRow(int row) {
        CustomerTerms terms;
        try {
            terms = new CustomerTerms(
                    at(Input.GROSS_MARGIN, row),
                    at(Input.COST_TO_SERVE, row),
                    at(Input.DISCOUNT, row).orElse(DiscountRate.none()));
        } catch (IllegalArgumentException e) {
            throw ofCustomer(row, e);
        }
        if (row > 0 && terms.measure() != measure()) {
            throw new IllegalArgumentException("measure must be " + measure().label()
                    + " for all customers of a base, but was " + terms.measure().label() + " for customer "
                    + base.customers().id(row));
        }
        return terms;
    }

    private IllegalArgumentException ofCustomer(int row, IllegalArgumentException e) {
        return new IllegalArgumentException("customer " + base.customers().id(row) + ": " + e.getMessage(), e);
    }

    Optional<Horizon> horizon() {
        if (!set.has(Input.HORIZON) && base.differs(Input.HORIZON)) {
            throw new IllegalArgumentException("horizon must be the same for all customers of a base");
        }
        return common(Input.HORIZON);
    }

    /** For ever needs a discount of every customer. */
    void require(Ahead ahead) {
        for (int row = 0; row < Math.min(base.size(), each.size()); row++) {
            try {
                ahead.require(each.get(row).discount());
            } catch (IllegalArgumentException e) {
                throw each.size() == 1 ? e : ofCustomer(row, e);
            }
        }
    }

    CustomerTerms of(int row) {
        return each.get(each.size() == 1 ? 0 : row);
    }

    Measure measure() {
        return each.get(0).measure();
    }

    double share(int row) {
        return of(row).share();
    }

    double cost(int row) {
        return of(row).costPer(unit);
    }

    double delta(int row) {
        return of(row).delta(unit);
    }

    /** Whether more is left of the revenue of some than of that of others. */
    boolean shareDiffers() {
        return each.stream().anyMatch(terms -> terms.share() != each.get(0).share());
    }

    /** Whether anybody costs anything. */
    boolean costed() {
        return each.stream().anyMatch(terms -> terms.cost().isPresent());
    }

    /** The rate of discount that all have; empty if it differs. */
    Optional<DiscountRate> discount() {
        DiscountRate first = each.get(0).discount();
        return each.stream().allMatch(terms -> terms.discount().equals(first)) ? Optional.of(first) : Optional.empty();
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        CustomerTerms first = each.get(0);
        first.margin()
                .ifPresent(margin -> sentences.add(sentence(
                        Input.GROSS_MARGIN,
                        margin,
                        CustomerTerms::share,
                        terms -> terms.margin().orElseThrow())));
        if (costed()) {
            sentences.add(sentence(
                    Input.COST_TO_SERVE,
                    first.cost().map(Object::toString).orElse("nothing"),
                    terms -> terms.costPer(unit),
                    terms -> terms.cost().map(Object::toString).orElse("nothing")));
        }
        if (discount().isEmpty()) {
            sentences.add(
                    sentence(Input.DISCOUNT, first.discount(), terms -> terms.delta(unit), CustomerTerms::discount));
        }
        if (each.stream().anyMatch(terms -> !terms.discount().isNone())) {
            sentences.add(ValuationWording.CONTINUOUS);
        }
        if (measure() == Measure.REVENUE) {
            sentences.add(ValuationWording.NO_MARGIN);
        }
        if (set.has(Input.ACQUISITION_COST)
                || base.differs(Input.ACQUISITION_COST)
                || base.get(Input.ACQUISITION_COST).isPresent()) {
            sentences.add("the cost of acquisition is spent, and no part of what a customer is still to bring");
        }
        return sentences;
    }

    private interface Shown {
        Object of(CustomerTerms terms);
    }

    private String sentence(Input<?> input, Object first, ToDoubleFunction<CustomerTerms> size, Shown shown) {
        CustomerTerms least = each.get(0);
        CustomerTerms most = least;
        for (CustomerTerms terms : each) {
            least = size.applyAsDouble(terms) < size.applyAsDouble(least) ? terms : least;
            most = size.applyAsDouble(terms) > size.applyAsDouble(most) ? terms : most;
        }
        return size.applyAsDouble(least) == size.applyAsDouble(most)
                ? input + " " + first + " for every customer"
                : input + " by customer, from " + shown.of(least) + " to " + shown.of(most);
    }
}
