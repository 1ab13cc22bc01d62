package org.gavel.ops.node;

import java.util.Optional;
import java.util.function.Consumer;
import org.gavel.exchange.api.EventFeed.Subscription;
import org.gavel.exchange.api.PublicLog;
import org.gavel.exchange.pipeline.Exchange;
import org.gavel.exchange.pipeline.LogFollower;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A node's public log with what feeds it, or none. */
final class KeptLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptLog.class);

    private final Optional<LogFollower> follower;
    private final Subscription hammers;
    private final AutoCloseable collector;

    private KeptLog(Optional<LogFollower> follower, Subscription hammers, AutoCloseable collector) {
        this.follower = follower;
        this.hammers = hammers;
        this.collector = collector;
    }

    static KeptLog start(NodePlan plan, Exchange exchange) {
        if (plan.log().isEmpty()) {
            LOG.warn("no public log is kept over the journal; make its keys with: gavel keys log");
            return new KeptLog(Optional.empty(), () -> {}, () -> {});
        }
        LogSetup setup = plan.log().get();
        LogFollower follower = LogFollower.start(setup.terms(), setup.every());
        Subscription hammers = exchange.follow(LogFollower.FOLLOWER, exchange.recoveredSequence(), follower);
        return new KeptLog(Optional.of(follower), hammers, CosignatureCollector.start(follower, setup));
    }

    /** The part of the log that the start passed over; where it is another than was signed, {@code onFault} is told. */
    void proveOlder(Consumer<Throwable> onFault) {
        follower.ifPresent(log -> log.proveOlder(onFault));
    }

    PublicLog pages() {
        return follower.map(PublicLog.class::cast).orElse(PublicLog.NONE);
    }

    /** After the exchange: what it wrote last is still signed. */
    @Override
    public void close() {
        try {
            collector.close();
        } catch (Exception e) {
            LOG.warn("the fetching of cosignatures did not end well", e);
        }
        hammers.close();
        follower.ifPresent(LogFollower::close);
    }
}
