package org.gavel.exchange.host;

import java.util.List;
import org.gavel.protocol.command.StateDigest;

/**
 * What an {@link EngineHost} keeps beside its market.
 *
 * @param digestEvery records between two digests, as the genesis says
 * @param openedAt the time of the genesis, microseconds since 1970
 * @param sealingKey the fingerprint that the last start with a key journaled, empty before one
 * @param waiting digests that are not in the journal yet, in order
 */
public record HostMark(int digestEvery, long openedAt, String sealingKey, List<StateDigest> waiting) {
    public HostMark {
        waiting = List.copyOf(waiting);
    }
}
