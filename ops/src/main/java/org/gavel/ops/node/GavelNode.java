package org.gavel.ops.node;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.gavel.exchange.api.EventFeed.Subscription;
import org.gavel.exchange.api.Projections;
import org.gavel.exchange.pipeline.Exchange;
import org.gavel.exchange.settlement.JournalHead;
import org.gavel.exchange.settlement.Ledger;
import org.gavel.exchange.settlement.Settlement;
import org.gavel.gateway.Gateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node: exchange, ledger and gateway, wired as the picture of the house shows. Starting it recovers and proves the
 * market before anybody is let in; stopping it drains. Thread-safe.
 */
public final class GavelNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GavelNode.class);
    private static final Duration DRAIN = Duration.ofMillis(500);
    private static final long CATCH_UP_POLL_MILLIS = 10;

    private final Exchange exchange;
    private final Ledger ledger;
    private final Settlement settlement;
    private final Subscription settling;
    private final KeptLog log;
    private final Gateway gateway;
    private final AtomicBoolean stopped = new AtomicBoolean();

    private GavelNode(
            Exchange exchange,
            Ledger ledger,
            Settlement settlement,
            Subscription settling,
            KeptLog log,
            Gateway gateway) {
        this.exchange = exchange;
        this.ledger = ledger;
        this.settlement = settlement;
        this.settling = settling;
        this.log = log;
        this.gateway = gateway;
    }

    /**
     * Builds and starts a node; returns when it serves.
     *
     * @param onFault is told when the node stops for a fault of its own and its clients know: the process must end
     */
    public static GavelNode start(NodePlan plan, Consumer<Throwable> onFault) throws IOException {
        Farewell farewell = new Farewell(onFault);
        Begun begun = new Begun();
        OutsideParts outside = new OutsideParts(plan, begun);
        try {
            Exchange exchange = begun.exchange(Exchange.open(plan.exchange(), outside::admit, farewell));
            LOG.info("{}: {}", plan.exchange().venue(), exchange.recoveryReport());
            Ledger ledger = outside.ledger();
            Settlement settlement = begun.add(Settlement.start(ledger, head(plan, exchange), exchange::acknowledged));
            Subscription settling = begun.add(exchange.follow("settlement", settlement.position(), settlement));
            KeptLog log = begun.add(KeptLog.start(plan, exchange));
            Projections beside = new Projections(log.pages(), settlement);
            Gateway gateway =
                    begun.add(Gateway.open(plan.gateway(), exchange, exchange, exchange, plan.tokens(), beside));
            farewell.of(gateway);
            GavelNode node = new GavelNode(exchange, ledger, settlement, settling, log, gateway);
            node.letClientsIn();
            Files.writeString(plan.portFile(), plan.host() + ":" + gateway.port() + "\n");
            log.proveOlder(farewell);
            return node;
        } catch (IOException | RuntimeException e) {
            begun.close(e);
            throw e;
        }
    }

    private static JournalHead head(NodePlan plan, Exchange exchange) {
        return new JournalHead(plan.exchange().venue(), exchange.openedAt(), exchange.recoveredSequence());
    }

    /** Clients see nothing before the views have caught up with the journal. */
    private void letClientsIn() throws IOException {
        while (!gateway.caughtUpTo(exchange.recoveredSequence())) {
            try {
                Thread.sleep(CATCH_UP_POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while the gateway was catching up", e);
            }
        }
    }

    public int port() {
        return gateway.port();
    }

    public Exchange exchange() {
        return exchange;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Gateway gateway() {
        return gateway;
    }

    /**
     * Drains: what was taken is answered, open lots pause, the journal ends with a digest, clients are told. The market
     * stands still first: nothing may close or cross while nobody can act.
     */
    @Override
    public void close() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        exchange.drain();
        gateway.drain(DRAIN);
        exchange.close();
        log.close();
        settling.close();
        settlement.close();
        ledger.close();
        gateway.close();
    }
}
