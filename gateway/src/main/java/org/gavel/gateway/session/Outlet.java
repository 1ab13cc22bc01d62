package org.gavel.gateway.session;

import org.gavel.gateway.wire.CloseCode;

/** Where a session's texts go. Called on the session's own thread only. */
public interface Outlet {
    /** False while the client has to read first; {@link Session#pump} is called when it has. */
    boolean ready();

    /** Sends a text, whether ready or not; sends nothing once closed. */
    void send(String text);

    /** Ends the connection; only the first call counts. */
    void close(CloseCode code);
}
