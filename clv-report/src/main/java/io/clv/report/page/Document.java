package io.clv.report.page;

import java.util.List;

/**
 * What a page shows, in the order in which it shows it; all texts are in its language.
 *
 * @param locale the language with its digits, as in "fa-u-nu-arabext"
 * @param language the language alone, as in "fa"
 * @param rightToLeft whether it is written from right to left
 * @param title the title
 * @param about what the page is about, a line each
 * @param labels the words around the parts
 * @param money how amounts are written in charts
 * @param parts the parts
 */
public record Document(
        String locale,
        String language,
        boolean rightToLeft,
        String title,
        List<String> about,
        Labels labels,
        MoneyForm money,
        List<Part> parts) {

    /**
     * The words around the parts.
     *
     * @param skip the link that leads past the head of the page
     * @param contents the name of the list of parts
     * @param dark the button that makes the page dark
     * @param light the button that makes the page light
     * @param table what opens the table of a chart
     * @param noScript what is said where scripts are off
     * @param madeBy the last line
     */
    public record Labels(
            String skip, String contents, String dark, String light, String table, String noScript, String madeBy) {}

    /**
     * How amounts of money are written.
     *
     * @param pattern "{0}" with the sign of the currency where it belongs
     * @param decimals the minor digits of the currency
     */
    public record MoneyForm(String pattern, int decimals) {}

    /**
     * The direction, as HTML writes it.
     *
     * @return "rtl" or "ltr"
     */
    public String direction() {
        return rightToLeft ? "rtl" : "ltr";
    }
}
