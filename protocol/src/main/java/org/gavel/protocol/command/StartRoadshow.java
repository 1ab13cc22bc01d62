package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/** Opens the first lot of a roadshow; the others follow by themselves. */
public record StartRoadshow(int roadshow, String reason) implements Command {
    public StartRoadshow {
        Require.id(roadshow, "roadshow");
        reason = Require.reason(reason);
    }
}
