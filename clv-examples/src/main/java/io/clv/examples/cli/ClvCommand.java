package io.clv.examples.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/**
 * The command {@code clv}. It exits with 0 when done, 1 when the data have problems and 2 when the command was wrong;
 * one line on standard error says what, never a stack trace.
 */
@Command(
        name = "clv",
        description = "Customer lifetime value from the command line.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = ClvCommand.Version.class)
public final class ClvCommand {

    private ClvCommand() {}

    /**
     * Runs the command and exits.
     *
     * @param args the words of the command line after {@code clv}
     */
    public static void main(String[] args) {
        // Nothing here asks for the locale; this is for the libraries that draw help and progress.
        Locale.setDefault(Locale.ROOT);
        System.exit(run(System.in, System.out, System.err, Boolean.getBoolean("clv.terminal"), args));
    }

    /** Runs the command; {@code terminal} says whether {@code err} is one. */
    static int run(InputStream in, OutputStream out, OutputStream err, boolean terminal, String... args) {
        Console console = new Console(in, out, err, terminal);
        CommandLine command = new CommandLine(new ClvCommand());
        command.addSubcommand(new ValueCommand(console));
        command.addSubcommand(new LtvCommand(console));
        command.addSubcommand(new SummarizeCommand(console));
        command.addSubcommand(new FitCommand(console));
        command.addSubcommand(new CompareCommand(console));
        command.addSubcommand(new EvaluateCommand(console));
        command.addSubcommand(new PredictCommand(console));
        command.addSubcommand(new CohortCommand(console));
        command.addSubcommand(new SegmentCommand(console));
        command.addSubcommand(new ReportCommand(console));
        command.addSubcommand(new SimulateCommand(console));
        command.addSubcommand(EconomicsCommand.of(console));
        command.addSubcommand(PlanCommand.of(console));
        command.addSubcommand(ScenarioCommand.of(console));
        command.addSubcommand(new CommandLine.HelpCommand());
        OptionTypes.register(command);
        Failures failures = new Failures(console);
        command.setOut(console.out());
        command.setParameterExceptionHandler(failures);
        command.setExecutionExceptionHandler(failures);
        try {
            int code = command.execute(args);
            console.out().flush();
            return code;
        } catch (OutOfMemoryError e) {
            console.say("clv: the log is too large for the memory of Java: give it more, as in CLV_JAVA_OPTS=-Xmx16g");
            return Failures.DATA;
        }
    }

    /** The version in the manifest of the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            @Nullable String version = ClvCommand.class.getPackage().getImplementationVersion();
            return new String[] {"clv " + (version == null ? "(not from a jar)" : version)};
        }
    }
}
