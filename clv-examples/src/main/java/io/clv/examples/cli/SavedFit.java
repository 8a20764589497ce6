package io.clv.examples.cli;

import io.clv.btyd.BgNbd;
import io.clv.btyd.ContractFamily;
import io.clv.btyd.ContractModel;
import io.clv.btyd.CovariateFamily;
import io.clv.btyd.Fit;
import io.clv.btyd.ModelFamily;
import io.clv.btyd.SpendFamily;
import io.clv.btyd.SpendModel;
import io.clv.btyd.TransactionFamily;
import io.clv.btyd.TransactionModel;
import io.clv.btyd.WithCovariates;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A fit kept in a file, in the library's text form. */
sealed interface SavedFit {

    /** How customers buy. */
    record OfPurchases(Fit<? extends TransactionModel> fit) implements SavedFit {}

    /** How customers buy, by what else is known of them. */
    record WithCovariatesOf(Fit<? extends WithCovariates<? extends TransactionModel>> fit) implements SavedFit {}

    /** What customers spend. */
    record OfSpend(Fit<? extends SpendModel> fit) implements SavedFit {}

    /** How long customers renew. */
    record OfRenewals(Fit<? extends ContractModel> fit) implements SavedFit {}

    static void write(Fit<?> fit, String file) {
        try {
            Files.writeString(path("--save", file), fit.toText());
        } catch (IOException e) {
            throw new UsageException("--save: " + file + " cannot be written");
        }
    }

    static SavedFit read(String file) {
        String text = text(file);
        try {
            return parse(text);
        } catch (IllegalArgumentException e) {
            throw new DataException("--load: " + file + " is no saved model: " + e.getMessage());
        }
    }

    private static SavedFit parse(String text) {
        String line = "model ";
        // Any family says what is wrong with a text that names none.
        String model = text.lines()
                .filter(each -> each.startsWith(line))
                .map(each -> each.substring(line.length()))
                .findFirst()
                .orElse(BgNbd.family().name());
        if (model.endsWith("+covariates")) {
            return new WithCovariatesOf(CovariateFamily.parse(text));
        }
        Optional<SpendFamily<?>> spend = named(model, SpendFamily.all());
        if (spend.isPresent()) {
            return new OfSpend(spend.get().parse(text));
        }
        Optional<ContractFamily<?>> contract = named(model, ContractFamily.all());
        return contract.isPresent()
                ? new OfRenewals(contract.get().parse(text))
                : new OfPurchases(TransactionFamily.named(model).parse(text));
    }

    private static <F extends ModelFamily<?>> Optional<F> named(String model, List<F> families) {
        return families.stream().filter(family -> family.name().equals(model)).findFirst();
    }

    private static String text(String file) {
        Path path = path("--load", file);
        if (!Files.isRegularFile(path)) {
            throw new UsageException("--load: there is no file " + file);
        }
        try {
            return Files.readString(path);
        } catch (CharacterCodingException e) {
            throw new DataException("--load: " + file + " is no saved model: it is not text");
        } catch (IOException e) {
            throw new UsageException("--load: " + file + " cannot be read");
        }
    }

    private static Path path(String option, String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new UsageException(option + ": there is no file " + file);
        }
    }
}
