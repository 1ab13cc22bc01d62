package org.gavel.ops.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.StateDigest;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The README's first command, to its end, as a script runs it. */
class DemoSystemTest {
    private static final int LOTS = 14;

    @RegisterExtension
    final Gavel gavel = new Gavel();

    private Path data;

    @Test
    @Timeout(180)
    void sellsARoadshowThatAnybodyCanCheckAndGoesOnWithTheNext() throws IOException {
        data = gavel.directory().resolve("data");
        ObjectNode first = demo();
        Replay firstRound = judge(first, LOTS);

        ObjectNode second = demo();
        Replay both = judge(second, 2 * LOTS);

        List<JournalRecord> before = firstRound.records();
        assertEquals(before, both.records().subList(0, before.size()), "the first round stands as it was");
        assertTrue(second.path("lotsSold").asInt() > first.path("lotsSold").asInt(), second.toString());
        refusesAFlippedByte(both);
    }

    private ObjectNode demo() {
        GavelProcess demo = gavel.run(0, "demo", "--fast", "--json", "--port", "0", "--data", data.toString());
        assertFalse(demo.err().contains("Exception"), demo.report());
        return JsonCodec.parse(demo.out().strip());
    }

    /** Holds a summary against journal and audit; answers the journal. */
    private Replay judge(ObjectNode summary, int lots) throws IOException {
        ObjectNode audit = JsonCodec.parse(audit(0).out().strip());
        Replay replay = Replay.of(data, SealingKey.load(data.resolve("keys")));
        assertEquals("VERIFIED", audit.path("result").asText());
        judgeEnd(summary, audit, replay);
        assertEquals(
                replay.events(BidAccepted.class).size(),
                summary.path("bidsAccepted").asLong());
        assertEquals(
                replay.events(LotAwarded.class).size(), summary.path("lotsSold").asInt());
        assertEquals(
                replay.events(LotPassed.class).size(),
                summary.path("lotsUnsold").asInt());
        assertEquals(
                lots,
                summary.path("lotsSold").asInt() + summary.path("lotsUnsold").asInt(),
                summary.toString());
        assertTrue(summary.path("bidsAccepted").asLong() > 3L * lots, "hardly anybody bid: " + summary);
        assertEquals(summary.path("lotsSold"), summary.path("ledgerAwards"));
        long turnover = replay.events(LotAwarded.class).stream()
                .mapToLong(award -> award.amount().fen())
                .sum();
        assertEquals(Long.toString(turnover), summary.path("turnover").asText());
        new LedgerCheck(replay).judge(data);
        return replay;
    }

    /** The summary's hash is that of the last digest, which is the record after it and the journal's last. */
    private static void judgeEnd(ObjectNode summary, ObjectNode audit, Replay replay) {
        long last = summary.path("commands").asLong();
        assertEquals(last + 1, audit.path("lastSequence").asLong());
        assertEquals(last, audit.path("stateSequence").asLong());
        assertEquals(summary.path("stateHash"), audit.path("stateHash"));
        StateDigest digest = (StateDigest) replay.at(last + 1).command();
        assertEquals(last, digest.sequence());
        assertEquals(digest.stateHash(), summary.path("stateHash").asText());
    }

    private GavelProcess audit(int expected) {
        return gavel.run(expected, "audit", "verify", data.toString(), "--json");
    }

    private void refusesAFlippedByte(Replay replay) throws IOException {
        long seed = Long.getLong("gavel.seed", System.nanoTime());
        System.out.println("DemoSystemTest seed " + seed);
        List<JournalRecord> bids = replay.commands(PlaceBid.class).toList();
        JournalRecord victim = bids.get(new SplittableRandom(seed).nextInt(bids.size()));
        FlippedByte flipped = FlippedByte.inBodyOf(victim, data);
        GavelProcess refused = audit(3);
        assertTrue(refused.err().contains("sequence " + victim.sequence() + ":"), victim + "\n" + refused.report());
        flipped.restore();
        audit(0);
    }
}
