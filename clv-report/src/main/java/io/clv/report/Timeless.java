package io.clv.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Takes the time of day out of a workbook, so that one analysis gives the same bytes whenever it is written.
 *
 * <p>The writer of workbooks states the sizes of its entries in 64 bits behind them, which the JDK's stream of entries
 * takes for damage. The directory at the end of the archive says where they begin.
 */
final class Timeless {

    private static final String PROPERTIES = "docProps/core.xml";

    /** A day after the earliest that an archive can say, which stands for what it cannot. */
    private static final LocalDateTime LONG_AGO = LocalDateTime.of(1980, 1, 2, 0, 0);

    private static final int END = 22;
    private static final int IN_DIRECTORY = 46;
    private static final int BEFORE_ENTRY = 30;

    private Timeless() {}

    static void copy(byte[] workbook, LocalDate created, OutputStream out) throws IOException {
        ByteBuffer archive = ByteBuffer.wrap(workbook).order(ByteOrder.LITTLE_ENDIAN);
        int entries = archive.getShort(workbook.length - END + 10);
        int at = archive.getInt(workbook.length - END + 16);
        ZipOutputStream copy = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (int entry = 0; entry < entries; entry++) {
            int nameLength = archive.getShort(at + 28);
            String name = new String(workbook, at + IN_DIRECTORY, nameLength, StandardCharsets.UTF_8);
            byte[] content = content(workbook, archive, archive.getInt(at + 42), archive.getInt(at + 20));
            if (name.equals(PROPERTIES)) {
                content = dated(content, created);
            }
            ZipEntry same = new ZipEntry(name);
            same.setTimeLocal(LONG_AGO);
            copy.putNextEntry(same);
            copy.write(content);
            copy.closeEntry();
            at += IN_DIRECTORY + nameLength + archive.getShort(at + 30) + archive.getShort(at + 32);
        }
        copy.finish();
    }

    private static byte[] content(byte[] workbook, ByteBuffer archive, int at, int length) throws IOException {
        int begin = at + BEFORE_ENTRY + archive.getShort(at + 26) + archive.getShort(at + 28);
        Inflater inflater = new Inflater(true);
        try (InflaterInputStream in =
                new InflaterInputStream(new ByteArrayInputStream(workbook, begin, length), inflater)) {
            return in.readAllBytes();
        } finally {
            inflater.end();
        }
    }

    private static byte[] dated(byte[] properties, LocalDate created) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceFirst("(<dcterms:created [^>]*>)[^<]*", "$1" + created + "T00:00:00Z")
                .getBytes(StandardCharsets.UTF_8);
    }
}
