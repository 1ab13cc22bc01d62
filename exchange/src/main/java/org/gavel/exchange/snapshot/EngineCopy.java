package org.gavel.exchange.snapshot;

import java.io.IOException;
import org.agrona.DirectBuffer;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.eventlog.EventRecorder;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.host.HostMark;
import org.gavel.exchange.snapshot.graph.GraphCopy;
import org.gavel.exchange.snapshot.graph.GraphReader;
import org.gavel.protocol.codec.json.Sealer;

/** An engine as it was at one moment: to take it is short, to make a second engine of it is another thread's work. */
final class EngineCopy {
    private final GraphCopy graph;
    private final EventRecorder events;
    private final Sealer sealer;
    private final long sequence;

    private EngineCopy(GraphCopy graph, EventRecorder events, Sealer sealer, long sequence) {
        this.graph = graph;
        this.events = events;
        this.sealer = sealer;
        this.sequence = sequence;
    }

    /** Of an engine that is not applying anything meanwhile. */
    static EngineCopy of(EngineHost first, Sealer sealer) {
        return new EngineCopy(
                GraphCopy.of(first.market(), first.mark()),
                first.events().beside(EngineCopy::nobody),
                sealer,
                first.market().sequence());
    }

    private static void nobody(long ordinal, long timestamp, DirectBuffer body, int offset, int length) {
        // The first engine has written these events already.
    }

    /** The last record the engine had applied. */
    long sequence() {
        return sequence;
    }

    /** Makes the engine again; once. */
    EngineHost make() throws IOException {
        GraphReader reader = graph.reader();
        Market market = new Market();
        reader.into(market);
        return new EngineHost(market, sealer, events, (HostMark) reader.next());
    }
}
