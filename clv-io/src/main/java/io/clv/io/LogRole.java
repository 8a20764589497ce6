package io.clv.io;

import java.util.List;

/** What a ledger needs of a row. */
enum LogRole implements ColumnRole {
    CUSTOMER("customer", ColumnRole.CUSTOMER_NAMES),
    DATE(
            "date",
            "date orderdate purchasedate transactiondate invoicedate saledate paymentdate day datetime timestamp"
                    + " orderedat purchasedat createdat time"),
    // A total comes before a price: beside a total, the price is that of one piece.
    AMOUNT(
            "amount",
            "amount orderamount totalamount netamount ordertotal total totalprice revenue sales ordervalue value spend"
                    + " payment price"),
    CURRENCY("currency", "currency currencycode ccy");

    private final String word;
    private final String usualNames;

    LogRole(String word, String usualNames) {
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
        return this == CURRENCY;
    }
}
