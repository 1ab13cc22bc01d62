package org.gavel.protocol.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.AdmissionState;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.DealTerms;
import org.gavel.protocol.value.Draw;
import org.gavel.protocol.value.EnvelopeFault;
import org.gavel.protocol.value.NeedTerms;
import org.gavel.protocol.value.OrderType;
import org.gavel.protocol.value.PanelScore;
import org.gavel.protocol.value.PublicityPlace;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.Residence;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.SelfTrade;
import org.gavel.protocol.value.SellerCategory;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.TimeInForce;

/** Random valid commands, one generator a record; a record without one has no place in {@link #any}. */
public final class Commands {
    private static final SortedMap<String, Function<Draw, Command>> GENERATORS = new TreeMap<>();

    private Commands() {}

    private static <T extends Command> void add(Class<T> type, Function<Draw, Command> generator) {
        GENERATORS.put(type.getSimpleName(), generator);
    }

    static {
        add(AdoptBehaviour.class, d -> new AdoptBehaviour(d.whole(1, 65_535), d.words()));
        add(AnnounceLot.class, Commands::announceLot);
        add(AnnounceRoadshow.class, Commands::announceRoadshow);
        addPeople();
        addBooks();
        addOrders();
        addListings();
        addDeals();
        add(AskStatus.class, d -> new AskStatus(d.cid()));
        add(AnswerInquiry.class, d -> new AnswerInquiry(d.id(), d.whole(0, Integer.MAX_VALUE), d.flag()));
        add(BidUnits.class, d -> new BidUnits(d.id(), d.whole(0, Integer.MAX_VALUE), d.instant(), d.money()));
        add(CreditDeposit.class, d -> new CreditDeposit(d.id(), d.price(), d.text()));
        add(CreditUnits.class, d -> new CreditUnits(d.id(), asset(d), d.number(1, 1_000_000_000_000L)));
        add(Genesis.class, Commands::genesis);
        add(HoldDeposit.class, d -> new HoldDeposit(d.id(), d.whole(0, Integer.MAX_VALUE)));
        add(GrantPriority.class, d -> new GrantPriority(d.id(), d.id(), d.whole(0, GrantPriority.MAX_RANK), d.words()));
        add(MatchPrice.class, d -> new MatchPrice(d.id(), d.whole(0, Integer.MAX_VALUE)));
        add(InstallCalendar.class, d -> new InstallCalendar(d.calendar(), d.words()));
        add(InstallRulebook.class, d -> new InstallRulebook(d.rulebook(), d.words()));
        add(NodeStarted.class, Commands::nodeStarted);
        add(NodeStopping.class, d -> new NodeStopping(d.words()));
        add(OpenEnvelope.class, d -> new OpenEnvelope(d.id(), d.whole(0, Integer.MAX_VALUE), d.price(), d.hex(64)));
        add(OpenLot.class, d -> new OpenLot(d.id(), d.words()));
        add(PauseLot.class, d -> new PauseLot(d.id(), d.words()));
        add(PlaceBid.class, d -> new PlaceBid(d.id(), d.whole(0, Integer.MAX_VALUE), d.price()));
        add(
                PlaceMaximum.class,
                d -> new PlaceMaximum(d.id(), d.whole(0, Integer.MAX_VALUE), d.price(), d.flag() ? "" : d.hex(64)));
        add(RecordToken.class, Commands::recordToken);
        add(RegisterParticipant.class, d -> new RegisterParticipant(d.id(), d.text()));
        add(ResumeLot.class, d -> new ResumeLot(d.id(), d.words()));
        add(StartRoadshow.class, d -> new StartRoadshow(d.id(), d.words()));
        add(StateDigest.class, d -> new StateDigest(d.instant() | 1, d.hex(64), d.hex(64)));
        add(SubmitEnvelope.class, Commands::submitEnvelope);
        add(SubmitProposal.class, d -> new SubmitProposal(d.id(), d.whole(0, Integer.MAX_VALUE), d.hex(64)));
        add(RecordScores.class, Commands::recordScores);
        add(Tick.class, d -> new Tick(d.instant()));
        add(VoidEnvelope.class, d -> new VoidEnvelope(d.id(), d.id(), d.oneOf(EnvelopeFault.values()), d.words()));
        add(WithdrawBid.class, d -> new WithdrawBid(d.id()));
        add(WithdrawDeposit.class, d -> new WithdrawDeposit(d.id(), d.price(), d.text()));
        add(CallLot.class, d -> new CallLot(d.id(), d.whole(1, 3), d.flag() ? "" : d.words()));
        add(HammerLot.class, d -> new HammerLot(d.id(), d.words()));
        add(UndoBid.class, d -> new UndoBid(d.id(), d.id(), d.words()));
        add(OverrideIncrement.class, d -> new OverrideIncrement(d.id(), d.price(), d.words()));
        add(ReopenLot.class, d -> new ReopenLot(d.id(), d.words()));
        add(PostponeLot.class, d -> new PostponeLot(d.id(), d.instant(), d.words()));
        add(TerminateLot.class, d -> new TerminateLot(d.id(), d.words()));
        add(ReportConnectivity.class, Commands::reportConnectivity);
        add(VoidLot.class, d -> new VoidLot(d.id(), d.words()));
        add(WithdrawLot.class, d -> new WithdrawLot(d.id(), d.words()));
    }

