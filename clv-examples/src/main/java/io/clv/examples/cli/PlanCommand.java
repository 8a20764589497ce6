package io.clv.examples.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code clv plan}: what happens next. */
@Command(
        name = "plan",
        description = "Where each customer stands, what gives a reason to call, and when to call whom.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class PlanCommand {

    private PlanCommand() {}

    static CommandLine of(Console console) {
        return new CommandLine(new PlanCommand())
                .addSubcommand(new StagesCommand(console))
                .addSubcommand(new PlateausCommand(console))
                .addSubcommand(new WinBackCommand(console))
                .addSubcommand(new OffersCommand(console))
                .addSubcommand(new TakersCommand(console))
                .addSubcommand(new MilestonesCommand(console))
                .addSubcommand(new ReplacementsCommand(console))
                .addSubcommand(new ServiceReturnCommand(console))
                .addSubcommand(new ContactsCommand(console))
                .addSubcommand(new AccuracyCommand(console));
    }
}
