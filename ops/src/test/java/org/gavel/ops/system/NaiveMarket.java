package org.gavel.ops.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotPaused;
import org.gavel.protocol.event.LotResumed;

/** Follows a journal record by record and decides every bid and every award once more by the naive rules. */
final class NaiveMarket {
    private final Map<Integer, NaiveAuction> lots = new TreeMap<>();
    private long bidsJudged;
    private long awardsJudged;

    /** Asserts that the engine decided every record as the rules do. */
    void judge(JournalRecord record) {
        if (record.command() instanceof AnnounceLot lot && record.events().size() == 1) {
            lots.put(lot.lot(), new NaiveAuction(lot));
        }
        record.events().forEach(event -> follow(record, event));
    }

    private void follow(JournalRecord record, Event event) {
        if (event instanceof DepositHeld held) {
            lots.get(held.lot()).admit(held.participant());
        } else if (event instanceof LotOpened opened) {
            lots.get(opened.lot()).opened(opened);
        } else if (event instanceof LotPaused paused) {
            lots.get(paused.lot()).halted();
        } else if (event instanceof LotResumed resumed) {
            lots.get(resumed.lot()).resumed(resumed);
        } else if (event instanceof LotAwarded || event instanceof LotPassed) {
            judgeEnd(event);
        } else if (record.command() instanceof PlaceBid bid && !record.repeated()) {
            judgeBid(record, bid, event);
        }
    }

    private void judgeEnd(Event event) {
        awardsJudged++;
        if (event instanceof LotAwarded award) {
            assertEquals("", lots.get(award.lot()).judge(award));
        } else if (event instanceof LotPassed passed) {
            assertTrue(lots.get(passed.lot()).mayPass(passed.closedAt()), passed.toString());
        }
    }

    private void judgeBid(JournalRecord record, PlaceBid bid, Event event) {
        if (event instanceof BidAccepted || event instanceof CommandRejected) {
            bidsJudged++;
            NaiveAuction lot = lots.get(bid.lot());
            int bidder = bid.bidder() == 0 ? (int) record.origin().actor() : bid.bidder();
            boolean expected = lot != null && lot.take(bidder, bid.amount().fen(), record.time());
            assertEquals(expected, event instanceof BidAccepted, record.toString());
            if (event instanceof BidAccepted accepted) {
                assertEquals(lot.closesAt(), accepted.closesAt(), record.toString());
            }
        }
    }

    /** The lots that take bids now. */
    Map<Integer, NaiveAuction> open() {
        Map<Integer, NaiveAuction> open = new TreeMap<>(lots);
        open.values().removeIf(lot -> !lot.isOpen());
        return open;
    }

    long bidsJudged() {
        return bidsJudged;
    }

    /** Ends of lots, sold or not. */
    long awardsJudged() {
        return awardsJudged;
    }
}
