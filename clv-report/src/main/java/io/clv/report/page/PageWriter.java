package io.clv.report.page;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.clv.report.page.template.JtepageGenerated;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a page as one file of HTML that asks no network for anything. */
public final class PageWriter {

    private PageWriter() {}

    /**
     * Writes a page.
     *
     * @param document what it shows
     * @param out where to
     * @throws IOException if it cannot be written
     */
    public static void write(Document document, Appendable out) throws IOException {
        String library = Asset.chartLibrary();
        String script = Asset.script();
        // Only these two scripts may run: one that came in by a name would not, even if escaping failed.
        String policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
                + "form-action 'none'; script-src " + hash(library) + " " + hash(script);
        StringOutput page = new StringOutput();
        JtepageGenerated.render(
                new OwaspHtmlTemplateOutput(page),
                null,
                document,
                policy,
                Asset.style(),
                library,
                script,
                data(document));
        out.append(page.toString());
    }

    private static String data(Document document) {
        Map<String, Object> figures = new LinkedHashMap<>();
        for (Part part : document.parts()) {
            for (Figure figure : part.figures()) {
                figures.put(figure.id(), figure.drawing().data());
            }
        }
        return ScriptJson.of(Map.of(
                "locale", document.locale(),
                "rightToLeft", document.rightToLeft(),
                "money",
                        Map.of(
                                "pattern",
                                document.money().pattern(),
                                "decimals",
                                document.money().decimals()),
                "theme",
                        Map.of(
                                "dark",
                                document.labels().dark(),
                                "light",
                                document.labels().light()),
                "figures", figures));
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
