package org.gavel.exchange.journal;

/** What an appended batch survives by the time {@link Journal#append} returns. */
public enum Durability {
    /** Forced to disk, watermark included: survives the death of the process and the loss of power. */
    DISK,
    /** Handed to the operating system: survives kill -9, not the loss of power. */
    PROCESS,
    /** Not kept at all: survives nothing, proves nothing. For tests and rehearsals only. */
    MEMORY
}
