package org.gavel.gateway.session;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.gavel.exchange.api.Answer;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.command.AnnounceListing;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.OpenBook;
import org.gavel.protocol.reject.RejectReason;

/**
 * How far anybody here has been told that there is something new to subscribe to. The views, which follow the feed, know
 * of it a moment later. Thread-safe.
 */
public final class Announced {
    /** What makes a channel; each of them that is accepted causes events, so that the views come to it. */
    private static final Set<Class<? extends Command>> MAKES_A_CHANNEL =
            Set.of(AnnounceLot.class, AnnounceDeal.class, AnnounceListing.class, OpenBook.class);

    private final AtomicLong sequence = new AtomicLong();

    /** To be called before the answer is passed on. */
    void answered(Command command, Answer answer) {
        if (answer.reason() == RejectReason.NONE && MAKES_A_CHANNEL.contains(command.getClass())) {
            sequence.accumulateAndGet(answer.sequence(), Math::max);
        }
    }

    /** The newest command of which somebody was told. */
    long sequence() {
        return sequence.get();
    }
}
