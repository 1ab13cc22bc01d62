package org.gavel.ops.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gavel.loadtest.report.Ack;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.reject.RejectReason;

/** Holds what the bidders were told against the journal: the venue must stand by every word of it. */
final class Acknowledgements {
    private final Replay replay;

    Acknowledgements(Replay replay) {
        this.replay = replay;
    }

    /** Asserts that each answer stands in the journal, at its sequence and with its outcome. */
    void judge(List<Ack> acks) {
        Set<String> untaken = new HashSet<>();
        for (Ack ack : acks) {
            assertFalse(ack.reason() == RejectReason.UNKNOWN_OUTCOME, "nobody knows what became of " + ack);
            if (ack.seq() == 0) {
                untaken.add(ack.participant() + " " + ack.cid());
            } else {
                judge(ack, replay.at(ack.seq()));
            }
        }
        judgeOnce(untaken);
    }

    private static void judge(Ack ack, JournalRecord record) {
        String both = ack + " against " + record;
        assertEquals(ack.participant(), record.origin().actor(), both);
        assertEquals(ack.cid(), record.origin().cid().toString(), both);
        assertEquals(ack.reason(), record.reason(), both);
        assertFalse(record.repeated(), both);
        if (record.command() instanceof PlaceBid bid) {
            assertEquals(ack.lot(), bid.lot(), both);
            assertEquals(ack.amount(), bid.amount().fen(), both);
        } else {
            assertTrue(record.command() instanceof HoldDeposit hold && hold.lot() == ack.lot(), both);
        }
        if (!ack.repeated()) {
            assertEquals(ack.at(), record.time(), both);
        }
    }

    /** A command has one effect however often it was sent, and none where its bidder was told that it took no place. */
    private void judgeOnce(Set<String> untaken) {
        Set<String> taken = new HashSet<>();
        replay.commands(PlaceBid.class).filter(record -> !record.repeated()).forEach(record -> {
            String key = record.origin().actor() + " " + record.origin().cid();
            assertTrue(taken.add(key), "taken twice: " + record);
            assertFalse(untaken.contains(key), "said to be not taken: " + record);
        });
    }
}
