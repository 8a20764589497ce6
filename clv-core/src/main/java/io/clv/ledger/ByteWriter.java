package io.clv.ledger;

import java.util.Arrays;

/** Growing bytes. Numbers take seven bits a byte, the low ones first, so that small ones are short. */
final class ByteWriter {

    private static final int FIRST_CAPACITY = 64;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int size;

    void writeByte(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, grown(size + 1L));
        }
        bytes[size++] = (byte) value;
    }

    void write(byte[] more) {
        if (more.length > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, grown((long) size + more.length));
        }
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    private int grown(long least) {
        return Math.toIntExact(Math.max(least, Math.min(Integer.MAX_VALUE - 8L, bytes.length * 2L)));
    }

    /** A number of 64 bits without sign. */
    void writeUnsigned(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            writeByte((int) rest | 0x80);
            rest >>>= 7;
        }
        writeByte((int) rest);
    }

    /** A number with a sign, which goes into the lowest bit. */
    void writeSigned(long value) {
        writeUnsigned((value << 1) ^ (value >> 63));
    }

    /** Four bytes, the high one first. */
    void writeInt(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            writeByte(value >>> shift);
        }
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
