package org.gavel.exchange.api;

import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.reject.RejectReason;

/** The door in. Thread-safe; the order in which commands take their place is the order that counts. */
public interface CommandPort {
    /**
     * Puts a command in its place in the one order and returns at once. The reply comes exactly once: after the
     * command is durable and applied, or with {@code BUSY}, {@code DISK_FULL}, {@code DRAINING} or {@code STOPPED}.
     * Only {@code STOPPED} leaves open whether the command was applied.
     *
     * @throws org.gavel.protocol.reject.InvalidValue where the command is too large to be taken
     */
    void submit(Origin origin, Command command, Reply reply);

    /** Why every command is refused at this time, {@code NONE} while they are taken. */
    default RejectReason refusing() {
        return RejectReason.NONE;
    }
}
