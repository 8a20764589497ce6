package io.clv.io;

import java.util.List;

/** What a ledger needs of a row, with the names such columns usually have, the likeliest first. */
enum ColumnRole {
    CUSTOMER(
            "customer",
            "customer customerid customerno customernumber customerkey custid cust client clientid user userid account"
                    + " accountid member memberid buyer buyerid subscriber subscriberid id"),
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

    ColumnRole(String word, String usualNames) {
        this.word = word;
        this.usualNames = usualNames;
    }

    String word() {
        return word;
    }

    boolean isOptional() {
        return this == CURRENCY;
    }

    /** In lower case, letters and digits only. */
    List<String> usualNames() {
        return List.of(usualNames.split(" "));
    }
}
