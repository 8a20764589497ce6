package io.clv.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The {@code console} blocks of the page on the command line, run one after the other in one folder: what follows a
 * {@code $ clv} is what the command says and prints, the former first. With {@code -Dgolden.update=true} the page is
 * written anew, to be read before it is committed. A {@code csv} block that names a file is that file.
 */
class ConsoleExamplesTest {

    private static final Path PAGE = Path.of("..", "docs", "command-line.md");
    private static final String PROMPT = "$ clv ";
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern FILE = Pattern.compile("[a-z-]+\\.(csv|txt|html|xlsx)");

    private static final Pattern SHOWN_FILE = Pattern.compile("```csv ([a-z-]+\\.csv)\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder = Path.of("");

    @Test
    void whatThePageShowsIsWhatHappens() throws IOException {
        List<String> actual = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        String command = "";
        int commands = 0;
        boolean inside = false;
        writeFiles();
        for (String line : Files.readAllLines(PAGE)) {
            boolean fence = line.startsWith("```");
            if (!inside || fence || line.startsWith(PROMPT)) {
                commands += command.isEmpty() ? 0 : 1;
                actual.addAll(outputOf(command, shown));
                shown.clear();
                command = inside && !fence ? line : "";
                actual.add(line);
            } else {
                shown.add(line);
            }
            inside = fence ? line.equals("```console") : inside;
        }
        assertThat(commands).isPositive();
        if (Boolean.getBoolean("golden.update")) {
            Files.write(PAGE, actual);
        }
    }

    private void writeFiles() throws IOException {
        Matcher file = SHOWN_FILE.matcher(Files.readString(PAGE));
        while (file.find()) {
            Files.writeString(folder.resolve(file.group(1)), file.group(2));
        }
    }

    /** What a command says and prints, which is what the page shows. */
    private List<String> outputOf(String command, List<String> shown) throws IOException {
        if (command.isEmpty()) {
            return List.of();
        }
        List<String> output = run(command.substring(PROMPT.length())).lines().toList();
        if (!Boolean.getBoolean("golden.update")) {
            assertThat(String.join("\n", output)).as(command).isEqualTo(String.join("\n", shown));
        }
        return output;
    }

    private String run(String command) throws IOException {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            words.add(FILE.matcher(word).matches() ? folder.resolve(word).toString() : word);
        }
        int redirect = words.indexOf(">");
        Run run =
                Run.of(words.subList(0, redirect < 0 ? words.size() : redirect).toArray(String[]::new));
        String err = run.err().replace(folder + "/", "");
        if (redirect < 0) {
            return err + run.out();
        }
        Files.writeString(Path.of(words.get(redirect + 1)), run.out());
        return err;
    }
}
