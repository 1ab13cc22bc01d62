package org.gavel.ops.node;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.gavel.exchange.pipeline.Exchange;

/** What a start has begun so far, so that it leaves nothing behind where a later step fails. */
final class Begun {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private Optional<Exchange> exchange = Optional.empty();

    Exchange exchange(Exchange opened) {
        exchange = Optional.of(opened);
        return opened;
    }

    <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /** Ends the exchange, as it feeds the others, then those, the last begun first. What fails then is told with the cause. */
    void close(Exception cause) {
        exchange.ifPresent(opened -> close(opened, cause));
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
