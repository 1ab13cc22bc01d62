package org.gavel.ops.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.RoadshowEnded;

/** The course of a whole event, judged from its journal. */
final class Course {
    private final Replay replay;

    Course(Replay replay) {
        this.replay = replay;
    }

    /** Every bid and award by the naive rules, every outage closing nothing; sequences without gap. */
    void judgeCourse(int kills, int lots) {
        NaiveMarket market = new NaiveMarket();
        Outages outages = new Outages();
        long sequence = 0;
        for (JournalRecord record : replay.records()) {
            assertEquals(++sequence, record.sequence());
            outages.judge(
                    record,
                    market.open().entrySet().stream()
                            .collect(Collectors.toMap(
                                    lot -> lot.getKey(), lot -> lot.getValue().closesAt())));
            market.judge(record);
        }
        assertEquals(kills, outages.outages());
        assertTrue(outages.interrupted() > 0, "no kill met an open lot");
        assertTrue(outages.waiting().isEmpty(), "never resumed: " + outages.waiting());
        assertEquals(lots, market.awardsJudged());
        int ends = replay.events(LotAwarded.class).size()
                + replay.events(LotPassed.class).size();
        assertEquals(lots, ends);
        assertEquals(1, replay.events(RoadshowEnded.class).size());
        System.out.println("replayed " + sequence + " records, judged " + market.bidsJudged() + " bids, interrupted "
                + outages.interrupted() + " open lots");
    }

    /** Each event seen is the one that the journal yields at its place. */
    void judgeFeed(List<String> feed) {
        List<String> all = replay.publicFeed();
        for (String seen : feed) {
            String[] parts = seen.split(" ", 2);
            assertEquals(all.get(Integer.parseInt(parts[0]) - 1), parts[1]);
        }
    }
}
