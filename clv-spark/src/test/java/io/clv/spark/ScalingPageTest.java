package io.clv.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** The example of the page on scaling compiles as it stands, and runs. */
class ScalingPageTest {

    private static final String OPENING = "```java spark";

    private static List<String> blocks() throws Exception {
        List<String> blocks = new ArrayList<>();
        List<String> block = null;
        for (String line : Files.readAllLines(Path.of("..", "docs", "scaling.md"))) {
            if (line.equals(OPENING)) {
                block = new ArrayList<>();
            } else if (block != null && line.equals("```")) {
                blocks.add(String.join("\n", block));
                block = null;
            } else if (block != null) {
                block.add(line);
            }
        }
        return blocks;
    }

    @Test
    void theExampleRuns() throws Exception {
        List<String> blocks = blocks();
        assertThat(blocks).hasSize(2);
        Path folder = LocalSpark.folder("page");
        String log = LifetimeValueJobTest.log(folder);
        Files.move(Path.of(log), folder.resolve("purchases.parquet"));
        String code = blocks.get(1)
                .lines()
                // The page's files lie where the test's do.
                .map(line -> line.replace("parquet(\"", "parquet(\"" + folder + "/"))
                .collect(Collectors.joining("\n        "));
        Path source = folder.resolve("Page.java");
        Files.writeString(
                source,
                "import org.apache.spark.sql.SparkSession;\n" + blocks.get(0)
                        + "\npublic final class Page {\n    public static void run(SparkSession spark) {\n        "
                        + code
                        + "\n    }\n}\n");
        compile(source, folder);
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            loader.loadClass("Page").getMethod("run", SparkSession.class).invoke(null, LocalSpark.session());
        }
        assertThat(LocalSpark.session()
                        .read()
                        .parquet(folder.resolve("values.parquet").toString())
                        .filter("clv_low <= clv_high")
                        .count())
                .isEqualTo(LifetimeValueJobTest.CUSTOMERS);
    }

    private static void compile(Path source, Path folder) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options =
                    List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
            assertThat(compiler.getTask(errors, files, null, options, null, files.getJavaFileObjects(source))
                            .call())
                    .as(errors::toString)
                    .isTrue();
        }
    }
}
