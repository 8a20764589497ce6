package io.clv.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clv.examples.Golden;
import java.util.ArrayList;
import java.util.List;

/** A run of {@code clv economics}, whose files are among the logs. */
final class EconomicsRun {

    private EconomicsRun() {}

    static Run run(String command, String... words) {
        List<String> args = new ArrayList<>(List.of("economics"));
        for (String word : command.split(" ")) {
            args.add(word.endsWith(".csv") ? Run.file("logs/" + word) : word);
        }
        args.addAll(List.of(words));
        return Run.of(args.toArray(String[]::new));
    }

    static void assertGolden(String name, Run run) {
        assertThat(run.code()).as(run.err()).isZero();
        Golden.assertMatchesFit("economics-" + name, run.out());
    }
}
