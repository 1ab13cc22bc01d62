package org.gavel.bench;

/** Client ids as clients send them, in visible characters, made from a count without allocation. */
public final class CountedId {
    private CountedId() {}

    /** The high word of the id: eight characters with four bits of the count in each; its low word is 0. */
    public static long high(long count) {
        long spread = (count | count << 16) & 0x0000_FFFF_0000_FFFFL;
        spread = (spread | spread << 8) & 0x00FF_00FF_00FF_00FFL;
        return 0x3030303030303030L + ((spread | spread << 4) & 0x0F0F_0F0F_0F0F_0F0FL);
    }
}
