package io.clv.io;

import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether what stands beside an amount is the log's currency: its code, or a sign that it may share with others. */
final class CurrencySigns {

    /** A sign and the currencies that are written with it, a line each. */
    private static final Map<String, List<String>> CODES = """
            $ USD CAD AUD NZD HKD SGD TWD MXN ARS CLP COP UYU DOP BBD BSD BZD FJD JMD NAD TTD XCD BMD KYD LRD GYD
            US$ USD
            C$ CAD NIO
            CA$ CAD
            A$ AUD
            NZ$ NZD
            HK$ HKD
            S$ SGD
            NT$ TWD
            MX$ MXN
            R$ BRL
            \u20AC EUR
            \u00A3 GBP EGP LBP SYP SDG GIP FKP SHP SSP
            \u00A5 JPY CNY
            \uFFE5 JPY CNY
            \u5186 JPY
            \u5143 CNY
            \u20B9 INR
            Rs INR PKR LKR NPR MUR SCR
            Rs. INR PKR LKR NPR MUR SCR
            \u20BD RUB
            \u20BA TRY
            TL TRY
            \u20A9 KRW KPW
            \u20AA ILS
            \u20B4 UAH
            \u20AB VND
            \u0E3F THB
            \u20B1 PHP CUP
            \u20A6 NGN
            \u20B5 GHS
            \u20B8 KZT
            \u20BE GEL
            \u20BC AZN
            \u20AE MNT
            \u20A1 CRC
            \u20B2 PYG
            z\u0142 PLN
            K\u010D CZK
            Ft HUF
            lei RON
            kr SEK NOK DKK ISK
            kr. SEK NOK DKK ISK
            Fr. CHF
            RM MYR
            Rp IDR
            R ZAR
            \uFDFC IRR SAR YER OMR QAR
            \u0631\u064A\u0627\u0644 IRR SAR YER OMR QAR
            \u0631\u06CC\u0627\u0644 IRR
            \u0631.\u0633 SAR
            \u0631.\u0633. SAR
            \u062F.\u0625 AED
            \u062F.\u0625. AED
            \u062C.\u0645 EGP
            \u062C.\u0645. EGP
            \u062F.\u0643 KWD
            \u062F.\u0643. KWD
            """.lines()
            .map(line -> Arrays.asList(line.split(" ")))
            .collect(Collectors.toUnmodifiableMap(words -> words.get(0), words -> words.subList(1, words.size())));

    private CurrencySigns() {}

    /** Whether the mark is a sign or the code of the currency. */
    static boolean match(String mark, Currency currency) {
        String code = currency.getCurrencyCode();
        return mark.equalsIgnoreCase(code)
                || CODES.getOrDefault(mark, List.of()).contains(code);
    }

    /** Whether the mark is a sign or the code of any currency. */
    static boolean isCurrency(String mark) {
        if (CODES.containsKey(mark)) {
            return true;
        }
        try {
            Currency.getInstance(mark.toUpperCase(Locale.ROOT));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
