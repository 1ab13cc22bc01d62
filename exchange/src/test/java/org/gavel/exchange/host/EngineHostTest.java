package org.gavel.exchange.host;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gavel.exchange.engine.KnownMechanisms;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.engine.MarketFault;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Submission;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.exchange.engine.auction.Mechanisms;
import org.gavel.protocol.command.AdoptBehaviour;
import org.gavel.protocol.command.Genesis;
import org.gavel.protocol.command.NodeStarted;
import org.gavel.protocol.command.NodeStopping;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.StateDigest;
import org.junit.jupiter.api.Test;

/** The engine over journal records: live and in replay the same, and anything else is noticed (RT-21). */
final class EngineHostTest {
    private static final int DIGEST_EVERY = 8;

    /** A morning's bidding: extensions, refusals, a repeat, a pause, an outage, a roadshow. */
    private static MarketFixture morning() {
        MarketFixture market = MarketFixture.venue();
        market.at(0).open(lot(7).softClose(300, 300).deposit(yuan(10))).hold(ALICE, BOB);
        market.at(500)
                .cid("b1")
                .bid(ALICE, yuan(100))
                .cid("b2")
                .bid(BOB, yuan(105))
                .cid("b1")
                .bid(ALICE, yuan(100));
        market.at(800).bid(BOB, yuan(150)).at(900).pause().at(1000).resume().bid(ALICE, yuan(200));
        market.at(1100).nodeStarts().at(1200).bid(BOB, yuan(300));
        market.announce(lot(8).hiddenReserve(yuan(400)))
                .announce(lot(9))
                .roadshow(1, 60, 8, 9)
                .start(1);
        return market.on(8).bid(ALICE, yuan(300)).at(9000).tick();
    }

    private static RecordedJournal journaled() {
        RecordedJournal journal = new RecordedJournal(KnownMechanisms.ALL);
        journal.live(new Submission(time(0), Origin.VENUE, GenesisTerms.of("Test venue", DIGEST_EVERY)));
        for (Submission submission : morning().submissions()) {
            if (!(submission.command() instanceof Genesis)) {
                journal.live(submission);
            }
        }
        journal.live(new Submission(time(9001), Origin.VENUE, new NodeStopping("evening")));
        return journal.settle();
    }

    @Test
    void aReplayGivesTheSameEventBytesAndEveryDigestFits() {
        RecordedJournal live = journaled();
        RecordedJournal replay = live.replayedWith(KnownMechanisms.ALL);
        assertEquals(live.events(), replay.events());
        assertArrayEquals(live.market().stateHash(), replay.market().stateHash());
        assertEquals(live.host().digestsMatched(), replay.host().digestsMatched());
        assertTrue(replay.host().digestsMatched() >= replay.market().sequence() / DIGEST_EVERY);
        assertEquals(live.host().commands(), replay.host().commands());
    }

    @Test
    void aCleanStopAndTheEndOfARoadshowAskForADigestOfTheirOwn() {
        RecordedJournal live = journaled();
        long stop = live.sequenceOf(NodeStopping.class);
        assertTrue(live.digests().stream().anyMatch(digest -> digest.sequence() == stop));
        assertTrue(live.digests().stream()
                .anyMatch(digest -> digest.sequence() % DIGEST_EVERY != 0 && digest.sequence() != stop));
    }

    @Test
    void aTamperedStateHashIsFoundAtItsSequence() {
        RecordedJournal live = journaled();
        StateDigest digest = live.digests().get(2);
        StateDigest tampered =
                new StateDigest(digest.sequence(), "00" + digest.stateHash().substring(2), digest.eventsHash());
        DigestMismatch found = assertThrows(
                DigestMismatch.class, () -> live.with(digest, tampered).replayedWith(KnownMechanisms.ALL));
        assertEquals(digest.sequence(), found.sequence());
        assertTrue(found.getMessage().contains("state hash"), found.getMessage());
    }

    @Test
    void aTamperedEventsHashIsFoundAtItsSequence() {
        RecordedJournal live = journaled();
        StateDigest digest = live.digests().get(1);
        StateDigest tampered = new StateDigest(
                digest.sequence(),
                digest.stateHash(),
                "00" + digest.eventsHash().substring(2));
        DigestMismatch found = assertThrows(
                DigestMismatch.class, () -> live.with(digest, tampered).replayedWith(KnownMechanisms.ALL));
        assertEquals(digest.sequence(), found.sequence());
        assertTrue(found.getMessage().contains("events hash"), found.getMessage());
    }

    @Test
    void aDigestWhereNoneIsDueIsFound() {
        RecordedJournal live = journaled();
        StateDigest digest = live.digests().get(1);
        StateDigest elsewhere = new StateDigest(digest.sequence() + 1, digest.stateHash(), digest.eventsHash());
        assertThrows(DigestMismatch.class, () -> live.with(digest, elsewhere).replayedWith(KnownMechanisms.ALL));
    }

    /** The canary of RT-21: a rule that is off by one microsecond, or by one fen, does not pass a replay. */
    @Test
    void aMarketWithOneRuleChangedFailsItsFirstDigestAfterIt() {
        RecordedJournal live = journaled();
        assertThrows(DigestMismatch.class, () -> live.replayedWith(changed(1, 0)));
        assertThrows(DigestMismatch.class, () -> live.replayedWith(changed(0, 1)));
        assertEquals(live.events(), live.replayedWith(changed(0, 0)).events());
    }

    /** The real mechanism, but phases begin some microseconds late, or the next minimum is some fen higher. */
    private static Mechanisms changed(long micros, long fen) {
        return terms -> {
            Mechanism real = KnownMechanisms.ALL.of(terms);
            return new ChangedMechanism(real, micros, fen);
        };
    }

    @Test
    void aRecordThatIsNoCommandStopsTheNodeAndNamesTheSequence() {
        RecordedJournal live = journaled();
        MarketFault fault = assertThrows(MarketFault.class, live::liveGarbage);
        assertTrue(fault.getMessage().contains("sequence " + (live.market().sequence() + 1) + ";"), fault.getMessage());
    }

    @Test
    void aJournalOfANewerBehaviourIsNotReplayed() {
        RecordedJournal journal = new RecordedJournal(KnownMechanisms.ALL);
        Genesis newer = new Genesis("Test venue", GenesisTerms.FORMAT, 1, 99, "SHA-256", "us", "CNY", 8);
        IllegalStateException found = assertThrows(
                IllegalStateException.class, () -> journal.live(new Submission(time(0), Origin.VENUE, newer)));
        assertTrue(found.getMessage().contains("use the release that wrote it"), found.getMessage());
        assertEquals("", new Market().venue());
    }

    @Test
    void aJournalThatGoesOnWithANewerBehaviourIsNotReplayedBeyondIt() {
        RecordedJournal journal = journaled();
        NodeStarted newer = new NodeStarted(0, 0, "", 0, 2, "newer", "MEMORY").knowing(99);
        journal.live(new Submission(time(9010), Origin.VENUE, newer));
        AdoptBehaviour adopted = new AdoptBehaviour(99, "a newer release");
        IllegalStateException found = assertThrows(
                IllegalStateException.class, () -> journal.live(new Submission(time(9011), Origin.VENUE, adopted)));
        assertTrue(found.getMessage().contains("use the release that wrote it"), found.getMessage());
    }
}
