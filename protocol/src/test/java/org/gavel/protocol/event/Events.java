package org.gavel.protocol.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.AdmissionState;
import org.gavel.protocol.value.Balance;
import org.gavel.protocol.value.BookPhase;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.Draw;
import org.gavel.protocol.value.EnvelopeFault;
import org.gavel.protocol.value.ExclusionCause;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PublicityPlace;
import org.gavel.protocol.value.Residence;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.SellerCategory;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.SuspensionCause;
import org.gavel.protocol.value.TimeInForce;

/** Random valid events, one generator a record; a record without one has no place in {@link #any}. */
public final class Events {
    private static final ExclusionCause[] EXCLUSIONS = ExclusionCause.values();
    private static final SortedMap<String, Function<Draw, Event>> GENERATORS = new TreeMap<>();

    private Events() {}

    private static <T extends Event> void add(Class<T> type, Function<Draw, Event> generator) {
        GENERATORS.put(type.getSimpleName(), generator);
    }

    static {
        add(BehaviourAdopted.class, d -> new BehaviourAdopted(d.whole(1, 65_535), d.words()));
        add(CalendarInstalled.class, d -> new CalendarInstalled(d.calendar(), d.hex(64), d.words()));
        add(RulebookInstalled.class, d -> new RulebookInstalled(d.rulebook(), d.hex(64), d.words()));
        add(NodeResumed.class, d -> new NodeResumed(d.instant()));
        add(VenueOpened.class, d -> new VenueOpened(d.words(), d.whole(1, 65_535), d.words()));
        add(TokenRecorded.class, Events::tokenRecorded);
        add(AnswerRepeated.class, Events::answerRepeated);
        add(CommandRejected.class, Events::commandRejected);
        addLots();
        addEnds();
        addUnits();
        addCalls();
        addRoadshows();
        addAccounts();
        addPeople();
        addBooks();
        addOrders();
        addListings();
        addIntentions();
        addDeals();
        addPublicity();
    }

    private static void addBooks() {
        add(
                BookOpened.class,
                d -> new BookOpened(
                        d.id(), d.words(), d.title(), d.bookTerms(), d.money(), d.words(), (int) d.number(0, 1 << 22)));
        add(TradingDaySet.class, d -> new TradingDaySet(d.id(), d.tradingDay(), d.words()));
        add(
                BookPhaseBegun.class,
                d -> new BookPhaseBegun(
                        d.id(),
                        d.oneOf(BookPhase.values()),
                        d.oneOf(BookPhaseCause.values()),
                        d.money(),
                        d.instant(),
                        d.text()));
        add(BookCrossed.class, d -> new BookCrossed(d.id(), d.money(), d.instant(), d.signed()));
        add(CallIndicated.class, d -> new CallIndicated(d.id(), d.money(), d.instant(), d.signed()));
        add(TopOfBook.class, d -> new TopOfBook(d.id(), d.money(), d.instant(), d.money(), d.instant()));
    }

    private static void addOrders() {
        add(
                OrderAccepted.class,
                d -> new OrderAccepted(
                        d.id(),
                        d.instant(),
                        d.oneOf(Side.values()),
                        d.money(),
                        d.instant(),
                        d.id(),
                        d.oneOf(TimeInForce.values()),
                        d.instant(),
                        d.flag(),
                        d.money(),
                        d.cid()));
        add(
                OrderAmended.class,
                d -> new OrderAmended(d.id(), d.instant(), d.money(), d.instant(), d.flag(), d.id(), d.money()));
        add(
                OrderEnded.class,
                d -> new OrderEnded(d.id(), d.instant(), d.instant(), d.id(), d.oneOf(Ending.values()), d.money()));
        add(OrdersTraded.class, Events::ordersTraded);
        add(
                OrderFilled.class,
                d -> d.flag() ? ordersTraded(d).toBuyer() : ordersTraded(d).toSeller());
    }

