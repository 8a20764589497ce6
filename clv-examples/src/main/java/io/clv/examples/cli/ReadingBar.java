package io.clv.examples.cli;

import io.clv.task.Progress;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar that shows how much of a file was read. It appears only if reading takes long enough to wonder. */
final class ReadingBar implements Progress, AutoCloseable {

    private static final long PATIENCE_NANOS = 500_000_000L;
    private static final int WIDTH = 79;

    private final @Nullable PrintStream terminal;
    private final long start = System.nanoTime();
    private @Nullable ProgressBar bar;

    private ReadingBar(@Nullable PrintStream terminal) {
        this.terminal = terminal;
    }

    static ReadingBar on(PrintStream terminal) {
        return new ReadingBar(terminal);
    }

    /** No bar, where there is no terminal. */
    static ReadingBar none() {
        return new ReadingBar(null);
    }

    @Override
    public void at(String stage, long done, long total) {
        if (terminal == null) {
            return;
        }
        if (bar == null && System.nanoTime() - start > PATIENCE_NANOS) {
            bar = new ProgressBarBuilder()
                    .setTaskName(stage)
                    .setInitialMax(total)
                    .setUnit(" MB", 1_000_000)
                    .setStyle(ProgressBarStyle.ASCII)
                    .clearDisplayOnFinish()
                    .setConsumer(new ConsoleProgressBarConsumer(terminal, WIDTH))
                    .build();
        }
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
