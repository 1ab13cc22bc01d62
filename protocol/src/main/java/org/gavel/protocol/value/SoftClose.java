package org.gavel.protocol.value;

import java.time.Duration;
import org.gavel.protocol.reject.Require;

/**
 * RESET soft close (延时竞价; 网络司法拍卖规定 art. 20): an accepted bid within {@code window} of the close moves it to
 * at least {@code extension} after the bid, never past {@code latestClose} counted from the opening, and at most
 * {@code maxExtensions} times. A zero window means no extension; a zero cap means none.
 */
public record SoftClose(Duration window, Duration extension, Duration latestClose, int maxExtensions) {
    /** A hard close. */
    public static final SoftClose NONE = new SoftClose(Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);

    public SoftClose {
        window = Require.duration(window, "softClose.window");
        extension = window.isZero() ? Duration.ZERO : Require.positive(extension, "softClose.extension");
        latestClose = Require.duration(latestClose, "softClose.latestClose");
        Require.between(maxExtensions, 0, 1_000_000, "softClose.maxExtensions");
    }
}