    private static void addListings() {
        add(
                AnnounceListing.class,
                d -> new AnnounceListing(d.id(), listed(d, announceLot(d)), d.price(), d.listingTerms()));
        add(
                RegisterIntention.class,
                d -> new RegisterIntention(d.id(), d.whole(0, Integer.MAX_VALUE), d.money(), d.flag()));
        add(OfferPrice.class, d -> new OfferPrice(d.id(), d.whole(0, Integer.MAX_VALUE), d.price()));
        add(ConcludeAgreement.class, d -> new ConcludeAgreement(d.id(), d.words()));
        add(SuspendListing.class, d -> new SuspendListing(d.id(), d.suspension(), d.words()));
        add(ResumeListing.class, d -> new ResumeListing(d.id(), d.words()));
        add(WithdrawListing.class, d -> new WithdrawListing(d.id(), d.words()));
        add(TerminateListing.class, d -> new TerminateListing(d.id(), d.words()));
    }

    private static AnnounceLot listed(Draw d, AnnounceLot lot) {
        Admission rule = lot.admission();
        return new AnnounceLot(
                lot.lot(),
                lot.title(),
                lot.seller(),
                lot.rulebook(),
                lot.deposit(),
                new Reserve(d.money(), false, ""),
                lot.phases(),
                0,
                lot.outage(),
                lot.priority(),
                lot.basis(),
                new Admission(
                        rule.realName(),
                        true,
                        0,
                        rule.relatedParties(),
                        rule.exportClass(),
                        rule.paddlesFixed(),
                        rule.paddleSalt()),
                lot.offering());
    }

    private static void addDeals() {
        add(AnnounceDeal.class, Commands::announceDeal);
        add(BuyNow.class, d -> new BuyNow(d.id(), d.whole(0, Integer.MAX_VALUE), d.price()));
        add(ConvertUse.class, d -> new ConvertUse(d.id(), d.whole(0, Integer.MAX_VALUE)));
        add(DecideObjection.class, d -> new DecideObjection(d.id(), d.id(), d.flag(), d.words()));
        add(EndDeal.class, d -> new EndDeal(d.id(), d.words()));
        add(EndUse.class, d -> new EndUse(d.id(), d.whole(0, Integer.MAX_VALUE)));
        add(MakeOffer.class, d -> new MakeOffer(d.id(), d.whole(0, Integer.MAX_VALUE), d.money(), d.hex(64)));
        add(MarkRelation.class, d -> new MarkRelation(d.whole(1, 100), d.whole(101, 200), d.flag(), d.words()));
        add(PledgeShares.class, d -> new PledgeShares(d.id(), d.whole(0, Integer.MAX_VALUE), d.whole(1, 1_000_000)));
        add(PublishDeal.class, d -> new PublishDeal(d.id(), d.oneOf(PublicityPlace.values()), d.words()));
        add(RaiseObjection.class, d -> new RaiseObjection(d.id(), d.whole(0, Integer.MAX_VALUE), d.words()));
        add(TellInterest.class, d -> new TellInterest(d.id(), d.whole(0, Integer.MAX_VALUE), d.id(), d.flag()));
        add(WithdrawObjection.class, d -> new WithdrawObjection(d.id(), d.id()));
        add(WithdrawOffer.class, d -> new WithdrawOffer(d.id(), d.whole(0, Integer.MAX_VALUE)));
        add(WithdrawPledge.class, d -> new WithdrawPledge(d.id(), d.whole(0, Integer.MAX_VALUE)));
    }

