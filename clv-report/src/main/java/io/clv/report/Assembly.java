package io.clv.report;

import io.clv.ledger.CustomerTable;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.CustomerValues.Column;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Makes the rows of an analysis. */
final class Assembly {

    private final Given given;
    private final CustomerValues values;
    private final Map<Section, List<Sentence>> notes = new EnumMap<>(Section.class);
    private final Set<Section> absent = EnumSet.noneOf(Section.class);

    Assembly(Given given) {
        this.given = given;
        values = given.values;
    }

    ReportRows rows() {
        return new ReportRows(
                summary(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                "",
                List.of(),
                Optional.ofNullable(given.grossMargin),
                Optional.ofNullable(given.acquisitionCost),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                notes,
                absent);
    }

    private Summary summary() {
        CustomerTable customers = values.customers();
        int size = values.size();
        return new Summary(
                size,
                values.total(),
                size == 0
                        ? Optional.empty()
                        : Optional.of(Money.ofRounded(values.totalAmount() / size, values.currency())),
                values.totalInterval(),
                values.model(),
                values.measure(),
                values.basis(),
                values.horizon(),
                values.discount(),
                firstPurchase(customers),
                customers.observedThrough(),
                size + customers.repeatPurchases(),
                customers.total(),
                customers.unit(),
                sum(Column.P_ALIVE),
                sum(Column.EXPECTED_TRANSACTIONS));
    }

    private static Optional<LocalDate> firstPurchase(CustomerTable customers) {
        LocalDate first = null;
        for (int row = 0; row < customers.size(); row++) {
            LocalDate each = customers.firstPurchase(row);
            if (first == null || each.isBefore(first)) {
                first = each;
            }
        }
        return Optional.ofNullable(first);
    }

    private OptionalDouble sum(Column column) {
        if (!values.has(column)) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int row = 0; row < values.size(); row++) {
            sum += values.get(column, row);
        }
        return OptionalDouble.of(sum);
    }
}