    private static OrdersTraded ordersTraded(Draw d) {
        return new OrdersTraded(
                d.id(),
                d.instant(),
                d.price(),
                d.instant(),
                d.instant(),
                d.instant(),
                d.oneOf(Taker.values()),
                d.id(),
                d.id(),
                d.money(),
                d.money());
    }

    private static void addLots() {
        add(BidAccepted.class, Events::bidAccepted);
        add(BidderScored.class, d -> new BidderScored(d.id(), d.id(), d.id(), d.whole(0, 10_000), d.flag(), d.hex(64)));
        add(
                OfferScored.class,
                d -> new OfferScored(
                        d.id(), d.id(), d.id(), d.id(), d.price(), d.whole(0, 10_000), d.number(0, 1_000_000)));
        add(ProposalSubmitted.class, d -> new ProposalSubmitted(d.id(), d.id(), d.id(), d.hex(64)));
        add(MaximumCommitted.class, d -> new MaximumCommitted(d.id(), d.id(), d.hex(64)));
        add(MaximumOpened.class, d -> new MaximumOpened(d.id(), d.id(), d.price(), d.hex(64)));
        add(EnvelopeOpened.class, d -> new EnvelopeOpened(d.id(), d.id(), d.id(), d.price(), d.flag()));
        add(EnvelopeSubmitted.class, d -> new EnvelopeSubmitted(d.id(), d.id(), d.id(), d.hex(64), d.id()));
        add(
                EnvelopeVoided.class,
                d -> new EnvelopeVoided(d.id(), d.id(), d.id(), d.oneOf(EnvelopeFault.values()), d.words()));
        add(LotAnnounced.class, Events::lotAnnounced);
        add(BidBeaten.class, d -> new BidBeaten(d.id(), d.id(), d.id(), d.price(), d.id()));
        add(InquiryAnswered.class, d -> new InquiryAnswered(d.id(), d.id(), d.id(), d.flag()));
        add(LevelAccepted.class, d -> new LevelAccepted(d.id(), d.id(), d.id(), d.price()));
        add(StageOpened.class, Events::stageOpened);
        add(LotExtended.class, d -> new LotExtended(d.id(), d.instant(), d.id()));
        add(LotOpened.class, d -> new LotOpened(d.id(), d.whole(1, 8), d.instant(), d.price(), d.text()));
        add(LotPaused.class, d -> new LotPaused(d.id(), d.oneOf(PauseCause.values()), d.instant(), d.text()));
        add(LotResumed.class, d -> new LotResumed(d.id(), d.instant(), d.text(), d.flag() ? 0 : d.instant()));
        add(LotSuspended.class, d -> new LotSuspended(d.id(), d.instant(), d.text()));
    }

    private static void addEnds() {
        add(LotAwarded.class, d -> new LotAwarded(d.id(), d.id(), d.id(), d.price(), d.id(), d.instant(), d.share()));
        add(LotPassed.class, d -> new LotPassed(d.id(), d.oneOf(PassCause.values()), d.id(), d.instant()));
        add(LotWithdrawn.class, d -> new LotWithdrawn(d.id(), d.words()));
        add(PriorityExercised.class, d -> new PriorityExercised(d.id(), d.id(), d.id(), d.whole(0, 999), d.price()));
        add(PriorityGranted.class, d -> new PriorityGranted(d.id(), d.id(), d.whole(0, 999)));
        add(PriorityWaived.class, d -> new PriorityWaived(d.id(), d.id(), d.whole(0, 300), d.whole(0, 999)));
        add(ReserveOpened.class, d -> new ReserveOpened(d.id(), d.price(), d.hex(32)));
    }

    private static void addUnits() {
        add(DemandTold.class, d -> new DemandTold(d.id(), d.id(), d.price(), d.instant()));
        add(
                RemainderOffered.class,
                d -> new RemainderOffered(d.id(), d.id(), d.id(), d.instant(), d.price(), d.instant()));
        add(UnitsBidOpened.class, d -> new UnitsBidOpened(d.id(), d.id(), d.id(), d.instant(), d.price(), d.id()));
        add(UnitsBidTaken.class, d -> new UnitsBidTaken(d.id(), d.id(), d.id()));
        add(UnitsUnsold.class, d -> new UnitsUnsold(d.id(), d.instant()));
    }

