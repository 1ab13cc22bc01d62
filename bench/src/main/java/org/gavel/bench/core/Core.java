package org.gavel.bench.core;

import java.nio.file.Path;
import java.util.Optional;
import org.gavel.bench.book.OrderStream;

/** A whole matching core that takes the stream of orders. One thread sends; answers come on the core's own. */
interface Core extends AutoCloseable {
    /** Told once for every command sent, in order, when its answer may leave. */
    @FunctionalInterface
    interface Answered {
        void on(boolean accepted);
    }

    /** Starts with every user registered and provided for; with a journal in the folder, or in memory. Not measured. */
    void open(OrderStream stream, Optional<Path> journal, Answered answered);

    /** Sends the command at this place of the stream; waits while there is no room. */
    void send(int at);

    /** How many trades the commands made; asked when all are answered. */
    long trades();

    @Override
    void close();
}
