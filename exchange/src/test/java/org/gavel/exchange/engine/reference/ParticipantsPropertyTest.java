package org.gavel.exchange.engine.reference;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.kit.Effort;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.Event;
import org.junit.jupiter.api.Test;

/** Who takes part, under random facts and acts, is exactly whom the naive roll lets in. */
final class ParticipantsPropertyTest {
    private static final int SCHEDULES = Effort.times(1_500);
    private static final Set<String> REACHED = Set.of(
            "BidAccepted",
            "EnvelopeSubmitted",
            "DepositHeld",
            "ExcludedAttempt",
            "PaddlesFixed",
            "PaddlesOpened",
            "RelatedPartyDisclosed",
            "QualificationDecided",
            "CONSIGNOR_BID",
            "STAFF_BID",
            "AGENT_BID",
            "RELATED_PARTY_BID",
            "DEFAULTER_BID",
            "PERSON_HAS_PADDLE",
            "EXPORT_LICENCE_MISSING",
            "EXPORT_FORBIDDEN",
            "NOT_VERIFIED",
            "PARTICIPANT_SUSPENDED",
            "PARTICIPANT_BARRED",
            "NOT_QUALIFIED",
            "QUALIFICATION_REFUSED",
            "ADMISSION_NOT_ASKED",
            "APPLIED_ALREADY",
            "NOT_APPLIED",
            "DECIDED_ALREADY",
            "ADMISSION_STEP",
            "PADDLES_FIXED",
            "DEPOSIT_NOT_HELD",
            "LOT_PAUSED");

    @Test
    void everyActEndsAsTheNaiveRollSays() {
        long seed = Long.getLong("gavel.seed", System.nanoTime());
        System.out.println("ParticipantsPropertyTest -Dgavel.seed=" + seed);
        Random schedules = new Random(seed);
        for (int i = 0; i < SCHEDULES; i++) {
            new RandomParticipants(schedules, "schedule " + i + " of seed " + seed).play();
        }
    }

    /** The schedules are worth something; the seed is fixed because this is about the schedules. */
    @Test
    void theSchedulesReachEverything() {
        Random schedules = new Random(1);
        Set<String> reached = new HashSet<>();
        for (int i = 0; i < SCHEDULES / 3; i++) {
            MarketFixture played = new RandomParticipants(schedules, "1").play();
            played.history().forEach(events -> events.forEach(event -> reached.add(kind(event))));
        }
        assertTrue(reached.containsAll(REACHED), reached::toString);
    }

    private static String kind(Event event) {
        return event instanceof CommandRejected refused
                ? refused.reason().name()
                : event.getClass().getSimpleName();
    }
}
