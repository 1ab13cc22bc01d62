package org.gavel.exchange.api;

/**
 * Thrown by a consumer of the feed whose own neighbour, a database, cannot be reached: nothing is wrong with the delivery
 * or the consumer, which wants the same one again later. No fault.
 */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
