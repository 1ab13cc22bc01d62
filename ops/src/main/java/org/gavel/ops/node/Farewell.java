package org.gavel.ops.node;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.gavel.gateway.Gateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a fault of the node's own ends it: the log says so at once, clients are told that the connection ends for a fault,
 * and whoever ends the process does it a second later at the latest. Thread-safe.
 */
final class Farewell implements Consumer<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(Farewell.class);
    private static final Duration MOST = Duration.ofSeconds(1);

    private final Consumer<Throwable> end;
    private volatile Optional<Gateway> gateway = Optional.empty();

    /** @param end ends the process */
    Farewell(Consumer<Throwable> end) {
        this.end = end;
    }

    /** From now on there are clients to be told. */
    void of(Gateway opened) {
        gateway = Optional.of(opened);
    }

    @Override
    public void accept(Throwable fault) {
        LOG.error("the node stops for a fault of its own; find the cause before you start it again", fault);
        try {
            gateway.ifPresent(open -> open.fail(MOST));
        } finally {
            end.accept(fault);
        }
    }
}
