package org.gavel.exchange.journal.envelope;

/**
 * The 4 bytes before each document of a Chronicle Queue file, little endian: the length of what follows and two bits. 0
 * is the end so far. A document, as long as it is aligned, is followed by the next header.
 */
final class DocumentHeader {
    static final int BYTES = 4;

    /** The document is begun and not completed. */
    static final int NOT_COMPLETE = 0x8000_0000;

    /** The document is Chronicle's own. */
    static final int META_DATA = 0x4000_0000;

    /** Ends a file for good. */
    static final int END_OF_DATA = NOT_COMPLETE | META_DATA;

    /** The end mark and the name Chronicle writes behind it. */
    static final int END_MARK_BYTES = 8;

    private static final int LENGTH_MASK = 0x3FFF_FFFF;
    private static final int ALIGNMENT = 4;

    private DocumentHeader() {}

    /** The bytes of a document, without its padding. */
    static int length(int header) {
        return header & LENGTH_MASK;
    }

    /** Where the next header stands. */
    static long following(long position, int length) {
        long end = position + BYTES + length;
        return (end + ALIGNMENT - 1) & -ALIGNMENT;
    }
}
