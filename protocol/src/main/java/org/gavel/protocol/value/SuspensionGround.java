package org.gavel.protocol.value;

/** What the venue's people may suspend a listing for: the causes that the engine does not find by itself. */
public enum SuspensionGround {
    /** An attack on the venue's systems. */
    ATTACK(SuspensionCause.ATTACK),
    /** A failure of power, network, database or systems. */
    FAILURE(SuspensionCause.FAILURE),
    /** Something confidential may have leaked. */
    LEAK(SuspensionCause.LEAK),
    /** By order of an authority or a court. */
    AUTHORITY(SuspensionCause.AUTHORITY),
    /** Somebody asked for it with a lawful reason. */
    REQUEST(SuspensionCause.REQUEST),
    /** The title is disputed. */
    TITLE_DISPUTE(SuspensionCause.TITLE_DISPUTE),
    /** An objection is being looked into (异议). */
    OBJECTION(SuspensionCause.OBJECTION),
    OTHER(SuspensionCause.OTHER);

    private final SuspensionCause cause;

    SuspensionGround(SuspensionCause cause) {
        this.cause = cause;
    }

    /** What the listing then stands still for. */
    public SuspensionCause cause() {
        return cause;
    }
}