    private static AnnounceDeal announceDeal(Draw d) {
        DealTerms terms = d.dealTerms();
        int buyer = terms.namesBuyer() ? d.id() : 0;
        Duration period = d.flag() || terms instanceof NeedTerms ? Duration.ZERO : Duration.ofDays(d.whole(1, 60));
        return new AnnounceDeal(
                d.id(),
                d.title(),
                d.id(),
                buyer,
                d.oneOf(SellerCategory.values()),
                d.text(),
                terms,
                period,
                dealAdmission(d, terms));
    }

    private static Admission dealAdmission(Draw d, DealTerms terms) {
        Admission rule = d.admission();
        boolean fits = !(terms instanceof NeedTerms) && !rule.paddlesFixed();
        return fits ? rule : Admission.OPEN;
    }

    private static void addPeople() {
        add(ApplyForLot.class, d -> new ApplyForLot(d.id(), d.whole(0, Integer.MAX_VALUE)));
        add(RecordIdentity.class, d -> new RecordIdentity(d.id(), d.of("ABCxyz0189+/", 4 * (10 + d.below(20)))));
        add(EraseIdentity.class, d -> new EraseIdentity(d.id(), d.words()));
        add(DecideAdmission.class, d -> new DecideAdmission(d.id(), d.oneOf(AdmissionState.values()), d.words()));
        add(
                DescribeParticipant.class,
                d -> new DescribeParticipant(d.id(), d.text(), d.oneOf(Residence.values()), d.flag()));
        add(MarkParty.class, d -> new MarkParty(d.id(), d.id(), d.mark(), d.words()));
        add(QualifyBidder.class, d -> new QualifyBidder(d.id(), d.id(), d.flag(), d.words()));
        add(RecordLicence.class, d -> new RecordLicence(d.id(), d.id(), d.words()));
    }

    private static void addBooks() {
        add(
                OpenBook.class,
                d -> new OpenBook(
                        d.id(), asset(d), d.title(), d.bookTerms(), d.money(), d.tradingDay(), d.words(), (int)
                                d.number(0, OpenBook.MOST_OPEN_ORDERS)));
        add(StartTradingDay.class, d -> new StartTradingDay(d.id(), d.tradingDay(), d.words()));
        add(CallBook.class, d -> new CallBook(d.id(), d.instant(), d.words()));
        add(CrossBook.class, d -> new CrossBook(d.id(), d.words()));
        add(HaltBook.class, d -> new HaltBook(d.id(), d.words()));
        add(ResumeBook.class, d -> new ResumeBook(d.id(), d.instant(), d.words()));
        add(CloseBook.class, d -> new CloseBook(d.id(), d.words()));
        add(ReportDisconnect.class, d -> new ReportDisconnect(d.id(), d.instant() | 1));
    }

    private static void addOrders() {
        add(PlaceOrder.class, Commands::placeOrder);
        add(AmendOrder.class, d -> new AmendOrder(d.id(), someone(d), d.instant() | 1, d.money(), d.instant() | 1));
        add(MoveOrder.class, d -> new MoveOrder(d.id(), someone(d), d.instant() | 1, d.price()));
        add(ReduceOrder.class, d -> new ReduceOrder(d.id(), someone(d), d.instant() | 1, d.instant() | 1));
        add(CancelOrder.class, d -> new CancelOrder(d.id(), someone(d), d.instant() | 1));
        add(CancelOrders.class, d -> new CancelOrders(d.whole(0, Integer.MAX_VALUE), someone(d)));
    }

