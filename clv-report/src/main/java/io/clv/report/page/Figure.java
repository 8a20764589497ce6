package io.clv.report.page;

/**
 * A chart, with its table for those who cannot see it or want the figures.
 *
 * @param id its anchor
 * @param title its title
 * @param description what it shows, for those who cannot see it
 * @param drawing what is drawn
 * @param grid the same figures
 */
public record Figure(String id, String title, String description, Drawing drawing, Grid grid) {}
