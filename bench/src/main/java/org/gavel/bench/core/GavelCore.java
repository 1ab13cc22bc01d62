package org.gavel.bench.core;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.gavel.bench.book.OrderStream;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.Reply;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.exchange.pipeline.Exchange;
import org.gavel.exchange.pipeline.ExchangeSettings;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.command.Command;

/** Our exchange behind its one door: sequencer, journal, engine with holds and answers, event log, reply. */
final class GavelCore implements Core {
    /** Less than the ring has places, so that no command is answered BUSY. */
    private static final long MOST_UNDERWAY = 6_000;

    private static final int NO_DIGEST = Integer.MAX_VALUE;

    private final AtomicLong answers = new AtomicLong();
    private final Reply reply = this::tell;
    private Exchange exchange;
    private Orders orders;
    private Answered answered;
    private long sent;

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
        exchange.submit(Orders.OPERATOR, command, answer::complete);
        if (!answer.join().accepted()) {
            throw new IllegalStateException(command + ": " + answer.join().sentence());
        }
        return answer.join().sequence();
    }

    @Override
    public void send(int at) {
        while (sent - answers.get() >= MOST_UNDERWAY) {
            LockSupport.parkNanos(1); // As exchange-core's own ring lets a sender wait.
        }
        sent++;
        exchange.submit(orders.origin(at), orders.command(at), reply);
    }

    private void tell(Answer answer) {
        answers.incrementAndGet();
        answered.on(answer.accepted());
    }

    @Override
    public void close() {
        exchange.close();
    }
}
