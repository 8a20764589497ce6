package io.clv.report;

import io.clv.report.page.Document;
import io.clv.report.page.PageWriter;
import io.clv.report.page.Part;
import io.clv.report.page.Part.Sentences;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rows as a page. */
final class Page {

    private final ReportRows rows;
    private final Texts texts;

    private Page(ReportRows rows, Texts texts) {
        this.rows = rows;
        this.texts = texts;
    }

    static void write(ReportRows rows, Locale language, Optional<String> title, Appendable out) throws IOException {
        PageWriter.write(new Page(rows, Texts.of(Language.of(language))).document(title), out);
    }

    private Document document(Optional<String> title) {
        Currency currency = rows.summary().total().currency();
        Language language = texts.language();
        return new Document(
                language.locale().toLanguageTag(),
                language.code(),
                language.isRightToLeft(),
                title.orElseGet(() -> texts.get("title")),
                about(currency),
                new Document.Labels(
                        texts.get("page.skip"),
                        texts.get("page.contents"),
                        texts.get("page.dark"),
                        texts.get("page.light"),
                        texts.get("page.table"),
                        texts.get("page.no-script"),
                        texts.get("page.made-by")),
                new Document.MoneyForm(texts.moneyPattern(currency), Math.max(0, currency.getDefaultFractionDigits())),
                parts());
    }

    private List<String> about(Currency currency) {
        Summary summary = rows.summary();
        List<String> about = new ArrayList<>();
        about.add(summary.firstPurchase()
                .map(first -> texts.get("page.observed", first, summary.observedThrough()))
                .orElseGet(() -> texts.get("page.observed-through", summary.observedThrough())));
        about.add(texts.get("page.model", summary.model()));
        about.add(texts.get("page.currency", texts.currency(currency), currency.getCurrencyCode()));
        String calendar = texts.get("page.calendar");
        if (!calendar.isEmpty()) {
            about.add(calendar);
        }
        return about;
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (Section section : Section.values()) {
            Optional<Part> part = rows.absent().contains(section) ? Optional.empty() : part(section);
            if (part.isPresent()) {
                parts.add(withNotes(section, part.get()));
            } else {
                leftOut.add(texts.get(id(section) + ".absent"));
            }
        }
        if (!leftOut.isEmpty()) {
            parts.add(Part.of("left-out", texts.get("left-out.title"), List.of(texts.get("left-out.lead")))
                    .lists(List.of(new Sentences("", false, leftOut))));
        }
        return parts;
    }

    /** A part of the page; empty where there is nothing to show in it. */
    private Optional<Part> part(Section section) {
        return switch (section) {
            case VALUE -> Optional.of(ValuePart.of(rows, texts));
            case TIERS -> SpreadParts.tiers(rows, texts);
            case CONCENTRATION -> SpreadParts.concentration(rows, texts);
            case DISTRIBUTION -> SpreadParts.distribution(rows, texts);
            case ALIVE -> AlivePart.of(rows, texts);
            case TRACKING -> ForecastParts.tracking(rows, texts);
            case HOLD_OUT -> ForecastParts.holdOut(rows, texts);
            case COHORTS -> CohortParts.triangle(rows, texts);
            case CUMULATIVE -> CumulativePart.of(rows, texts);
            case STAGES -> CustomerParts.stages(rows, texts);
            case CHANNELS -> CustomerParts.channels(rows, texts);
            case ACTIONS -> CustomerParts.actions(rows, texts);
            case ASSUMPTIONS -> statements("assumptions", rows.assumptions());
            case DIAGNOSIS -> statements("diagnosis", rows.diagnosis());
        };
    }

    private Optional<Part> statements(String id, List<Sentence> sentences) {
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(Part.of(id, texts.get(id + ".title"), List.of(texts.get(id + ".lead")))
                        .lists(lists(sentences)));
    }

    private Part withNotes(Section section, Part part) {
        // The cards of the hold-out say what this sentence says.
        List<Sentence> notes = rows.notes(section).stream()
                .filter(note -> !note.code().equals("hold-out.bias"))
                .toList();
        if (notes.isEmpty()) {
            return part;
        }
        List<Sentences> lists = new ArrayList<>(part.lists());
        lists.addAll(lists(notes));
        return part.lists(lists);
    }

    /** What can be said in the language of the page, and below it what the library gave in English. */
    private List<Sentences> lists(List<Sentence> sentences) {
        List<String> own = new ArrayList<>();
        List<String> english = new ArrayList<>();
        for (Sentence sentence : sentences) {
            texts.sentence(sentence).ifPresentOrElse(own::add, () -> english.add(sentence.toString()));
        }
        List<Sentences> lists = new ArrayList<>();
        if (!own.isEmpty()) {
            lists.add(new Sentences("", false, own));
        }
        if (!english.isEmpty()) {
            lists.add(new Sentences(texts.get("english.only"), true, english));
        }
        return lists;
    }

    private static String id(Section section) {
        return section.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
