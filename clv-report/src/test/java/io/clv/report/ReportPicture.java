package io.clv.report;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Makes the picture of a report for the README, of a simulated base: the head of a page in English and light, and the
 * cohorts of the same page in Persian and dark. From the folder of the module, with Chromium installed:
 *
 * <pre>{@code
 * mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=io.clv.report.ReportPicture
 * }</pre>
 */
final class ReportPicture {

    private static final Path PICTURE = Path.of("..", "docs", "images", "report.png");
    private static final int WIDTH = 960;
    private static final int HEIGHT = 1380;
    private static final double SCALE = 0.7;

    private ReportPicture() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("report");
        ReportRows rows = Bases.whole(5000).rows();
        BufferedImage picture =
                new BufferedImage((int) (2 * WIDTH * SCALE), (int) (HEIGHT * SCALE), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.scale(SCALE, SCALE);
        try (Browser browser = Browser.start()) {
            canvas.drawImage(shot(browser, rows, folder, "en", "light", "body"), 0, 0, null);
            canvas.drawImage(shot(browser, rows, folder, "fa", "dark", "#cohorts"), WIDTH, 0, null);
        }
        canvas.dispose();
        Files.createDirectories(PICTURE.getParent());
        ImageIO.write(picture, "png", PICTURE.toFile());
        System.out.println(PICTURE + ": " + Files.size(PICTURE) + " bytes");
    }

    private static BufferedImage shot(
            Browser browser, ReportRows rows, Path folder, String language, String scheme, String from)
            throws IOException {
        Path page = folder.resolve(language + ".html");
        Report.of(rows).language(Locale.forLanguageTag(language)).writeTo(page);
        browser.prefer(scheme);
        browser.open(page, WIDTH);
        browser.settle();
        int top = (int) browser.number(
                "return Math.max(0, document.querySelector(arguments[0]).getBoundingClientRect().top - 16)", from);
        return ImageIO.read(new ByteArrayInputStream(browser.picture(WIDTH, top, top + HEIGHT)));
    }
}
