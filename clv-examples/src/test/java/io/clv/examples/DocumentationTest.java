package io.clv.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every Java example of the README and of docs compiles, runs, and prints what the page says. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> examples() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : pages()) {
            MarkdownExamples markdown = MarkdownExamples.read(page);
            for (MarkdownExamples.Example example : markdown.examples()) {
                tests.add(DynamicTest.dynamicTest(
                        ROOT.relativize(page) + ", line " + example.line(),
                        () -> assertThat(markdown.run(example, Files.createDirectories(folder)))
                                .isEqualTo(example.expected().strip())));
            }
        }
        return tests.stream();
    }

    @Test
    void theReadmeHasThreeExamples() throws Exception {
        assertThat(MarkdownExamples.read(ROOT.resolve("README.md")).examples()).hasSizeGreaterThanOrEqualTo(3);
    }

    private static List<Path> pages() throws Exception {
        List<Path> pages = new ArrayList<>();
        pages.add(ROOT.resolve("README.md"));
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }
}
