package io.clv.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files that a page carries inside. */
final class Asset {

    private static final String CHART_LIBRARY = "META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

    private Asset() {}

    /** Apache ECharts as it was released, with its licence at its head. */
    static String chartLibrary() {
        // Found by the class loader, on the class path and on the module path: its folder is no package.
        return text(Asset.class.getClassLoader().getResourceAsStream(CHART_LIBRARY), CHART_LIBRARY);
    }

    static String style() {
        return own("page.css");
    }

    /** The parts of the page's script, in one scope of their own. */
    static String script() {
        return Stream.of("format.js", "theme.js", "bars.js", "lines.js", "heat.js", "whisker.js", "page.js")
                .map(Asset::own)
                .collect(Collectors.joining("\n", "(() => {\n\"use strict\";\n", "})();\n"));
    }

    private static String own(String name) {
        return text(Asset.class.getResourceAsStream(name), name);
    }

    private static String text(@Nullable InputStream stream, String name) {
        if (stream == null) {
            throw new IllegalStateException(
                    "the report needs " + name + ", which is neither on the class path nor on" + " the module path");
        }
        try (stream) {
            // A browser reads every line end as one sign, and the hash is of what it reads.
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
