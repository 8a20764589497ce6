package io.clv.report;

import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import io.clv.report.Table.Word;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** The tables of a report as a workbook: numbers as numbers, and what customers call themselves as text. */
final class Workbook {

    private static final String MAKER = "CLV for Java";

    /** What a cell may hold at most. */
    private static final int LONGEST = 32_767;

    private static final int WIDEST = 60;

    /** Readers take this for a character, and so it is written as one. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final Texts texts;
    private final CellFormats formats;

    private Workbook(Texts texts) {
        this.texts = texts;
        formats = new CellFormats(texts.language());
    }

    static void write(ReportRows rows, Locale language, Optional<String> title, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(Texts.of(Language.of(language)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (org.dhatim.fastexcel.Workbook file = new org.dhatim.fastexcel.Workbook(bytes, MAKER, null)) {
            file.properties().setTitle(text(title.orElseGet(() -> workbook.texts.get("title"))));
            for (Table table : new Tables(rows).all()) {
                workbook.write(table, file.newWorksheet(workbook.texts.get("sheet." + table.name())));
            }
        }
        Timeless.copy(bytes.toByteArray(), rows.summary().observedThrough(), out);
    }

    private void write(Table table, Worksheet sheet) throws IOException {
        if (texts.language().isRightToLeft()) {
            sheet.rightToLeft();
        }
        sheet.freezePane(0, 1);
        List<Word> columns = table.columns();
        int[] widths = new int[columns.size()];
        for (int column = 0; column < columns.size(); column++) {
            String head = word(columns.get(column));
            sheet.value(0, column, head);
            sheet.style(0, column).bold().wrapText(true).set();
            widths[column] = Math.min(head.length(), 20);
        }
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                int length = write(sheet, row + 1, column, table.rows().get(row).get(column));
                widths[column] = Math.max(widths[column], length);
            }
        }
        for (int column = 0; column < widths.length; column++) {
            sheet.width(column, Math.min(WIDEST, widths[column]) + 3.0);
        }
        sheet.finish();
    }

    /** Writes a cell, and says how wide it is. */
    private int write(Worksheet sheet, int row, int column, @Nullable Object cell) {
        if (cell == null) {
            return 0;
        }
        if (cell instanceof Money money) {
            sheet.value(row, column, money.amount());
            sheet.style(row, column).format(formats.money(money.currency())).set();
            return money.toString().length() + 2;
        }
        if (cell instanceof Ratio ratio) {
            sheet.value(row, column, ratio.value());
            sheet.style(row, column).format(formats.percent()).set();
            return 7;
        }
        if (cell instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format(formats.date()).set();
            return 10;
        }
        if (cell instanceof Number number) {
            boolean whole = number instanceof Integer || number instanceof Long;
            sheet.value(row, column, number);
            sheet.style(row, column)
                    .format(whole ? formats.whole() : formats.decimal())
                    .set();
            return 10;
        }
        String shown = text(shown(cell));
        sheet.value(row, column, shown);
        if (cell instanceof String) {
            sheet.style(row, column).format(CellFormats.TEXT).set();
        } else if (shown.length() > WIDEST) {
            sheet.style(row, column).wrapText(true).set();
        }
        return shown.length();
    }

    private String shown(Object cell) {
        if (cell instanceof Word word) {
            return word(word);
        }
        if (cell instanceof Sentence sentence) {
            return texts.sentence(sentence).orElseGet(sentence::toString);
        }
        return cell instanceof Span span ? texts.span(span) : cell.toString();
    }

    private String word(Word word) {
        if (!texts.has(word.key()) && !word.otherwise().equals(word.key())) {
            return word.otherwise();
        }
        List<Object> arguments = new ArrayList<>();
        word.arguments().forEach(each -> arguments.add(each instanceof Word inner ? word(inner) : each));
        return texts.get(word.key(), arguments.toArray());
    }

    /**
     * What can stand in a cell: of a text that is longer the beginning, and a sign for what no file of XML can hold.
     */
    private static String text(String any) {
        String shown = any.length() <= LONGEST ? any : any.substring(0, LONGEST - 1) + '\u2026';
        return ESCAPE.matcher(NOT_IN_XML.matcher(shown).replaceAll("\uFFFD")).replaceAll("_x005F_");
    }
}
