package org.gavel.gateway.session;

import java.util.EnumMap;
import java.util.Map;
import org.gavel.protocol.reject.RejectReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record of what never reached the journal: malformed, forbidden and throttled input. A session's first refusal
 * of each kind is logged when it happens and the counts when it ends, so that nobody can fill the disk.
 */
final class SecurityLog {
    private static final Logger LOG = LoggerFactory.getLogger("org.gavel.security");

    private final long session;
    private final String address;
    private final Map<RejectReason, Long> counts = new EnumMap<>(RejectReason.class);

    SecurityLog(long session, String address) {
        this.session = session;
        this.address = address;
    }

    void refused(RejectReason reason) {
        if (counts.merge(reason, 1L, Long::sum) == 1) {
            LOG.info("session {} from {}: {}", session, address, reason);
        }
    }

    void close() {
        if (!counts.isEmpty()) {
            LOG.info("session {} from {} ended, refused: {}", session, address, counts);
        }
    }
}
