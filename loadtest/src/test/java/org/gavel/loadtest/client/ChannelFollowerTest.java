package org.gavel.loadtest.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.gavel.loadtest.client.ChannelFollower.Verdict;
import org.gavel.loadtest.link.Wire;
import org.junit.jupiter.api.Test;

class ChannelFollowerTest {
    private static final JsonNode EPOCH = TextNode.valueOf("e1");

    private final ChannelFollower follower = new ChannelFollower("lot.7");

    @Test
    void asksForThePresentStateFirst() {
        assertFalse(follower.question().has("from"));
    }

    @Test
    void deliversInOrderAndIgnoresWhatCameBefore() {
        standAt(5);
        assertEquals(Verdict.DELIVER, follower.judge(EPOCH, 6));
        assertEquals(Verdict.DUPLICATE, follower.judge(EPOCH, 6));
        assertEquals(Verdict.DUPLICATE, follower.judge(EPOCH, 3));
        assertEquals(Verdict.DELIVER, follower.judge(EPOCH, 7));
    }

    @Test
    void asksOnceForWhatIsMissing() {
        standAt(5);
        assertEquals(Verdict.GAP, follower.judge(EPOCH, 8));
        assertEquals(6, follower.question().path("from").asLong());
        assertEquals(Verdict.WAIT, follower.judge(EPOCH, 9));
        assertEquals(Verdict.DELIVER, follower.judge(EPOCH, 6));
    }

    @Test
    void aHeartbeatAheadShowsThatEventsAreMissing() {
        standAt(5);
        assertFalse(follower.isBehind(5));
        assertTrue(follower.isBehind(6));
    }

    @Test
    void asksForASnapshotWhenQuestionsBringNothing() {
        standAt(5);
        for (int i = 0; i < ChannelFollower.MAX_FRUITLESS; i++) {
            assertEquals(Verdict.GAP, follower.judge(EPOCH, 8));
            assertTrue(follower.question().has("from") || i > 0);
            follower.missed();
            follower.answered(new Subscribed("lot.7", EPOCH, 8, true, Wire.object()));
        }
        assertFalse(follower.question().has("from"));
    }

    @Test
    void anotherVenueBeginsWithASnapshot() {
        standAt(5);
        assertEquals(Verdict.GAP, follower.judge(TextNode.valueOf("e2"), 6));
        assertFalse(follower.question().has("from"));
    }

    private void standAt(long sq) {
        assertTrue(follower.question().has("channel"));
        follower.answered(new Subscribed("lot.7", EPOCH, sq, false, Wire.object()));
    }
}
