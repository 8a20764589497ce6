package io.clv.io;

import static io.clv.io.UnreadableLogException.Reason.CONTENT;

import io.clv.task.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/**
 * The characters of a UTF-8 file for the CSV parser. A decoder of the JDK would put a replacement character where the
 * bytes are not UTF-8, and so make two customers one; this one stops and says in which line.
 */
final class TextSource extends Reader {

    private static final int CHUNK = 1 << 16;
    private static final int PROGRESS_STEP = 1 << 20;
    private static final int MARK_LENGTH = 3;
    private static final String STAGE = "reading";

    private final InputStream in;
    private final String name;
    private final long size;
    private final Progress progress;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK).flip();
    private final char[] head = new char[CHUNK];
    private int headAt;
    private int headEnd;
    private long bytesRead;
    private long lineEnds;
    private long nextReport = PROGRESS_STEP;
    private boolean ended;

    /** {@code size} is the number of bytes to come, or -1 where that is not known. */
    TextSource(InputStream in, String name, long size, Progress progress) {
        this.in = in;
        this.name = name;
        this.size = size;
        this.progress = progress;
    }

    /** The text up to the end of the first line at least, where it is not overlong; it will be read again. */
    CharSequence head() throws IOException {
        while (headEnd < head.length && !hasWholeLine()) {
            int got = decode(CharBuffer.wrap(head, headEnd, head.length - headEnd));
            if (got < 0) {
                break;
            }
            headEnd += got;
        }
        return CharBuffer.wrap(head, 0, headEnd);
    }

    private boolean hasWholeLine() {
        boolean text = false;
        for (int i = 0; i < headEnd; i++) {
            boolean lineEnd = head[i] == '\n' || head[i] == '\r';
            if (lineEnd && text) {
                return true;
            }
            text |= !lineEnd;
        }
        return false;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (headAt < headEnd) {
            int count = Math.min(length, headEnd - headAt);
            System.arraycopy(head, headAt, buffer, offset, count);
            headAt += count;
            return count;
        }
        return decode(CharBuffer.wrap(buffer, offset, length));
    }

    private int decode(CharBuffer out) throws IOException {
        int start = out.position();
        while (true) {
            CoderResult result = decoder.decode(bytes, out, ended);
            if (result.isError()) {
                throw notUtf8();
            }
            if (out.position() > start || !out.hasRemaining()) {
                return out.position() - start;
            }
            if (ended) {
                return -1;
            }
            refill();
        }
    }

    private void refill() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted after " + bytesRead + " bytes of " + name + " were read");
        }
        bytes.compact();
        int from = bytes.position();
        int got = bytesRead == 0 ? readStart() : in.read(bytes.array(), from, bytes.remaining());
        ended = got <= 0;
        if (!ended) {
            bytesRead += got;
            check(bytes.array(), from, from + got);
            bytes.position(from + got);
        }
        bytes.flip();
        if (bytesRead >= nextReport || ended) {
            progress.at(STAGE, bytesRead, size < 0 && ended ? bytesRead : size);
            nextReport = bytesRead + PROGRESS_STEP;
        }
    }

    /** The first bytes, without the mark that some programs put before UTF-8. */
    private int readStart() throws IOException {
        byte[] start = bytes.array();
        int got = in.readNBytes(start, 0, MARK_LENGTH);
        int first = got > 0 ? start[0] & 0xFF : 0;
        int second = got > 1 ? start[1] & 0xFF : 0;
        if ((first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE)) {
            throw new UnreadableLogException(CONTENT, name + " is UTF-16: save it as UTF-8");
        }
        boolean marked = got == MARK_LENGTH && first == 0xEF && second == 0xBB && (start[2] & 0xFF) == 0xBF;
        if (!marked) {
            return got;
        }
        bytesRead += MARK_LENGTH;
        return in.read(start, 0, start.length);
    }

    private void check(byte[] chunk, int from, int to) {
        long ends = 0;
        for (int i = from; i < to; i++) {
            byte b = chunk[i];
            if (b <= '\n' && b >= 0) {
                if (b == 0) {
                    throw new UnreadableLogException(
                            CONTENT, name + " is not text: there is a NUL byte in line " + (lineEnds + ends + 1));
                }
                ends += b == '\n' ? 1 : 0;
            }
        }
        lineEnds += ends;
    }

    private UnreadableLogException notUtf8() {
        int at = bytes.position();
        long line = lineEnds + 1;
        for (int i = at; i < bytes.limit(); i++) {
            line -= bytes.get(i) == '\n' ? 1 : 0;
        }
        return new UnreadableLogException(
                CONTENT,
                String.format(
                        Locale.ROOT,
                        "%s is not UTF-8 text: byte 0x%02X in line %d (save it as UTF-8)",
                        name,
                        bytes.get(at),
                        line));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
