package io.clv.examples.cli;

import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.IdPolicy;
import io.clv.ledger.JoinedAttributes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a file says of customers and prospects, in columns whose kinds the options tell. An empty cell says nothing; the
 * labels of a set stand between pluses, and a hyphen says that there are none.
 */
final class KnownTraits {

    private enum Kind {
        CATEGORY,
        NUMBER,
        MONEY,
        DATE,
        SET
    }

    private final Map<String, Kind> columns = new LinkedHashMap<>();

    private String column(String option, String name, Kind kind) {
        String column = name.strip().toLowerCase(Locale.ROOT);
        Kind known = columns.putIfAbsent(column, kind);
        if (known != null && known != kind) {
            throw new UsageException(option + ": column '" + column + "' cannot hold two kinds of values");
        }
        return column;
    }

    String category(String option, String name) {
        return column(option, name, Kind.CATEGORY);
    }

    String number(String option, String name) {
        return column(option, name, Kind.NUMBER);
    }

    String money(String option, String name) {
        return column(option, name, Kind.MONEY);
    }

    String date(String option, String name) {
        return column(option, name, Kind.DATE);
    }

    String set(String option, String name) {
        return column(option, name, Kind.SET);
    }

    Attributes read(String file, Currency currency, Console console) {
        List<String> names = new ArrayList<>(List.of("customer"));
        names.addAll(columns.keySet());
        Attributes.Builder known = Attributes.builder();
        columns.forEach((column, kind) -> {
            switch (kind) {
                case CATEGORY -> known.categoryColumn(column);
                case NUMBER -> known.numberColumn(column);
                case MONEY -> known.moneyColumn(column, currency);
                case DATE -> known.dateColumn(column);
                case SET -> known.setColumn(column);
            }
        });
        Sheet.read(file, names, console).map(row -> {
            String customer = row.get("customer", text -> text);
            columns.forEach((column, kind) -> row.find(column).ifPresent(text -> {
                switch (kind) {
                    case CATEGORY -> known.category(column, customer, text);
                    case NUMBER -> known.number(column, customer, Amounts.number(text));
                    case MONEY -> known.money(column, customer, Amounts.money(text, currency));
                    case DATE -> known.date(column, customer, date(text));
                    case SET -> known.set(column, customer, labels(text));
                }
            }));
            return customer;
        });
        return known.build();
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a date as in 1997-09-30, but was '" + text + "'", e);
        }
    }

    /** "card+loan", or "-". */
    static Set<String> labels(String text) {
        return text.strip().equals("-")
                ? Set.of()
                : Arrays.stream(text.split("\\+", -1)).map(String::strip).collect(Collectors.toSet());
    }

    /** By the rows of a table; who has not bought is left out, and it is said. */
    static JoinedAttributes join(Attributes known, CustomerTable customers, String file, Console console) {
        JoinedAttributes joined = known.join(customers, IdPolicy.ALLOW, IdPolicy.ALLOW);
        int others = joined.prospects().size();
        if (others > 0) {
            console.warn(Words.count(others, "customer") + " of " + file + " left out, who have not bought: "
                    + joined.prospects().get(0) + (others == 1 ? "" : " ..."));
        }
        return joined;
    }
}
