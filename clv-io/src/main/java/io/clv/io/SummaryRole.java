package io.clv.io;

import java.util.List;

/** What a model of purchases needs of a customer, under the names of this library, of papers and of other tools. */
enum SummaryRole implements ColumnRole {
    CUSTOMER("customer", ColumnRole.CUSTOMER_NAMES, true),
    FREQUENCY("frequency", "frequency x", false),
    RECENCY("recency", "recency tx", false),
    AGE("age", "age t n periods", false),
    MONETARY_VALUE("monetary value", "monetaryvalue zbar", true),
    WEIGHT("weight", "weight weights", true);

    private final String word;
    private final String usualNames;
    private final boolean optional;

    SummaryRole(String word, String usualNames, boolean optional) {
        this.word = word;
        this.usualNames = usualNames;
        this.optional = optional;
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
        return optional;
    }
}
