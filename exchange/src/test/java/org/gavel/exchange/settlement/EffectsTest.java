package org.gavel.exchange.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gavel.protocol.event.Event;
import org.junit.jupiter.api.Test;

class EffectsTest {
    private static final Set<String> LEAVE_NO_TRACE = Set.of(
            "AdmissionDecided",
            "AgreementDue",
            "BestQuoteChanged",
            "DepositAsked",
            "DisclosureEnded",
            "IntentionLapsed",
            "IntentionRegistered",
            "IntentionTermMoved",
            "ListingAnnounced",
            "ListingClosed",
            "ListingExtended",
            "ListingQuoted",
            "ListingResumed",
            "ListingSuspended",
            "PriceOffered",
            "AnswerRepeated",
            "OrderTaken",
            "PledgeMade",
            "PledgeWithdrawn",
            "DealPublished",
            "PublicityBegun",
            "ObjectionRaised",
            "ObjectionDecided",
            "AwardBlocked",
            "AwardWithheld",
            "ObjectionWithdrawn",
            "UseBegun",
            "SaleReturned",
            "DealMoved",
            "DealEnded",
            "OfferMade",
            "OfferReceived",
            "OfferWithdrawn",
            "InterestTold",
            "OfferMatched",
            "RelationMarked",
            "ApplicationReceived",
            "BehaviourAdopted",
            "CalendarInstalled",
            "BidAccepted",
            "BidBeaten",
            "BookCrossed",
            "BookPhaseBegun",
            "CallIndicated",
            "OrderAccepted",
            "OrderAmended",
            "OrderEnded",
            "OrderFilled",
            "TopOfBook",
            "TradingDaySet",
            "CommandRejected",
            "IdentityErased",
            "IdentityRecorded",
            "InquiryAnswered",
            "LevelAccepted",
            "BidUndone",
            "BidderScored",
            "OfferScored",
            "ProposalSubmitted",
            "CallReset",
            "HammerFallen",
            "EnvelopeVoided",
            "IncrementOverridden",
            "LotCalled",
            "EnvelopeOpened",
            "EnvelopeSubmitted",
            "LotExtended",
            "LotOpened",
            "LotPaused",
            "LotPostponed",
            "LotReopened",
            "LotResumed",
            "LotSuspended",
            "ExcludedAttempt",
            "LicenceRecorded",
            "DemandTold",
            "MaximumCommitted",
            "MaximumOpened",
            "MaximumPlaced",
            "NodeResumed",
            "PaddlesFixed",
            "PaddlesOpened",
            "ParticipantDescribed",
            "ParticipantRegistered",
            "PartyMarked",
            "PriorityExercised",
            "PriorityGranted",
            "PriorityWaived",
            "QualificationDecided",
            "RelatedPartyDisclosed",
            "RemainderOffered",
            "ReserveOpened",
            "RoadshowAnnounced",
            "RoadshowEnded",
            "RulebookInstalled",
            "RoadshowStarted",
            "StageOpened",
            "TokenRecorded",
            "UnitsBidOpened",
            "UnitsBidTaken",
            "UnitsUnsold");

    @Test
    void everyKindOfEventIsEnteredOrKnownToLeaveNoTrace() {
        Set<String> noTrace = new TreeSet<>();
        kinds(Event.class).filter(kind -> !Effects.has(kind)).forEach(kind -> noTrace.add(kind.getSimpleName()));
        assertEquals(new TreeSet<>(LEAVE_NO_TRACE), noTrace);
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(EffectsTest::kinds) : Stream.of(type);
    }
}
