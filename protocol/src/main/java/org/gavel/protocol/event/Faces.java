package org.gavel.protocol.event;

/** Which components of an event are written for whom. */
public final class Faces {
    private Faces() {}

    /** What everybody sees: all but the components marked {@link Private}. */
    public interface Public {}

    /** Everything: the event log, the auditor and the venue. */
    public interface Private extends Public {}
}