    private static void addCalls() {
        add(LotCalled.class, d -> new LotCalled(d.id(), d.whole(1, 3), d.price(), d.whole(0, 9), d.instant()));
        add(CallReset.class, d -> new CallReset(d.id(), d.whole(1, 3)));
        add(BidUndone.class, d -> new BidUndone(d.id(), d.id(), d.whole(0, 9), d.money(), d.price(), d.words()));
        add(IncrementOverridden.class, d -> new IncrementOverridden(d.id(), d.price(), d.price(), d.words()));
        add(HammerFallen.class, d -> new HammerFallen(d.id(), d.id(), d.price(), d.instant(), d.instant()));
        add(LotReopened.class, d -> new LotReopened(d.id(), d.instant(), d.words()));
        add(LotPostponed.class, d -> new LotPostponed(d.id(), d.instant(), d.words()));
        add(LotVoided.class, d -> new LotVoided(d.id(), d.id(), d.id(), d.price(), d.words()));
        add(LotTerminated.class, d -> new LotTerminated(d.id(), d.words()));
    }

    private static void addRoadshows() {
        add(
                RoadshowAnnounced.class,
                d -> new RoadshowAnnounced(d.id(), d.title(), d.list(1, 300, d::id), d.duration()));
        add(RoadshowEnded.class, d -> new RoadshowEnded(d.id(), d.id(), d.id(), d.money()));
        add(RoadshowStarted.class, d -> new RoadshowStarted(d.id(), d.words()));
    }

    private static void addAccounts() {
        add(
                DepositCredited.class,
                d -> new DepositCredited(d.id(), d.price(), d.money(), d.text(), d.flag() ? Money.ZERO : d.price()));
        add(
                DepositForfeited.class,
                d -> new DepositForfeited(d.id(), d.id(), d.money(), d.oneOf(ForfeitCause.values())));
        add(DepositHeld.class, d -> new DepositHeld(d.id(), d.id(), d.id(), d.money()));
        add(DepositReleased.class, d -> new DepositReleased(d.id(), d.id(), d.money()));
        add(
                DepositWithdrawn.class,
                d -> new DepositWithdrawn(
                        d.id(), d.price(), d.balance(), d.text(), d.flag() ? Balance.ZERO : d.balance()));
        add(MaximumPlaced.class, d -> new MaximumPlaced(d.id(), d.id(), d.flag()));
        add(ParticipantRegistered.class, d -> new ParticipantRegistered(d.id()));
        add(IdentityRecorded.class, d -> new IdentityRecorded(d.id(), d.hex(64)));
        add(IdentityErased.class, d -> new IdentityErased(d.id(), d.words()));
        add(UnitsCredited.class, d -> new UnitsCredited(d.id(), d.words(), d.instant(), d.instant()));
    }

