package io.clv.examples.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code clv scenario}: what if. */
@Command(
        name = "scenario",
        description = "What a base would be worth if something changed, what moves it most, what retention is worth,"
                + " and how many orders are to come.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class ScenarioCommand {

    private ScenarioCommand() {}

    static CommandLine of(Console console) {
        return new CommandLine(new ScenarioCommand())
                .addSubcommand(new WhatIfCommand(console))
                .addSubcommand(new TornadoCommand(console))
                .addSubcommand(new RetentionCommand(console))
                .addSubcommand(new CapacityCommand(console));
    }
}
