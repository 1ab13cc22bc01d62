package org.gavel.exchange.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gavel.exchange.engine.auction.Mechanisms;
import org.gavel.exchange.engine.deal.DealModes;
import org.gavel.exchange.snapshot.graph.MarketImage;
import org.gavel.protocol.command.AboutLot;
import org.gavel.protocol.command.AnnounceRoadshow;
import org.gavel.protocol.command.AnswerInquiry;
import org.gavel.protocol.command.ApplyForLot;
import org.gavel.protocol.command.BidUnits;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.DecideAdmission;
import org.gavel.protocol.command.DescribeParticipant;
import org.gavel.protocol.command.Genesis;
import org.gavel.protocol.command.GrantPriority;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.MarkParty;
import org.gavel.protocol.command.MatchPrice;
import org.gavel.protocol.command.NodeStarted;
import org.gavel.protocol.command.NodeStopping;
import org.gavel.protocol.command.OpenLot;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.PauseLot;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.QualifyBidder;
import org.gavel.protocol.command.RecordLicence;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.ResumeLot;
import org.gavel.protocol.command.StartRoadshow;
import org.gavel.protocol.command.TerminateLot;
import org.gavel.protocol.command.WithdrawLot;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.ExcludedAttempt;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.AdmissionState;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.ExclusionCause;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Residence;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.Title;

/**
 * The language of the engine's tests: commands in, events out, compared as values. Every {@code expect} speaks of
 * the events of the last command. Times are seconds of the test; the lot in hand is the one announced or named last.
 */
public final class MarketFixture {
    public static final int SELLER = 1;
    public static final int ALICE = 11;
    public static final int BOB = 12;
    public static final int CAROL = 13;

    /** A staff number nobody of the participants has. */
    public static final int CLERK = 500;

    /** What each participant has on their account. */
    public static final Money WEALTH = new Money(10_000_000_000L);

    public static final String REASON = "As the auctioneer decides.";

    private static final int SNAPSHOT_EVERY = 37;

    private static final long EPOCH = 1_800_000_000_000_000L;

    private final Mechanisms mechanisms;
    private final DealModes modes;
    private Market market;
    private final Request request = new Request();
    private final EventList out = new EventList();
    private final List<Submission> submissions = new ArrayList<>();
    private final List<List<Event>> history = new ArrayList<>();
    private long now = EPOCH;
    private int lot;
    private ClientId cid = ClientId.NONE;

    private MarketFixture(Mechanisms mechanisms, DealModes modes) {
        this.mechanisms = mechanisms;
        this.modes = modes;
        this.market = new Market(mechanisms, modes);
    }

    /** A market in which nothing has happened. */
    public static MarketFixture nothing() {
        return new MarketFixture(KnownMechanisms.ALL, DealModes.ALL);
    }

    /** A venue with a seller and three wealthy bidders. */
    public static MarketFixture venue() {
        return venue(KnownMechanisms.ALL);
    }

    public static MarketFixture venue(Mechanisms mechanisms) {
        return venue(mechanisms, DealModes.ALL);
    }

    /** A venue as it was begun with a behaviour of the engine. */
    public static MarketFixture venue(Mechanisms mechanisms, int behaviour) {
        return venue(new MarketFixture(mechanisms, DealModes.ALL), behaviour);
    }

    public static MarketFixture venue(Mechanisms mechanisms, DealModes modes) {
        return venue(new MarketFixture(mechanisms, modes), Behaviour.NEWEST);
    }

    private static MarketFixture venue(MarketFixture fixture, int behaviour) {
        fixture.system(genesis(behaviour));
        for (int participant : new int[] {SELLER, ALICE, BOB, CAROL}) {
            fixture.staff(new RegisterParticipant(participant, ""));
            fixture.staff(new CreditDeposit(participant, WEALTH, "bank"));
        }
        return fixture;
    }

    public static Genesis genesis() {
        return genesis(Behaviour.NEWEST);
    }

    public static Genesis genesis(int behaviour) {
        return new Genesis("Test venue", 1, 1, behaviour, "SHA-256", "us", "CNY", 1000);
    }

    public static Money yuan(long amount) {
        return new Money(Math.multiplyExact(amount, 100));
    }

    /** 万: ten thousand yuan. */
    public static Money wan(long amount) {
        return yuan(Math.multiplyExact(amount, 10_000));
    }

