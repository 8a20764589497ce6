package io.clv.examples.cli;

import io.clv.btyd.BgNbd;
import io.clv.btyd.Fit;
import io.clv.btyd.SpendFamily;
import io.clv.btyd.SpendModel;
import io.clv.btyd.TransactionFamily;
import io.clv.btyd.TransactionModel;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fit kept in a file, in the library's text form: of transactions or of spend.
 *
 * @param file the name of the file
 * @param transactions the fit, if it is one of transactions
 * @param spend the fit, if it is one of spend
 */
record SavedFit(
        String file,
        @Nullable Fit<? extends TransactionModel> transactions,
        @Nullable Fit<? extends SpendModel> spend) {

    private static final String MODEL = "model ";

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
            return parse(file, text);
        } catch (IllegalArgumentException e) {
            throw new DataException("--load: " + file + " is no saved model: " + e.getMessage());
        }
    }

    private static SavedFit parse(String file, String text) {
        Optional<String> model = text.lines()
                .filter(line -> line.startsWith(MODEL))
                .map(line -> line.substring(MODEL.length()))
                .findFirst();
        if (model.isEmpty()) {
            // Any family says what is wrong with a text that names none.
            return new SavedFit(file, BgNbd.family().parse(text), null);
        }
        for (SpendFamily<?> family : SpendFamily.all()) {
            if (family.name().equals(model.get())) {
                return new SavedFit(file, null, family.parse(text));
            }
        }
        return new SavedFit(file, TransactionFamily.named(model.get()).parse(text), null);
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
