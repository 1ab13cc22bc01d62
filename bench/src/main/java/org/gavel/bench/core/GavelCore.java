package org.gavel.bench.core;

import com.lmax.disruptor.Sequence;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.gavel.bench.book.OrderStream;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.AnswerView;
import org.gavel.exchange.api.EventFeed.Subscription;
import org.gavel.exchange.api.Reply;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.exchange.pipeline.Exchange;
import org.gavel.exchange.pipeline.ExchangeSettings;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.event.OrdersTraded;

/** Our exchange behind its one door: sequencer, journal, engine with holds and answers, event log, reply. */
final class GavelCore implements Core {
    /** Fewer than the ring has places, though those of what was taken are given back a thousand at a time. */
    private static final long MOST_UNDERWAY = 60_000;

    /** How long a sender sleeps who has so many under way; fewer than half of them are answered meanwhile. */
    private static final long NAP_NANOS = 200_000;

    private static final int NO_DIGEST = Integer.MAX_VALUE;

    /** Each is written by one thread, and padded: a line that the other one reads would be taken from it every time. */
    private final Sequence answers = new Sequence(0);

    private final Sequence seen = new Sequence(0);
    private final Reply reply = this::tell;
    private Exchange exchange;
    private Orders orders;
    private Answered answered;

    @Override
    public void open(OrderStream stream, Optional<Path> journal, Answered told) {
        ExchangeSettings settings = new ExchangeSettings(
                "BENCH",
                journal.orElse(Path.of("unused")),
                journal.isPresent() ? Durability.DISK : Durability.MEMORY,
                LogSettings.daily(),
                Sealer.NONE,
                NO_DIGEST,
                1,
                "bench");
        exchange = Exchange.open(settings, fault -> {
            throw new IllegalStateException(fault);
        });
        long last =
                Orders.preparations().stream().mapToLong(this::prepare).max().orElseThrow();
        orders = new Orders(stream, last + 1);
        answered = told;
    }

    private long prepare(Command command) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        exchange.submit(Orders.OPERATOR, command, Reply.keeping(answer::complete));
        if (!answer.join().accepted()) {
            throw new IllegalStateException(command + ": " + answer.join().sentence());
        }
        return answer.join().sequence();
    }

    @Override
    public void send(int at) {
        while (at - seen.get() >= MOST_UNDERWAY) {
            LockSupport.parkNanos(NAP_NANOS);
            seen.set(answers.get());
        }
        exchange.submit(orders.origin(at), orders.command(at), reply);
    }

    private void tell(AnswerView answer) {
        answers.set(answers.get() + 1); // One thread at a time counts.
        answered.on(answer.accepted());
    }

    /** Read from the feed, whose last event belongs to a command asked for here. */
    @Override
    public long trades() {
        AtomicLong trades = new AtomicLong();
        long last = prepare(new RegisterParticipant(Orders.USERS + 1, ""));
        CompletableFuture<Void> told = new CompletableFuture<>();
        Subscription reading = exchange.follow("trades", 0, applied -> {
            trades.addAndGet(applied.events().stream()
                    .filter(OrdersTraded.class::isInstance)
                    .count());
            if (applied.sequence() == last) {
                told.complete(null);
            }
        });
        told.join();
        reading.close();
        return trades.get();
    }

    @Override
    public void close() {
        exchange.close();
    }
}