    private static void addDeals() {
        add(DealAnnounced.class, Events::dealAnnounced);
        add(DealEnded.class, d -> new DealEnded(d.id(), d.oneOf(DealEnd.values()), d.text()));
        add(DealMoved.class, d -> new DealMoved(d.id(), d.instant(), d.instant(), d.flag() ? 0 : d.instant()));
        add(InterestTold.class, d -> new InterestTold(d.id(), d.id(), d.id(), d.flag()));
        add(OfferMade.class, d -> new OfferMade(d.id(), d.id(), d.id(), d.money(), d.hex(64)));
        add(OfferMatched.class, d -> new OfferMatched(d.id(), d.id(), d.id(), d.id()));
        add(OfferReceived.class, d -> new OfferReceived(d.id(), d.id(), d.id(), d.money(), d.hex(64)));
        add(OfferWithdrawn.class, d -> new OfferWithdrawn(d.id(), d.id(), d.id()));
        add(OrderTaken.class, d -> new OrderTaken(d.id(), d.id(), d.id(), d.whole(-1, Integer.MAX_VALUE)));
        add(PledgeMade.class, d -> new PledgeMade(d.id(), d.id(), d.id(), d.id(), d.instant()));
        add(PledgeWithdrawn.class, d -> new PledgeWithdrawn(d.id(), d.id(), d.id(), d.id(), d.instant()));
        add(SaleMade.class, Events::saleMade);
        add(SaleReturned.class, d -> new SaleReturned(d.id(), d.id(), d.whole(0, 9), d.whole(-1, 9)));
        add(UseBegun.class, d -> new UseBegun(d.id(), d.instant()));
    }

    private static void addPublicity() {
        add(AwardBlocked.class, d -> new AwardBlocked(d.id(), d.id()));
        add(AwardWithheld.class, d -> new AwardWithheld(d.id(), d.id(), d.oneOf(RejectReason.values())));
        add(ObjectionWithdrawn.class, d -> new ObjectionWithdrawn(d.id(), d.id(), d.id(), d.whole(0, 9)));
        add(DealPublished.class, d -> new DealPublished(d.id(), d.oneOf(PublicityPlace.values()), d.text()));
        add(ObjectionDecided.class, d -> new ObjectionDecided(d.id(), d.id(), d.flag(), d.whole(0, 9), d.words()));
        add(
                ObjectionRaised.class,
                d -> new ObjectionRaised(d.id(), d.whole(0, 99), d.id(), d.words(), d.flag() ? 0 : d.instant()));
        add(
                PublicityBegun.class,
                d -> new PublicityBegun(d.id(), new Day(d.below(90_000)), new Day(d.below(90_000)), d.instant()));
        add(RelationMarked.class, d -> new RelationMarked(d.id(), d.id(), d.flag(), d.words()));
    }

    private static Event dealAnnounced(Draw d) {
        return new DealAnnounced(
                d.id(),
                d.title(),
                d.id(),
                d.whole(0, 9),
                d.oneOf(SellerCategory.values()),
                d.text(),
                d.dealTerms(),
                d.instant(),
                d.flag() ? Duration.ZERO : Duration.ofDays(d.whole(1, 60)),
                d.admission().published());
    }

    private static Event saleMade(Draw d) {
        return new SaleMade(d.id(), d.id(), d.title(), d.id(), d.text(), d.price(), d.money(), d.flag());
    }

    private static void addPeople() {
        add(AdmissionDecided.class, d -> new AdmissionDecided(d.id(), d.oneOf(AdmissionState.values()), d.words()));
        add(ApplicationReceived.class, d -> new ApplicationReceived(d.id(), d.id()));
        add(ExcludedAttempt.class, d -> new ExcludedAttempt(d.id(), d.id(), d.instant(), d.oneOf(EXCLUSIONS)));
        add(LicenceRecorded.class, d -> new LicenceRecorded(d.id(), d.id(), d.words()));
        add(PaddlesFixed.class, d -> new PaddlesFixed(d.id(), d.whole(0, 10_000), d.hex(64)));
        add(PaddlesOpened.class, d -> new PaddlesOpened(d.id(), d.hex(32), d.list(0, 300, d::id)));
        add(ParticipantDescribed.class, d -> new ParticipantDescribed(d.id(), d.oneOf(Residence.values()), d.flag()));
        add(PartyMarked.class, d -> new PartyMarked(d.id(), d.id(), d.mark(), d.flag(), d.words()));
        add(QualificationDecided.class, d -> new QualificationDecided(d.id(), d.id(), d.flag(), d.words()));
        add(RelatedPartyDisclosed.class, d -> new RelatedPartyDisclosed(d.id(), d.id()));
    }

