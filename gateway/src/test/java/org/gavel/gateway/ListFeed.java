package org.gavel.gateway;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.api.EventFeed;
import org.gavel.protocol.event.Event;

/** A feed held in a list; whoever follows it is called on a thread of its own. */
public final class ListFeed implements EventFeed {
    private static final long FIRST_TIME = 1_700_000_000_000_000L;

    private final List<Applied> history = new ArrayList<>();

    /** One command's events, under the next sequence. */
    public synchronized ListFeed add(Event... events) {
        long sequence = history.size() + 1L;
        history.add(new Applied(sequence, FIRST_TIME + sequence, Arrays.asList(events)));
        notifyAll();
        return this;
    }

    public synchronized long sequence() {
        return history.size();
    }

    public synchronized List<Applied> history() {
        return List.copyOf(history);
    }

    public synchronized Applied last() {
        return history.get(history.size() - 1);
    }

    private synchronized Applied next(int index) throws InterruptedException {
        while (history.size() <= index) {
            wait();
        }
        return history.get(index);
    }

    @Override
    public Subscription follow(String follower, long afterSequence, Consumer<Applied> consumer) {
        Thread thread = new Thread(() -> run((int) afterSequence, consumer), follower);
        thread.setDaemon(true);
        thread.start();
        return () -> end(thread);
    }

    private void run(int from, Consumer<Applied> consumer) {
        try {
            for (int index = from; !Thread.currentThread().isInterrupted(); index++) {
                consumer.accept(next(index));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(Thread thread) {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
