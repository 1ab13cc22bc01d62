package org.gavel.protocol.value;

/** What the keyholders found wrong with an envelope. */
public enum EnvelopeFault {
    /** Its ciphertext does not open with the lot's envelope key for this lot, paddle, round and commitment. */
    UNDECRYPTABLE,
    /** It opens, but amount and salt are not those of the commitment. */
    MISMATCH
}
