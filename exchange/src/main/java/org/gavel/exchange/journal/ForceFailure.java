package org.gavel.exchange.journal;

import java.io.IOException;

/** A force failed: what was written may be lost although a later force would succeed, so none is tried (F6). */
final class ForceFailure extends IOException {
    private static final long serialVersionUID = 1L;

    ForceFailure(IOException cause) {
        super("the disk did not take what was forced: " + cause.getMessage(), cause);
    }
}