    /** A second of the test in microseconds since 1970. */
    public static long time(long seconds) {
        return EPOCH + seconds * 1_000_000;
    }

    public MarketFixture at(long seconds) {
        return atMicros(time(seconds));
    }

    public MarketFixture atMicros(long micros) {
        now = micros;
        return this;
    }

    /** The commands that follow are about this lot. */
    public MarketFixture on(int number) {
        lot = number;
        return this;
    }

    /** The next command carries this client id. */
    public MarketFixture cid(String text) {
        cid = ClientId.parse(text);
        return this;
    }

    public MarketFixture system(Command command) {
        return apply(0, Role.SYSTEM, Channel.SYSTEM, command);
    }

    public MarketFixture staff(Command command) {
        return apply(CLERK, Role.CLERK, Channel.CONSOLE, command);
    }

    /** An act of the clerk with a second person, 0 for nobody. */
    public MarketFixture approved(long approver, Command command) {
        Origin origin = new Origin(CLERK, approver, ClientId.NONE, 0, 0, 0, Role.CLERK, Channel.CONSOLE);
        return apply(new Submission(now, origin, command));
    }

    public MarketFixture by(int participant, Command command) {
        return apply(participant, Role.BIDDER, Channel.ONLINE, command);
    }

    public MarketFixture apply(long actor, Role role, Channel channel, Command command) {
        Origin origin = new Origin(actor, 0, cid, 0, 0, 0, role, channel);
        cid = ClientId.NONE;
        return apply(new Submission(now, origin, command));
    }

    public MarketFixture apply(Submission submission) {
        submissions.add(submission);
        submission.applyTo(market, request, out);
        history.add(out.take());
        return this;
    }

    public MarketFixture announce(LotPlan plan) {
        lot = plan.number();
        return staff(plan.announcement());
    }

    /** Announces the lot and opens it. */
    public MarketFixture open(LotPlan plan) {
        return announce(plan).open();
    }

    public MarketFixture open() {
        return staff(new OpenLot(lot, REASON));
    }

    public MarketFixture bid(int bidder, Money amount) {
        return by(bidder, new PlaceBid(lot, 0, amount));
    }

    /** The participant gets a right of first refusal on the lot. */
    public MarketFixture grant(int participant, int rank) {
        return staff(new GrantPriority(lot, participant, rank, "Civil Code art. 847"));
    }

    /** The holder of a right matches the price. */
    public MarketFixture match(int bidder) {
        return by(bidder, new MatchPrice(lot, 0));
    }

    public MarketFixture answer(int bidder, boolean accepts) {
        return by(bidder, new AnswerInquiry(lot, 0, accepts));
    }

    /** Bids for units of a divided lot; a price of zero names none. */
    public MarketFixture bidUnits(int bidder, long units, Money price) {
        return by(bidder, new BidUnits(lot, 0, units, price));
    }

    public MarketFixture hold(int... participants) {
        for (int participant : participants) {
            by(participant, new HoldDeposit(lot, 0));
        }
        return this;
    }

    public MarketFixture apply(int participant) {
        return by(participant, new ApplyForLot(lot, 0));
    }

    public MarketFixture qualify(int participant, boolean qualified) {
        return staff(new QualifyBidder(lot, participant, qualified, REASON));
    }

    public MarketFixture mark(int participant, ExclusionCause cause) {
        return staff(new MarkParty(lot, participant, cause, REASON));
    }

    public MarketFixture license(int participant, String reference) {
        return staff(new RecordLicence(lot, participant, reference));
    }

    public MarketFixture decide(int participant, AdmissionState state) {
        return staff(new DecideAdmission(participant, state, REASON));
    }

    public MarketFixture describe(int participant, String legalPerson, Residence residence, boolean isStaff) {
        return staff(new DescribeParticipant(participant, legalPerson, residence, isStaff));
    }

    /** Puts on record that the participants are one legal person. */
    public MarketFixture describeAsOne(int... participants) {
        for (int each : participants) {
            describe(each, "one", Residence.MAINLAND, false).expectAccepted();
        }
        return this;
    }

    public MarketFixture pause() {
        return staff(new PauseLot(lot, REASON));
    }

    public MarketFixture resume() {
        return staff(new ResumeLot(lot, REASON));
    }

    public MarketFixture withdraw() {
        return staff(new WithdrawLot(lot, REASON));
    }

