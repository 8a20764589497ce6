package io.clv.report.page;

import java.util.List;

/**
 * A part of a page under a title of its own.
 *
 * @param id its anchor
 * @param title its title
 * @param lead what a reader has to know first, a paragraph each
 * @param cards single figures, side by side
 * @param figures charts, each with its table
 * @param grids tables without a chart, open to see
 * @param lists lists of sentences
 */
public record Part(
        String id,
        String title,
        List<String> lead,
        List<Card> cards,
        List<Figure> figures,
        List<Grid> grids,
        List<Sentences> lists) {

    /**
     * A part of text only, to which the rest is added.
     *
     * @param id its anchor
     * @param title its title
     * @param lead what a reader has to know first
     * @return the part
     */
    public static Part of(String id, String title, List<String> lead) {
        return new Part(id, title, lead, List.of(), List.of(), List.of(), List.of());
    }

    /**
     * This part with single figures.
     *
     * @param each the figures
     * @return the part
     */
    public Part cards(List<Card> each) {
        return new Part(id, title, lead, each, figures, grids, lists);
    }

    /**
     * This part with charts.
     *
     * @param each the charts
     * @return the part
     */
    public Part figures(List<Figure> each) {
        return new Part(id, title, lead, cards, each, grids, lists);
    }

    /**
     * This part with tables.
     *
     * @param each the tables
     * @return the part
     */
    public Part grids(List<Grid> each) {
        return new Part(id, title, lead, cards, figures, each, lists);
    }

    /**
     * This part with lists of sentences.
     *
     * @param each the lists
     * @return the part
     */
    public Part lists(List<Sentences> each) {
        return new Part(id, title, lead, cards, figures, grids, each);
    }

    /**
     * A single figure that is worth large letters.
     *
     * @param label what it is
     * @param value the figure
     * @param note what is said below it; may be empty
     */
    public record Card(String label, String value, String note) {}

    /**
     * A list of sentences in one language.
     *
     * @param heading what stands above them; may be empty
     * @param english whether they are in English, whatever the language of the page
     * @param sentences the sentences
     */
    public record Sentences(String heading, boolean english, List<String> sentences) {}
}
