package org.gavel.exchange.snapshot;

import org.gavel.exchange.engine.Market;
import org.gavel.exchange.host.HostMark;

/**
 * What a snapshot holds, made again.
 *
 * @param mark of the host that applied its last command
 */
public record Restored(SnapshotHeader header, Market market, HostMark mark) {}
