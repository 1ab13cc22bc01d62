package org.gavel.ops.node;

import java.util.ArrayDeque;
import java.util.Deque;
import org.gavel.exchange.pipeline.Exchange;

/** What a start has begun so far, so that it leaves nothing behind where a later step fails. */
final class Begun {
    private final Exchange exchange;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    Begun(Exchange exchange) {
        this.exchange = exchange;
    }

    <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /** Ends the exchange, as it feeds the others, then those, the last begun first. What fails then is told with the cause. */
    void close(Exception cause) {
        close(exchange, cause);
        parts.forEach(part -> close(part, cause));
    }

    private static void close(AutoCloseable part, Exception cause) {
        try {
            part.close();
        } catch (Exception again) {
            cause.addSuppressed(again);
        }
    }
}
