package io.clv.examples.cli;

import io.clv.btyd.CovariateEncoding;
import io.clv.btyd.CovariateFamily;
import io.clv.btyd.Fit;
import io.clv.btyd.FitOptions;
import io.clv.btyd.TransactionFamily;
import io.clv.btyd.TransactionModel;
import io.clv.btyd.WithCovariates;
import io.clv.io.TransactionCsv;
import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.IdPolicy;
import io.clv.ledger.JoinedAttributes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is known of customers beside their histories, in columns of the log, and the fits that use it. */
final class CovariateOptions {

    @Option(
            names = "--covariates",
            paramLabel = "COL,...",
            split = ",",
            description = "columns of what moves how customers buy and leave, one value a customer: numbers if all"
                    + " values are, else categories")
    private List<String> columns = List.of();

    private @Nullable CovariateEncoding loaded;

    boolean areAsked() {
        return !columns.isEmpty();
    }

    void requireNone(String why) {
        Refused.unless(columns.isEmpty(), "--covariates", why);
    }

    /** Takes the covariates of a model that was kept, and refuses others. */
    void take(CovariateEncoding ofModel) {
        requireNone("--load gives them, " + String.join(", ", ofModel.covariates()));
        loaded = ofModel;
    }

    List<String> columns() {
        return loaded == null ? columns.stream().map(String::strip).toList() : loaded.covariates();
    }

    /** Reads all of them as text; whether they are numbers is seen when all are there. */
    void addColumns(TransactionCsv.Builder reader) {
        columns().forEach(reader::category);
    }

    /** The columns as what they hold, by the rows of the table. */
    JoinedAttributes of(CustomerTable customers, Attributes attributes, Console console) {
        JoinedAttributes texts = attributes.join(customers, IdPolicy.ALLOW, IdPolicy.ALLOW);
        Attributes.Builder typed = Attributes.builder();
        List<String> kinds = new ArrayList<>();
        for (String column : columns()) {
            boolean numbers =
                    loaded == null ? areNumbers(texts, column) : loaded.terms().contains(column);
            kinds.add(column + " a " + (numbers ? "number" : "category"));
            if (numbers) {
                addNumbers(typed, texts, column);
            } else {
                addCategories(typed, texts, column);
            }
        }
        if (loaded == null) {
            console.note("covariates: " + String.join(", ", kinds));
        }
        return typed.build().join(customers, IdPolicy.ALLOW, IdPolicy.ALLOW);
    }

    private static boolean areNumbers(JoinedAttributes texts, String column) {
        boolean any = false;
        for (int row = 0; row < texts.customers().size(); row++) {
            Optional<String> text = texts.category(column, row);
            if (text.isPresent() && number(text.get()).isEmpty()) {
                return false;
            }
            any |= text.isPresent();
        }
        return any;
    }

    private static OptionalDouble number(String text) {
        try {
            double value = new BigDecimal(text).doubleValue();
            return Rows.finite(value);
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static void addNumbers(Attributes.Builder typed, JoinedAttributes texts, String column) {
        typed.numberColumn(column);
        CustomerTable customers = texts.customers();
        for (int row = 0; row < customers.size(); row++) {
            String id = customers.id(row);
            texts.category(column, row)
                    .ifPresent(text -> typed.number(
                            column,
                            id,
                            number(text)
                                    .orElseThrow(() -> new DataException("covariate '" + column
                                            + "' must be a number, as in the model, but was '" + text
                                            + "' for customer '" + id
                                            + "'"))));
        }
    }

    private static void addCategories(Attributes.Builder typed, JoinedAttributes texts, String column) {
        typed.categoryColumn(column);
        CustomerTable customers = texts.customers();
        for (int row = 0; row < customers.size(); row++) {
            String id = customers.id(row);
            texts.category(column, row).ifPresent(text -> typed.category(column, id, text));
        }
    }

    /** Fits a family with the covariates. */
    <M extends TransactionModel> Fit<WithCovariates<M>> fit(
            TransactionFamily<M> family, TableSample sample, JoinedAttributes covariates, FitOptions options) {
        CovariateEncoding encoding;
        try {
            encoding = CovariateEncoding.of(covariates, columns());
        } catch (IllegalArgumentException e) {
            throw new DataException("--covariates: " + e.getMessage());
        }
        try {
            return family(family, encoding).fit(sample.tally(covariates, encoding), options);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DataException(family.name() + " cannot be fitted: " + e.getMessage());
        }
    }

    private static <M extends TransactionModel> CovariateFamily<M> family(
            TransactionFamily<M> family, CovariateEncoding encoding) {
        try {
            return CovariateFamily.of(family, encoding);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--covariates: " + e.getMessage());
        }
    }

    /** Refuses a family that knows no covariates before anything is read, and a column that is named twice. */
    void requireKnown(TransactionFamily<?> family) {
        List<String> names = columns();
        for (String name : names) {
            Refused.unless(names.indexOf(name) == names.lastIndexOf(name), "--covariates", name + " is given twice");
        }
        if (areAsked()) {
            family(family, CovariateEncoding.builder().number("any", 0, 1).build());
        }
    }
}