    private static void addListings() {
        add(
                ListingAnnounced.class,
                d -> new ListingAnnounced(d.id(), d.id(), d.price(), d.listingTerms(), d.anyDay(), d.instant()));
        add(
                ListingQuoted.class,
                d -> new ListingQuoted(
                        d.id(), d.id(), d.id(), d.id(), d.price(), d.id(), d.id(), d.price(), d.instant()));
        add(BestQuoteChanged.class, d -> new BestQuoteChanged(d.id(), d.id(), d.id(), d.price()));
        add(
                ListingExtended.class,
                d -> new ListingExtended(
                        d.id(), d.id(), d.id(), d.anyDay(), d.instant(), d.oneOf(ExtensionCause.values())));
        add(
                ListingSuspended.class,
                d -> new ListingSuspended(
                        d.id(), d.id(), d.oneOf(SuspensionCause.values()), d.whole(0, 250), d.words()));
        add(ListingResumed.class, d -> new ListingResumed(d.id(), d.id(), d.anyDay(), d.instant(), d.words()));
        add(DisclosureEnded.class, d -> new DisclosureEnded(d.id(), d.id(), d.instant()));
        add(AgreementDue.class, d -> new AgreementDue(d.id(), d.id(), d.id(), d.id(), d.price(), d.instant()));
        add(
                ListingClosed.class,
                d -> new ListingClosed(
                        d.id(),
                        d.id(),
                        d.oneOf(ListingOutcome.values()),
                        d.whole(0, 10_000),
                        d.instant(),
                        d.instant(),
                        d.text()));
    }

    private static void addIntentions() {
        add(
                IntentionRegistered.class,
                d -> new IntentionRegistered(d.id(), d.id(), d.id(), d.id(), d.money(), d.flag(), d.instant()));
        add(DepositAsked.class, d -> new DepositAsked(d.id(), d.id(), d.id(), d.id(), d.instant(), d.flag()));
        add(
                IntentionLapsed.class,
                d -> new IntentionLapsed(d.id(), d.id(), d.id(), d.id(), d.oneOf(LapseCause.values())));
        add(IntentionTermMoved.class, d -> new IntentionTermMoved(d.id(), d.id(), d.id(), d.id(), d.instant()));
        add(PriceOffered.class, d -> new PriceOffered(d.id(), d.id(), d.id(), d.price()));
    }

    /** Generators by the record's name. */
    public static Map<String, Function<Draw, Event>> generators() {
        return GENERATORS;
    }

    public static Event any(Draw draw) {
        List<Function<Draw, Event>> all = new ArrayList<>(GENERATORS.values());
        return all.get(draw.below(all.size())).apply(draw);
    }

    private static Event answerRepeated(Draw d) {
        return new AnswerRepeated(d.instant(), d.cid(), d.instant(), d.oneOf(RejectReason.values()), d.instant());
    }

    private static Event commandRejected(Draw d) {
        return new CommandRejected(d.instant(), d.cid(), d.oneOf(RejectReason.values()), d.instant(), d.id());
    }

    private static Event tokenRecorded(Draw d) {
        return new TokenRecorded(d.words(), d.instant(), d.oneOf(Role.values()), d.instant(), d.words());
    }

    private static Event bidAccepted(Draw d) {
        return new BidAccepted(
                d.id(), d.id(), d.id(), d.price(), d.price(), d.id(), d.instant(), d.oneOf(Channel.values()), d.cid());
    }

    private static Event stageOpened(Draw d) {
        return new StageOpened(d.id(), d.id(), d.oneOf(StageKind.values()), d.whole(0, 300), d.money(), d.instant());
    }

    private static Event lotAnnounced(Draw d) {
        return new LotAnnounced(
                d.id(),
                d.title(),
                d.id(),
                d.words(),
                d.money(),
                d.money(),
                d.hex(64),
                d.phases(),
                d.instant(),
                d.outage(),
                d.priority(),
                d.rules(),
                d.admission().published(),
                d.offering());
    }
}
