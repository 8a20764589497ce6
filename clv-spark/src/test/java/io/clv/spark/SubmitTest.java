package io.clv.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.clv.btyd.BgNbd;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The job in a JVM of its own: as {@code spark-submit} starts it, and as plain {@code java} does. */
class SubmitTest {

    private static final String JOB = LifetimeValueJob.class.getName();

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What Spark and the core's libraries are, without this project. */
    private static String classPathWithout(Path... homes) {
        List<String> own = Arrays.stream(homes).map(Path::toString).toList();
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !own.contains(entry) && !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path jar(Path home, Path jar) throws IOException {
        if (Files.isRegularFile(home)) {
            return home;
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(
                        new JarEntry(home.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
        return jar;
    }

    private static String run(Path folder, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.add("@" + Path.of("jdk.options").toAbsolutePath());
        command.addAll(List.of(
                "-Xmx1g",
                "-Dspark.ui.enabled=false",
                "-Dspark.driver.bindAddress=127.0.0.1",
                "-Dspark.driver.host=localhost",
                "-Dspark.sql.shuffle.partitions=3"));
        command.addAll(arguments);
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(240, TimeUnit.SECONDS);
        process.destroyForcibly();
        String text = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(ended).as(text).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    private static List<String> options(Path folder) {
        return List.of(LifetimeValueJobTest.needed(LifetimeValueJobTest.log(folder), folder));
    }

    private static void assertDone(Path folder, String said) {
        assertThat(said).contains(LifetimeValueJobTest.CUSTOMERS + " customers observed through 2024-12-29");
        assertThat(LocalSpark.session()
                        .read()
                        .parquet(folder.resolve("customers").toString())
                        .filter("clv > 0")
                        .count())
                .isEqualTo(LifetimeValueJobTest.CUSTOMERS);
    }

    @Test
    void sparkSubmitRunsIt() throws Exception {
        Path folder = LocalSpark.folder("submit");
        Path core = home(BgNbd.class);
        Path job = home(LifetimeValueJob.class);
        List<String> arguments = new ArrayList<>(List.of(
                "-cp",
                classPathWithout(core, job),
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                "local[2]",
                "--class",
                JOB,
                "--jars",
                jar(core, folder.resolve("core.jar")).toString(),
                jar(job, folder.resolve("job.jar")).toString()));
        arguments.addAll(options(folder));
        assertDone(folder, run(folder, arguments));
    }

    @Test
    void javaRunsItWithoutAnySparkInstalled() throws Exception {
        Path folder = LocalSpark.folder("local");
        List<String> arguments =
                new ArrayList<>(List.of("-Dspark.master=local[2]", "-cp", System.getProperty("java.class.path"), JOB));
        arguments.addAll(options(folder));
        assertDone(folder, run(folder, arguments));
    }
}
