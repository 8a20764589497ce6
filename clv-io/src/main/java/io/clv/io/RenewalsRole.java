package io.clv.io;

import java.util.List;

/** What the columns of a file of renewals stand for. Which of them there must be depends on the others. */
enum RenewalsRole implements ColumnRole {
    CUSTOMER("customer", ColumnRole.CUSTOMER_NAMES),
    RENEWALS("renewals", "renewals renewalsmade"),
    ACTIVE("active", "active isactive"),
    PERIOD("period", "period periods renewal"),
    SURVIVORS("survivors", "survivors survived"),
    COHORT("cohort", "cohort"),
    WEIGHT("weight", "weight weights");

    private final String word;
    private final String usualNames;

    RenewalsRole(String word, String usualNames) {
        this.word = word;
        this.usualNames = usualNames;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public List<String> usualNames() {
        return List.of(usualNames.split(" "));
    }

    @Override
    public boolean isOptional() {
        return true;
    }
}
