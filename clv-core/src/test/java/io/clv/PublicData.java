package io.clv;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The public data sets, which this project does not ship; a test that needs one is skipped where they are not at hand.
 */
public final class PublicData {

    private PublicData() {}

    /** The file of that name in the folder named by {@code -Dclv.data} or {@code CLV_DATA}. */
    public static Path file(String name, String source) {
        @Nullable String property = System.getProperty("clv.data");
        @Nullable String folder = property == null || property.isBlank() ? System.getenv("CLV_DATA") : property;
        assumeThat(folder)
                .as(name + " (" + source + ") ; set -Dclv.data or CLV_DATA to its folder")
                .isNotBlank();
        return Path.of(folder == null ? "" : folder, name);
    }

    /** The data of Fader and Hardie's notes. */
    public static Path fader(String name) {
        return file(name, "CDNOW data set from https://www.brucehardie.com/datasets/");
    }
}
