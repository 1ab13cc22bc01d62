package org.gavel.gateway.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.pipeline.SteppedNode;
import org.gavel.exchange.registry.Award;
import org.gavel.exchange.settlement.JournalHead;
import org.gavel.exchange.settlement.Ledger;
import org.gavel.exchange.settlement.Reconciliation;
import org.gavel.exchange.settlement.Settlement;
import org.gavel.exchange.settlement.SettlementFault;
import org.gavel.protocol.value.Draw;

/**
 * The venue's ledger, a real database, which follows the node's events some way behind. A crash leaves its settler
 * without a word; the next start's takes over, and whatever the old one still tries must come to nothing.
 */
final class SimulatedLedger {
    private final Draw draw;
    private final String venue;
    private final Path file;
    private final Ledger ledger;
    private final Deque<Applied> pending = new ArrayDeque<>();
    private Optional<Settlement> settlement = Optional.empty();

    SimulatedLedger(Draw draw, String venue, Path directory) {
        this.draw = draw;
        this.venue = venue;
        file = directory.resolve("ledger.db");
        ledger = Ledger.open("jdbc:sqlite:" + file);
    }

    /** A node has started and tells its events; {@code openedAt} is 0 where it never did before. */
    void restarted(SteppedNode node, long openedAt) {
        Optional<Settlement> before = settlement;
        List<Applied> left = new ArrayList<>(pending);
        pending.clear();
        Settlement next = Settlement.start(
                ledger, new JournalHead(venue, openedAt, node.market().sequence()));
        settlement = Optional.of(next);
        before.ifPresent(old -> comeBack(old, left));
        node.follow("ledger", next.position(), pending::add);
    }

    /** Like PRISMA's server that was only taken for dead. */
    private void comeBack(Settlement old, List<Applied> left) {
        long position = ledger.position();
        try {
            old.acceptAll(left);
            old.close();
        } catch (SettlementFault fenced) {
            old.close();
        }
        assertEquals(position, ledger.position(), "whoever was superseded settles nothing");
    }

    /** Settles some of what it was told. */
    void move() {
        settle(draw.below(6));
    }

    private void settle(int most) {
        List<Applied> batch = new ArrayList<>();
        while (batch.size() < most && !pending.isEmpty()) {
            batch.add(pending.remove());
        }
        settlement.orElseThrow().acceptAll(batch);
    }

    /** Everything that was told is in the ledger, once. */
    void judge(long trades, List<Integer> sold) {
        settle(pending.size());
        settlement.orElseThrow().close();
        assertEquals(List.of(), Reconciliation.of(ledger));
        assertEquals(
                LongStream.rangeClosed(1, trades).boxed().toList(),
                ledger.trades().stream().map(trade -> trade.trade()).toList());
        assertEquals(sold, ledger.awards().stream().map(Award::lot).toList());
        ledger.close();
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
