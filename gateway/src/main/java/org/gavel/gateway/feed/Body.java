package org.gavel.gateway.feed;

import java.util.function.Supplier;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.api.KeptState;
import org.gavel.gateway.wire.Pushes;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.Faces;

/**
 * A text that many are sent, such as the part of a push that is the same on every channel, encoded when somebody first
 * needs it: most events of a start and of a storm are needed by nobody. Thread-safe.
 */
final class Body implements KeptState {
    static final Body EMPTY = new Body(() -> "");

    private String text;
    private transient Supplier<String> maker;

    /** @param maker makes the text out of values that never change */
    Body(Supplier<String> maker) {
        this.maker = maker;
    }

    static Body of(Applied applied, Event event, Class<? extends Faces.Public> face) {
        return new Body(() -> Pushes.body(applied, event, face));
    }

    /** Canonical JSON, of a push without its opening brace. */
    synchronized String text() {
        if (text == null) {
            text = maker.get();
            maker = null;
        }
        return text;
    }
}
