package org.gavel.loadtest.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.gavel.loadtest.link.Push;
import org.gavel.loadtest.link.Wire;
import org.gavel.loadtest.venue.TinyAuction;
import org.junit.jupiter.api.Test;

class BidderMindTest {
    private static final Moment NOW = new Moment(1_000_000, 1.0);
    private static final int LOTS = 8;

    private final TinyAuction auction = new TinyAuction(LOTS, Duration.ofMinutes(5), 1.0);
    private final BidderMind mind = mind(TinyAuction.ROADSHOW);

    private static BidderMind mind(int roadshow) {
        return new BidderMind(5, roadshow, new Appetite(1, List.of(5, 6)), 0);
    }

    @Test
    void wantsOnlyLotsOfItsRoadshow() {
        assertEquals(LOTS, lots(mind).size());
        assertEquals(0, lots(mind(TinyAuction.ROADSHOW + 1)).size());
    }

    @Test
    void knowsFromTheSnapshotOfItsAccountWhichDepositsAreHeld() {
        ObjectNode account = Wire.object().put("free", "0");
        account.putArray("deposits").addObject().put("lot", 1).put("paddle", 9);
        assertEquals(0, mind.privateSnapshot(account, NOW).size());
        Interest interest = lots(mind).iterator().next();
        tell("LotOpened", Wire.object().put("lot", 1).put("phase", 1).put("closesAt", 300_000_000L));
        assertTrue(interest.wakeAt() == Interest.NEVER || interest.act().isBid());
    }

    @Test
    void holdsNoDepositThatItsAccountCannotBear() {
        mind.privateSnapshot(Wire.object().put("free", "1"), NOW);
        lots(mind);
        for (int lot = 1; lot <= LOTS; lot++) {
            Collection<Interest> told =
                    tell("LotOpened", Wire.object().put("lot", lot).put("closesAt", 300_000_000L));
            told.forEach(interest -> assertEquals(Interest.NEVER, interest.wakeAt()));
        }
    }

    @Test
    void noticesTheEndOfItsRoadshowOnly() {
        tell("RoadshowEnded", Wire.object().put("roadshow", TinyAuction.ROADSHOW + 1));
        assertFalse(mind.roadshowEnded());
        tell("RoadshowEnded", Wire.object().put("roadshow", TinyAuction.ROADSHOW));
        assertTrue(mind.roadshowEnded());
    }

    private Collection<Interest> lots(BidderMind of) {
        return of.publicSnapshot(auction.snapshot("lots", 5), NOW);
    }

    private Collection<Interest> tell(String event, ObjectNode fields) {
        return mind.publicEvent(new Push("lots", TextNode.valueOf("e"), 1, 1, NOW.micros(), event, fields), NOW);
    }
}
