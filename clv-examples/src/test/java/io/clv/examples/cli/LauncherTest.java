package io.clv.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher says what is missing. */
class LauncherTest {

    private static final Path LAUNCHER = Path.of("clv").toAbsolutePath();

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void requireShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell at /bin/sh");
    }

    private static String launch(Path launcher, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", launcher.toString(), "--version");
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() + " " + output;
    }

    private Path fakeJava(String version) throws IOException {
        Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
        Files.writeString(
                java,
                "#!/bin/sh\n[ \"$1\" = -version ] && echo 'openjdk version \"" + version
                        + "\" 2020-01-01' >&2 || echo \"started: $*\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return java;
    }

    @Test
    void noJava() throws Exception {
        assertThat(launch(LAUNCHER, Map.of("JAVA_HOME", folder.toString())))
                .isEqualTo("1 clv: there is no " + folder
                        + "/bin/java: JAVA_HOME must be the directory of a JDK 17 or later\n");
    }

    @Test
    void anOldJava() throws Exception {
        Path java = fakeJava("1.8.0_402");
        assertThat(launch(LAUNCHER, Map.of("JAVA_HOME", folder.toString())))
                .isEqualTo("1 clv: Java 17 or later is needed, but " + java + " is version 8\n");
    }

    @Test
    void anUpToDateJarIsStartedAsItIs() throws Exception {
        Path launcher = Files.createDirectories(folder.resolve("clone/clv-examples/target"))
                .resolve("../clv")
                .normalize();
        Files.copy(LAUNCHER, launcher);
        Path jar = Files.createFile(launcher.resolveSibling("target").resolve("clv.jar"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), launcher);
        fakeJava("17.0.1");

        String output =
                launch(link, Map.of("JAVA_HOME", folder.toString(), "CLV_JAVA_OPTS", "-Xmx1g -Xms1g", "LC_ALL", "C"));

        assertThat(output)
                .startsWith("0 started: ")
                .contains(" -Xmx1g -Xms1g -jar " + jar.toRealPath() + " --version\n");
    }
}