    private static int someone(Draw d) {
        return d.whole(0, Integer.MAX_VALUE);
    }

    private static Command placeOrder(Draw d) {
        OrderType type = d.oneOf(OrderType.values());
        TimeInForce force = d.oneOf(TimeInForce.values());
        return new PlaceOrder(
                d.id(),
                someone(d),
                d.oneOf(Side.values()),
                type,
                type == OrderType.MARKET ? null : d.price(),
                d.instant() | 1,
                force,
                force == TimeInForce.GTD ? d.instant() | 1 : 0,
                type == OrderType.LIMIT && force.rests() && d.flag(),
                d.oneOf(SelfTrade.values()),
                d.flag());
    }

    /** Generators by the record's name. */
    public static Map<String, Function<Draw, Command>> generators() {
        return GENERATORS;
    }

    public static Command any(Draw draw) {
        List<Function<Draw, Command>> all = new ArrayList<>(GENERATORS.values());
        return all.get(draw.below(all.size())).apply(draw);
    }

    public static AnnounceLot announceLot(Draw d) {
        return new AnnounceLot(
                d.id(),
                d.title(),
                d.id(),
                d.text(),
                d.money(),
                d.reserve(),
                d.phases(),
                d.instant(),
                d.outage(),
                d.priority(),
                d.basis(),
                d.admission(),
                d.offering());
    }

    public static Origin origin(Draw d) {
        return new Origin(
                d.instant(),
                d.instant(),
                d.chance(8) ? ClientId.NONE : d.cid(),
                d.anyLong(),
                d.anyLong(),
                d.below(65_536),
                d.oneOf(Role.values()),
                d.oneOf(Channel.values()));
    }

    private static Command announceRoadshow(Draw d) {
        List<Integer> lots = new ArrayList<>(new TreeSet<>(d.list(1, 300, d::id)));
        return new AnnounceRoadshow(d.id(), d.title(), lots, d.duration());
    }

    private static Command reportConnectivity(Draw d) {
        int seen = d.whole(0, Integer.MAX_VALUE);
        return new ReportConnectivity(d.id(), seen, d.whole(0, seen));
    }

    private static String asset(Draw d) {
        return d.of("ABCXYZabcxyz0189._-", 1 + d.below(32));
    }

    private static Command genesis(Draw d) {
        int version = d.whole(1, 65_535);
        return new Genesis(d.words(), version, 1, d.whole(1, 65_535), d.text(), d.text(), d.text(), d.id());
    }

    private static Command nodeStarted(Draw d) {
        return new NodeStarted(
                d.instant(),
                d.instant(),
                d.hex(64),
                d.instant(),
                d.whole(0, Integer.MAX_VALUE),
                d.text(),
                d.text(),
                d.flag() ? "" : d.text(),
                d.flag() ? "" : d.hex(32),
                d.flag() ? 0 : d.whole(1, 65_535));
    }

    private static Command submitEnvelope(Draw d) {
        String base64 = d.of("ABCXYZabcxyz0189+/", 4 * d.whole(0, SubmitEnvelope.MAX_CIPHERTEXT / 4));
        return new SubmitEnvelope(d.id(), d.whole(0, Integer.MAX_VALUE), d.hex(64), base64);
    }

    private static Command recordScores(Draw d) {
        List<PanelScore> panel = new ArrayList<>();
        int size = d.whole(1, RecordScores.MAX_PANEL);
        for (int i = 0; i < size; i++) {
            panel.add(new PanelScore(1 + i, d.whole(0, 10_000)));
        }
        return new RecordScores(d.id(), d.id(), RecordScores.mean(panel), panel, d.hex(64));
    }

    private static Command recordToken(Draw d) {
        return new RecordToken(d.text(), d.instant() | 1, d.oneOf(Role.values()), d.instant() | 1, d.words());
    }
}
