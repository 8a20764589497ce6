package io.clv.examples.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code clv economics}: what a customer may cost. */
@Command(
        name = "economics",
        description = "What customers cost, when they have paid it back, and where the next money should go.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class EconomicsCommand {

    private EconomicsCommand() {}

    static CommandLine of(Console console) {
        return new CommandLine(new EconomicsCommand())
                .addSubcommand(new CostCommand(console))
                .addSubcommand(new PaybackCommand(console))
                .addSubcommand(new BudgetCommand(console))
                .addSubcommand(new GrowthCommand(console))
                .addSubcommand(new OddsCommand(console))
                .addSubcommand(new CampaignsCommand(console))
                .addSubcommand(new LoyaltyCommand(console))
                .addSubcommand(new InstalmentCommand(console))
                .addSubcommand(new CreditCommand(console))
                .addSubcommand(new IncomeCommand(console))
                .addSubcommand(new ReferralCommand(console))
                .addSubcommand(new LeadsCommand(console))
                .addSubcommand(new RealCommand(console))
                .addSubcommand(new SatisfactionCommand(console));
    }
}