    /** Two persons end the lot. */
    public MarketFixture terminate() {
        return approved(new TerminateLot(lot, REASON));
    }

    public MarketFixture roadshow(int number, long intervalSeconds, Integer... lots) {
        Title title = new Title("路演", "Roadshow");
        return staff(new AnnounceRoadshow(number, title, List.of(lots), Duration.ofSeconds(intervalSeconds)));
    }

    public MarketFixture start(int roadshow) {
        return staff(new StartRoadshow(roadshow, REASON));
    }

    /** The clerk acts, and a second person has approved it. */
    public MarketFixture approved(Command command) {
        return approved(CLERK + 1, command);
    }

    /** Only the time passes. */
    public MarketFixture tick() {
        return apply(Submission.tick(now));
    }

    public MarketFixture nodeStops() {
        return system(new NodeStopping(REASON));
    }

    /** The node is back; its last record was the one before. */
    public MarketFixture nodeStarts() {
        return system(new NodeStarted(0, 0, "", 0, 1, "test", "MEMORY"));
    }

    public MarketFixture expect(Event... events) {
        assertEquals(List.of(events), last());
        return this;
    }

    public MarketFixture expectRefused(RejectReason reason) {
        return expectRefused(reason, 0);
    }

    public MarketFixture expectRefused(RejectReason reason, Money detail) {
        return expectRefused(reason, detail.fen());
    }

    /** The last command caused this reject and nothing else. */
    public MarketFixture expectRefused(RejectReason reason, long detail) {
        Submission asked = submissions.get(submissions.size() - 1);
        int about = asked.command() instanceof AboutLot named ? named.lot() : 0;
        Origin origin = asked.origin();
        expect(new CommandRejected(origin.actor(), origin.cid(), reason, detail, about));
        assertEquals(reason, request.reason());
        assertEquals(detail, request.detail());
        return this;
    }

    public MarketFixture expectAccepted() {
        assertEquals(RejectReason.NONE, request.reason(), () -> last().toString());
        return this;
    }

    /** The last command was an excluded party's: refused, and the attempt told to the venue's staff. */
    public MarketFixture expectExcluded(int participant, ExclusionCause cause) {
        Origin origin = submissions.get(submissions.size() - 1).origin();
        expect(
                new CommandRejected(origin.actor(), origin.cid(), cause.reason(), 0, lot),
                new ExcludedAttempt(lot, participant, origin.actor(), cause));
        return expectNothingChanged();
    }

    /** The last command was a bid that leads now. */
    public MarketFixture expectLeads(int bidder, Money amount) {
        expectAccepted();
        BidAccepted accepted = events(BidAccepted.class).get(0);
        assertEquals(bidder, accepted.bidder());
        assertEquals(amount, accepted.amount());
        return this;
    }

    /** The last command left everything as time alone would have left it; for commands without a client id. */
    public MarketFixture expectNothingChanged() {
        MarketFixture other = new MarketFixture(mechanisms, modes);
        submissions.subList(0, submissions.size() - 1).forEach(other::apply);
        other.apply(Submission.tick(market.time()));
        assertArrayEquals(other.stateHash(), stateHash(), "the refused command changed something");
        return this;
    }

    public List<Event> last() {
        return history.get(history.size() - 1);
    }

    /** The events of this kind that the last command caused. */
    public <E extends Event> List<E> events(Class<E> kind) {
        return last().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The events of every command so far. */
    public List<List<Event>> history() {
        return List.copyOf(history);
    }

    public List<Submission> submissions() {
        return List.copyOf(submissions);
    }

    /** Another market to which the same was submitted; on its way it was written down and made again, now and then. */
    public MarketFixture replayed() {
        MarketFixture other = new MarketFixture(mechanisms, modes);
        for (int i = 0; i < submissions.size(); i++) {
            other.apply(submissions.get(i));
            if (i % SNAPSHOT_EVERY == SNAPSHOT_EVERY / 2) {
                other.restore();
            }
        }
        other.now = now;
        other.lot = lot;
        return other;
    }

    /** Goes on as the market a snapshot gives. */
    private void restore() {
        market = MarketImage.into(MarketImage.bytes(market), new Market(mechanisms, modes));
    }

    public byte[] stateHash() {
        return market.stateHash();
    }

    public Market market() {
        return market;
    }

    public Request request() {
        return request;
    }
}
