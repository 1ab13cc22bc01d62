package org.gavel.exchange.engine.lot;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.SELLER;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.ApplyForLot;
import org.gavel.protocol.command.OpenEnvelope;
import org.gavel.protocol.command.SubmitEnvelope;
import org.gavel.protocol.event.AdmissionDecided;
import org.gavel.protocol.event.ApplicationReceived;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.ParticipantDescribed;
import org.gavel.protocol.event.QualificationDecided;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.AdmissionState;
import org.gavel.protocol.value.ExclusionCause;
import org.gavel.protocol.value.Residence;
import org.gavel.protocol.value.SealedCommitment;
import org.gavel.protocol.value.SealedPricing;
import org.gavel.protocol.value.SealedTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real-name admission to the venue, and qualification for one lot. */
final class QualificationTest {
    private static final String SALT = "ab".repeat(32);

    private final MarketFixture market = venue().at(0);

    @Test
    void aRealNameLotTakesNobodyWhoseIdentityIsNotVerified() {
        market.announce(lot(7).realName().deposit(yuan(5)));
        market.hold(ALICE).expectRefused(RejectReason.NOT_VERIFIED).expectNothingChanged();
        market.decide(ALICE, AdmissionState.VERIFIED);
        market.expect(new AdmissionDecided(ALICE, AdmissionState.VERIFIED, REASON));
        market.hold(ALICE).open().bid(ALICE, yuan(100)).expectLeads(ALICE, yuan(100));
        market.bid(BOB, yuan(110)).expectRefused(RejectReason.NOT_VERIFIED);
    }

    @Test
    void whereOnlyTheDepositCountsNobodyNeedsToBeVerified() {
        market.open(lot(7)).bid(ALICE, yuan(100)).expectLeads(ALICE, yuan(100));
    }

