package io.clv.examples.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes, in UTF-8 whatever the system's encoding: results to {@code out}, everything else to
 * {@code err}, a line each, fit for a terminal whatever the data hold.
 */
final class Console {

    private final InputStream in;
    private final PrintWriter out;
    private final PrintStream err;
    private final boolean terminal;

    /** {@code terminal} says whether {@code err} is one, for a bar to be drawn on. */
    Console(InputStream in, OutputStream out, OutputStream err, boolean terminal) {
        this.in = in;
        this.out = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), false);
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
        this.terminal = terminal;
    }

    InputStream in() {
        return in;
    }

    /** Where results go. Lines end in a line feed on every system. */
    PrintWriter out() {
        return out;
    }

    /** Says something that the user may like to know. */
    void note(String message) {
        say("note: " + message);
    }

    /** Says something without which the result may be misread. */
    void warn(String message) {
        say("warning: " + message);
    }

    /** Says a line. */
    void say(String line) {
        err.print(SafeText.escaped(line) + "\n");
        err.flush();
    }

    /** A listener that draws a bar, where there is a terminal to draw it on. */
    ReadingBar bar() {
        return terminal ? ReadingBar.on(err) : ReadingBar.none();
    }
}
