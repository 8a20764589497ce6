package io.clv.examples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Every example runs and prints what it should. */
class ExamplesTest {

    private interface Main {
        void run(String[] args) throws Exception;
    }

    private static void assertPrints(String golden, Main example) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            example.run(new String[0]);
        } finally {
            System.setOut(before);
        }
        Golden.assertMatches(golden, out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }

    @Test
    void formulas() throws Exception {
        assertPrints("Formulas.txt", Formulas::main);
    }

    @Test
    void ownModel() throws Exception {
        assertPrints("OwnModel.txt", OwnModel::main);
    }

    @Test
    void ownNamedModel() throws Exception {
        assertPrints("OwnNamedModel.txt", OwnNamedModel::main);
    }

    @Test
    void baseValuation() throws Exception {
        assertPrints("BaseValuation.txt", BaseValuation::main);
    }

    @Test
    void fittedValues() throws Exception {
        assertPrints("FittedValues.txt", FittedValues::main);
    }

    @Test
    void whatMayHappen() throws Exception {
        assertPrints("WhatMayHappen.txt", WhatMayHappen::main);
    }

    @Test
    void capacityPlans() throws Exception {
        assertPrints("CapacityPlans.txt", CapacityPlans::main);
    }

    @Test
    void contactPlans() throws Exception {
        assertPrints("ContactPlans.txt", ContactPlans::main);
    }

    @Test
    void whatIfPlans() throws Exception {
        assertPrints("WhatIfPlans.txt", WhatIfPlans::main);
    }

    @Test
    void clientLifecycle() throws Exception {
        assertPrints("ClientLifecycle.txt", ClientLifecycle::main);
    }

    @Test
    void whyThisValue() throws Exception {
        assertPrints("WhyThisValue.txt", WhyThisValue::main);
    }

    @Test
    void howSure() throws Exception {
        assertPrints("HowSure.txt", HowSure::main);
    }

    @Test
    void modelOnTrial() throws Exception {
        assertPrints("ModelOnTrial.txt", ModelOnTrial::main);
    }

    @Test
    void subscriptionRetention() throws Exception {
        assertPrints("SubscriptionRetention.txt", SubscriptionRetention::main);
    }

    @Test
    void csvToValues() throws Exception {
        assertPrints("CsvToValues.txt", CsvToValues::main);
    }

    @Test
    void customerCosts() throws Exception {
        assertPrints("CustomerCosts.txt", CustomerCosts::main);
    }

    @Test
    void paybackTime() throws Exception {
        assertPrints("PaybackTime.txt", PaybackTime::main);
    }

    @Test
    void campaignsAsTheyAge() throws Exception {
        assertPrints("CampaignsAsTheyAge.txt", CampaignsAsTheyAge::main);
    }

    @Test
    void channelBudget() throws Exception {
        assertPrints("ChannelBudget.txt", ChannelBudget::main);
    }

    @Test
    void growthAtALoss() throws Exception {
        assertPrints("GrowthAtALoss.txt", GrowthAtALoss::main);
    }

    @Test
    void cohorts() throws Exception {
        assertPrints("Cohorts.txt", Cohorts::main);
    }

    @Test
    void beforeAndAfter() throws Exception {
        assertPrints("BeforeAndAfter.txt", BeforeAndAfter::main);
    }

    @Test
    void segments() throws Exception {
        assertPrints("Segments.txt", Segments::main);
    }

    @Test
    void loyaltyProgramme() throws Exception {
        assertPrints("LoyaltyProgramme.txt", LoyaltyProgramme::main);
    }

    @Test
    void instalmentPlans() throws Exception {
        assertPrints("InstalmentPlans.txt", InstalmentPlans::main);
    }

    @Test
    void bankCustomers() throws Exception {
        assertPrints("BankCustomers.txt", BankCustomers::main);
    }

    @Test
    void prospectScores() throws Exception {
        assertPrints("ProspectScores.txt", ProspectScores::main);
    }

    @Test
    void unhappyCustomers() throws Exception {
        assertPrints("UnhappyCustomers.txt", UnhappyCustomers::main);
    }

    @Test
    void nextServices() throws Exception {
        assertPrints("NextServices.txt", NextServices::main);
    }

    @Test
    void carDealer() throws Exception {
        assertPrints("CarDealer.txt", CarDealer::main);
    }

    @Test
    void likelyTakers() throws Exception {
        assertPrints("LikelyTakers.txt", LikelyTakers::main);
    }
}
