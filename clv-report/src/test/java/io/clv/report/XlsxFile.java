package io.clv.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A workbook as its files say it: what a reader of Office Open XML sees, without one. */
final class XlsxFile {

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private XlsxFile() {}

    static XlsxFile of(byte[] bytes) throws IOException {
        XlsxFile file = new XlsxFile();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                file.parts.put(entry.getName(), entries.readAllBytes());
            }
        }
        return file;
    }

    /**
     * A cell.
     *
     * @param type "s" for a text, "n" for a number
     * @param value what it holds, a text in full
     * @param format how it is shown
     * @param formula whether it is one
     */
    record Cell(String type, String value, String format, boolean formula) {}

    List<String> sheets() {
        List<String> names = new ArrayList<>();
        for (Element sheet : elements(part("xl/workbook.xml"), "sheet")) {
            names.add(sheet.getAttribute("name"));
        }
        return names;
    }

    boolean isRightToLeft(int sheet) {
        return elements(sheet(sheet), "sheetView")
                .get(0)
                .getAttribute("rightToLeft")
                .equals("true");
    }

    String text(String part) {
        return new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
    }

    /** The rows of the sheet at a place, from 0, by column. */
    List<Map<String, Cell>> rows(int sheet) {
        List<String> texts = new ArrayList<>();
        for (Element item : elements(part("xl/sharedStrings.xml"), "si")) {
            texts.add(item.getTextContent());
        }
        List<Map<String, Cell>> rows = new ArrayList<>();
        for (Element row : elements(sheet(sheet), "row")) {
            Map<String, Cell> cells = new LinkedHashMap<>();
            for (Element cell : elements(row, "c")) {
                List<Element> values = elements(cell, "v");
                if (!values.isEmpty()) {
                    boolean isText = cell.getAttribute("t").equals("s");
                    String value = values.get(0).getTextContent();
                    cells.put(
                            cell.getAttribute("r").replaceAll("\\d", ""),
                            new Cell(
                                    isText ? "s" : "n",
                                    isText ? texts.get(Integer.parseInt(value)) : value,
                                    format(cell.getAttribute("s")),
                                    !elements(cell, "f").isEmpty()));
                }
            }
            rows.add(cells);
        }
        return rows;
    }

    private Document sheet(int sheet) {
        return part("xl/worksheets/sheet" + (sheet + 1) + ".xml");
    }

    private String format(String style) {
        if (style.isEmpty()) {
            return "";
        }
        Document styles = part("xl/styles.xml");
        Element used = elements(elements(styles, "cellXfs").get(0), "xf").get(Integer.parseInt(style));
        String id = used.getAttribute("numFmtId");
        for (Element format : elements(styles, "numFmt")) {
            if (format.getAttribute("numFmtId").equals(id)) {
                return format.getAttribute("formatCode");
            }
        }
        return "built in " + id;
    }

    private Document part(String name) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(parts.get(name)));
        } catch (Exception e) {
            throw new AssertionError(name + " cannot be read", e);
        }
    }

    private static List<Element> elements(Document in, String name) {
        return listed(in.getElementsByTagName(name));
    }

    private static List<Element> elements(Element in, String name) {
        return listed(in.getElementsByTagName(name));
    }

    private static List<Element> listed(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