    @Test
    void whoIsSuspendedOrBarredTakesPartInNothing() {
        market.open(lot(7)).decide(ALICE, AdmissionState.SUSPENDED).decide(BOB, AdmissionState.BARRED);
        market.bid(ALICE, yuan(100))
                .expectRefused(RejectReason.PARTICIPANT_SUSPENDED)
                .expectNothingChanged();
        market.bid(BOB, yuan(100)).expectRefused(RejectReason.PARTICIPANT_BARRED);
        market.decide(ALICE, AdmissionState.VERIFIED).bid(ALICE, yuan(100)).expectLeads(ALICE, yuan(100));
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFIED SUSPENDED VERIFIED BARRED REGISTERED VERIFIED, NONE",
        "SUSPENDED BARRED, NONE",
        "REGISTERED, DECIDED_ALREADY",
        "VERIFIED REGISTERED, ADMISSION_STEP",
        "SUSPENDED REGISTERED, ADMISSION_STEP",
        "BARRED VERIFIED, ADMISSION_STEP",
        "BARRED SUSPENDED, ADMISSION_STEP"
    })
    void admissionGoesFromStateToStateAsItsTableSays(String states, RejectReason last) {
        for (String state : states.split(" ", -1)) {
            market.decide(ALICE, AdmissionState.valueOf(state));
        }
        assertEquals(last, market.request().reason());
    }

    @Test
    void participantsMustBeKnownToBeDecidedOrDescribed() {
        market.decide(99, AdmissionState.VERIFIED).expectRefused(RejectReason.PARTICIPANT_UNKNOWN);
        market.describe(99, "", Residence.MACAO, false).expectRefused(RejectReason.PARTICIPANT_UNKNOWN);
        market.describe(ALICE, "5f", Residence.MACAO, false);
        market.expect(new ParticipantDescribed(ALICE, Residence.MACAO, false));
        market.describe(ALICE, "5f", Residence.MACAO, false).expectRefused(RejectReason.DECIDED_ALREADY);
    }

    @Test
    void aBidderAppliesIsQualifiedAndBids() {
        market.announce(lot(7).qualification(0).deposit(yuan(5)));
        market.hold(ALICE).expectRefused(RejectReason.NOT_QUALIFIED).expectNothingChanged();
        market.apply(ALICE).expect(new ApplicationReceived(7, ALICE));
        market.hold(ALICE).expectRefused(RejectReason.NOT_QUALIFIED);
        market.qualify(ALICE, true).expect(new QualificationDecided(7, ALICE, true, REASON));
        market.hold(ALICE).open().bid(ALICE, yuan(100)).expectLeads(ALICE, yuan(100));
        market.bid(BOB, yuan(110)).expectRefused(RejectReason.NOT_QUALIFIED).expectNothingChanged();
    }

    @Test
    void aRefusedBidderIsToldSoAndMayBeQualifiedAfterAll() {
        market.open(lot(7).qualification(0)).apply(ALICE).qualify(ALICE, false);
        market.bid(ALICE, yuan(100)).expectRefused(RejectReason.QUALIFICATION_REFUSED);
        market.apply(ALICE).expectRefused(RejectReason.APPLIED_ALREADY);
        market.qualify(ALICE, false).expectRefused(RejectReason.DECIDED_ALREADY);
        market.qualify(ALICE, true).bid(ALICE, yuan(100)).expectLeads(ALICE, yuan(100));
        market.qualify(ALICE, false).bid(ALICE, yuan(110)).expectRefused(RejectReason.QUALIFICATION_REFUSED);
    }

    @Test
    void applicationsNeedALotThatAsksForThemAndTime() {
        market.announce(lot(6)).apply(ALICE).expectRefused(RejectReason.ADMISSION_NOT_ASKED);
        market.qualify(ALICE, true).expectRefused(RejectReason.ADMISSION_NOT_ASKED);
        market.announce(lot(7).qualification(100)).qualify(ALICE, true).expectRefused(RejectReason.NOT_APPLIED);
        market.atMicros(MarketFixture.time(100) - 1).apply(ALICE).expectAccepted();
        market.at(100).apply(BOB).expectRefused(RejectReason.APPLICATIONS_CLOSED);
        market.qualify(ALICE, true).expectAccepted();
        market.announce(lot(8).qualification(100)).expectRefused(RejectReason.APPLY_TIME_PAST);
        market.on(7).withdraw().apply(CAROL).expectRefused(RejectReason.ALREADY_ENDED);
        market.on(9).apply(CAROL).expectRefused(RejectReason.LOT_UNKNOWN);
        market.on(7).by(ALICE, new ApplyForLot(7, BOB)).expectRefused(RejectReason.NOT_YOUR_ACCOUNT);
    }

    @Test
    void whoIsExcludedSinceApplyingIsNotQualified() {
        market.announce(lot(7).qualification(0).realName());
        market.apply(ALICE).expectRefused(RejectReason.NOT_VERIFIED);
        market.decide(ALICE, AdmissionState.VERIFIED).apply(ALICE).mark(ALICE, ExclusionCause.DEFAULTER);
        market.qualify(ALICE, true).expectExcluded(ALICE, ExclusionCause.DEFAULTER);
        market.qualify(ALICE, false).expectAccepted();
    }

    /** An envelope binds like a bid: whoever sent it while they were admitted opens it whatever came between. */
    @Test
    void anEnvelopeSentInTimeIsOpenedAfterItsBidderWasSuspended() {
        SealedTerms terms =
                new SealedTerms(yuan(100), Duration.ofSeconds(100), Duration.ofSeconds(100), SealedPricing.FIRST, 0, 1);
        market.announce(lot(7).phases(terms).deposit(yuan(5))).hold(ALICE, BOB).open();
        String sealed = SealedCommitment.of(7, 1, yuan(150), SALT);
        market.by(ALICE, new SubmitEnvelope(7, 0, sealed, "")).expectAccepted();
        market.decide(ALICE, AdmissionState.SUSPENDED).mark(BOB, ExclusionCause.STAFF);
        market.by(BOB, new SubmitEnvelope(7, 0, sealed, "")).expectExcluded(BOB, ExclusionCause.STAFF);
        market.by(ALICE, new SubmitEnvelope(7, 0, sealed, "")).expectRefused(RejectReason.PARTICIPANT_SUSPENDED);
        market.at(150).tick();
        market.by(BOB, new OpenEnvelope(7, 0, yuan(150), SALT)).expectRefused(RejectReason.ENVELOPE_MISSING);
        market.by(ALICE, new OpenEnvelope(7, 0, yuan(150), SALT)).expectAccepted();
        market.at(200).tick();
        assertEquals(ALICE, market.events(LotAwarded.class).get(0).winner());
    }

    @Test
    void theConsignorCannotApply() {
        market.announce(lot(7).qualification(0)).apply(SELLER).expectExcluded(SELLER, ExclusionCause.CONSIGNOR);
    }
}
