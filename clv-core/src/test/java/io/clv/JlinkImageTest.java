package io.clv;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Splitter;
import io.clv.jlink.ImageMain;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library needs no more of a JDK than it declares, nor reflection that a linker cannot see. */
class JlinkImageTest {

    private static final String CORE = "io.clv.core";

    @Test
    void runsInAnImageOfWhatItDeclares(@TempDir Path folder) throws Exception {
        Path image = folder.resolve("image");
        link(declared(), image);
        assertThat(run(image, ImageMain.class, folder)).isEqualTo("""
                        USD 600.00
                        [subscription, bg-nbd]
                        Customer[id=ann, frequency=1, recency=2.0, age=38.857142857142854, monetaryValue=40.0, \
                        total=USD 60.00]
                        1969-12-28
                        328350
                        """);
    }

    private static void link(Collection<ModuleReference> modules, Path image) {
        ToolProvider jlink = ToolProvider.findFirst("jlink").orElse(null);
        assumeTrue(jlink != null, "this Java has no jlink; run the tests on a JDK");
        String path = modules.stream()
                .map(module -> Path.of(module.location().orElseThrow()).toString())
                .collect(Collectors.joining(File.pathSeparator));
        StringWriter out = new StringWriter();
        PrintWriter printer = new PrintWriter(out, true);
        int status = jlink.run(
                printer,
                printer,
                "--module-path",
                path,
                "--add-modules",
                CORE,
                "--no-header-files",
                "--no-man-pages",
                "--output",
                image.toString());
        assumeTrue(
                !out.toString().contains("java.base not found"),
                "this JDK can link no image; install its jmods, or a JDK that links without");
        assertThat(status).as(out.toString()).isZero();
    }

    /** The library and all that it requires outside the JDK, none of it a mere jar that names no module. */
    private static Collection<ModuleReference> declared() {
        Map<String, ModuleReference> available = classPath();
        Map<String, ModuleReference> declared = new LinkedHashMap<>();
        Deque<String> wanted = new ArrayDeque<>(List.of(CORE));
        while (!wanted.isEmpty()) {
            String name = wanted.remove();
            ModuleReference module = available.get(name);
            if (module == null || declared.putIfAbsent(name, module) != null) {
                continue;
            }
            assertThat(module.descriptor().isAutomatic())
                    .as("%s names no module", module)
                    .isFalse();
            module.descriptor().requires().stream()
                    .filter(requires -> !requires.modifiers().contains(Modifier.STATIC))
                    .map(ModuleDescriptor.Requires::name)
                    .forEach(wanted::add);
        }
        assertThat(declared).containsKeys(CORE, "com.google.common", "org.slf4j");
        return declared.values();
    }

    private static Map<String, ModuleReference> classPath() {
        Map<String, ModuleReference> modules = new HashMap<>();
        for (String entry : Splitter.on(File.pathSeparatorChar).split(System.getProperty("java.class.path", ""))) {
            try {
                ModuleFinder.of(Path.of(entry))
                        .findAll()
                        .forEach(module -> modules.put(module.descriptor().name(), module));
            } catch (FindException e) {
                // A jar of the tests whose name makes no module's.
            }
        }
        return modules;
    }

    /** The class path of the run holds the one class alone: the others of the tests lie in packages of the module. */
    private static String run(Path image, Class<?> main, Path folder) throws IOException, InterruptedException {
        String file = main.getName().replace('.', '/') + ".class";
        Path copy = folder.resolve(file);
        Files.createDirectories(copy.getParent());
        try (InputStream original = main.getResourceAsStream("/" + file)) {
            Files.copy(requireNonNull(original), copy);
        }
        Path errors = folder.resolve("errors");
        Process process = new ProcessBuilder(
                        image.resolve("bin").resolve("java").toString(),
                        "--add-modules",
                        CORE,
                        "-cp",
                        folder.toString(),
                        main.getName())
                .redirectError(errors.toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(() -> output + contentOf(errors.toFile()))
                .isZero();
        return output;
    }
}
