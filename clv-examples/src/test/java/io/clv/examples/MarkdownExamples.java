package io.clv.examples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
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

/**
 * The Java examples of a Markdown page, compiled as they stand and run. A {@code java} block of imports alone serves
 * all blocks after it; a {@code text} block right after an example is what it prints.
 */
final class MarkdownExamples {

    record Example(int line, String code, String expected) {}

    private final List<String> imports = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();

    static MarkdownExamples read(Path page) throws IOException {
        MarkdownExamples result = new MarkdownExamples();
        List<String> lines = Files.readAllLines(page);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).equals("```java")) {
                continue;
            }
            int end = closing(lines, i);
            List<String> code = lines.subList(i + 1, end);
            if (code.stream().allMatch(line -> line.isBlank() || line.startsWith("import "))) {
                result.imports.addAll(code);
            } else {
                int next = end + 1;
                while (next < lines.size() && lines.get(next).isBlank()) {
                    next++;
                }
                String expected = next < lines.size() && lines.get(next).equals("```text")
                        ? String.join("\n", lines.subList(next + 1, closing(lines, next)))
                        : "";
                result.examples.add(new Example(i + 1, String.join("\n", code), expected));
            }
            i = end;
        }
        return result;
    }

    private static int closing(List<String> lines, int opening) {
        int at = opening + 1;
        while (!lines.get(at).equals("```")) {
            at++;
        }
        return at;
    }

    List<Example> examples() {
        return List.copyOf(examples);
    }

    /** What the example prints, once compiled; a compiler error is thrown with its text. */
    String run(Example example, Path folder) throws Exception {
        String name = "Example" + example.line();
        Path source = folder.resolve(name + ".java");
        Files.writeString(
                source,
                String.join("\n", imports) + "\npublic final class " + name
                        + " {\n    public static void main(String[] arguments) throws Exception {\n"
                        + example.code().lines().map(line -> "        " + line).collect(Collectors.joining("\n"))
                        + "\n    }\n}\n");
        compile(source, folder);
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(out);
        }
        return printed.toString(StandardCharsets.UTF_8).strip();
    }

    private static void compile(Path source, Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(
                            errors,
                            files,
                            null,
                            List.of(
                                    "-d",
                                    folder.toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "-proc:none"),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
            if (!compiled) {
                throw new AssertionError("the example does not compile:\n" + errors);
            }
        }
    }
}
