package io.clv.io;

import java.util.List;

/** What a column of a file can stand for. */
interface ColumnRole {

    /** The usual names of a column of customer ids. */
    String CUSTOMER_NAMES = "customer customerid customerno customernumber customerkey custid cust client clientid user"
            + " userid account accountid member memberid buyer buyerid subscriber subscriberid id";

    /** What messages call it. */
    String word();

    /** The names such columns usually have, in lower case, letters and digits only, the likeliest first. */
    List<String> usualNames();

    /** Whether a file may do without it. */
    boolean isOptional();
}
