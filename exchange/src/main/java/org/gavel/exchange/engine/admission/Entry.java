package org.gavel.exchange.engine.admission;

import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.value.ExclusionCause;

/** What one lot's roll says of one participant. */
final class Entry {
    /** Where an application stands. */
    enum Application {
        NONE,
        /** 报名: waits for the venue's decision. */
        RECEIVED,
        QUALIFIED,
        REFUSED
    }

    private Application application = Application.NONE;
    private ExclusionCause mark = ExclusionCause.NONE;
    private String licence = "";

    Application application() {
        return application;
    }

    void application(Application next) {
        application = next;
    }

    ExclusionCause mark() {
        return mark;
    }

    void mark(ExclusionCause cause) {
        mark = cause;
    }

    /** The reference of the export licence, or empty. */
    String licence() {
        return licence;
    }

    void licence(String reference) {
        licence = reference;
    }

    void writeTo(StateWriter out) {
        out.put(application.name()).put(mark.name()).put(licence);
    }
}
