package io.clv.modulepath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageOnModulePathTest {

    /** What only tests need, which is not fit for a module path as a whole. */
    private static final String OF_TESTS =
            ".*(test-classes|selenium|opentelemetry|junit|jqwik|assertj|jackson|opentest4j"
                    + "|apiguardian|byte-buddy|auto-service|slf4j-nop|surefire|jacoco).*";

    @Test
    void theLibraryFindsItsChartsAndItsTextsThere(@TempDir Path folder) throws IOException, InterruptedException {
        String modules = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.matches(OF_TESTS))
                .collect(Collectors.joining(File.pathSeparator));
        Path tests = Path.of("target", "test-classes");
        Path page = folder.resolve("report.html");
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-p",
                        modules,
                        "--add-modules",
                        "io.clv.report",
                        "-cp",
                        tests.toString(),
                        "io.clv.modulepath.PageOnModulePath",
                        page.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(said)).isZero();
        assertThat(Files.readString(page)).contains("<html lang=\"fa\" dir=\"rtl\">", "echarts={}");
    }
}
