package org.gavel.exchange.engine.state;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Poison;
import org.gavel.exchange.engine.rulebook.Law;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.CreditUnits;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.InstallCalendar;
import org.gavel.protocol.command.InstallRulebook;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.WithdrawDeposit;
import org.gavel.protocol.value.AdmissionState;
import org.gavel.protocol.value.ExclusionCause;
import org.gavel.protocol.value.ExportClass;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PriorityMode;
import org.gavel.protocol.value.Residence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The canonical state: equal where everything is equal, different where any piece of it differs. */
final class StateHashTest {
    private static MarketFixture begun() {
        return begun(Behaviour.NEWEST);
    }

    private static MarketFixture begun(int behaviour) {
        MarketFixture market =
                MarketFixture.venue(Poison.at(Poison.Point.CHECK), behaviour).at(0);
        market.open(lot(7).deposit(yuan(10)).softClose(300, 300)).hold(ALICE, BOB);
        return market.announce(lot(9))
                .announce(lot(8))
                .roadshow(1, 60, 9, 8)
                .on(7)
                .at(10);
    }

    private static Arguments change(String name, Consumer<MarketFixture> act) {
        return Arguments.of(name, act);
    }

    static Stream<Arguments> commands() {
        return Stream.of(
                change("RegisterParticipant", m -> m.staff(new RegisterParticipant(50, ""))),
                change("CreditDeposit", m -> m.staff(new CreditDeposit(ALICE, new Money(1), ""))),
                change("WithdrawDeposit", m -> m.staff(new WithdrawDeposit(ALICE, new Money(1), ""))),
                change("CreditUnits", m -> m.staff(new CreditUnits(ALICE, "A", 1))),
                change("HoldDeposit", m -> m.staff(new HoldDeposit(7, MarketFixture.CAROL))),
                change("AnnounceLot", m -> m.announce(lot(20))),
                change("OpenLot", m -> m.announce(lot(20)).open()),
                change("PlaceBid", m -> m.bid(ALICE, yuan(100))),
                change("PauseLot", MarketFixture::pause),
                change("ResumeLot", m -> m.pause().resume()),
                change("WithdrawLot", m -> m.announce(lot(20)).withdraw()),
                change("AnnounceRoadshow", m -> m.announce(lot(20)).roadshow(2, 60, 20)),
                change("StartRoadshow", m -> m.start(1)),
                change("NodeStopping", MarketFixture::nodeStops),
                change("NodeStarted", MarketFixture::nodeStarts),
                change("a refusal with a client id", m -> m.cid("c").bid(ALICE, yuan(1))),
                change("a suspension", m -> m.open(lot(20).start(Poison.START))
                        .bid(ALICE, Poison.START)
                        .bid(BOB, Poison.BID)),
                change("GrantPriority", m -> m.announce(lot(20).priority(PriorityMode.WITHIN_BIDDING, 0))
                        .grant(ALICE, 0)),
                change("MatchPrice", m -> m.announce(lot(20).priority(PriorityMode.WITHIN_BIDDING, 0))
                        .grant(ALICE, 0)
                        .open()
                        .bid(BOB, yuan(100))
                        .match(ALICE)),
                change("AnswerInquiry", m -> m.announce(
                                lot(20).lasts(5).priority(PriorityMode.INQUIRY_THEN_BIDDING, 60))
                        .grant(ALICE, 0)
                        .open()
                        .bid(BOB, yuan(100))
                        .at(15)
                        .answer(ALICE, true)),
                change(
                        "InstallRulebook",
                        m -> m.staff(new InstallRulebook(Law.pack("SOE_ASSET"), MarketFixture.REASON))),
                change("InstallCalendar", m -> m.staff(new InstallCalendar(Law.calendar(), MarketFixture.REASON))),
                change("DecideAdmission", m -> m.decide(ALICE, AdmissionState.VERIFIED)),
                change("DescribeParticipant", m -> m.describe(ALICE, "", Residence.MACAO, false)),
                change("ApplyForLot", m -> m.announce(lot(20).qualification(0)).apply(ALICE)),
                change(
                        "QualifyBidder",
                        m -> m.announce(lot(20).qualification(0)).apply(ALICE).qualify(ALICE, true)),
                change("MarkParty", m -> m.mark(ALICE, ExclusionCause.DEFAULTER)),
                change("RecordLicence", m -> m.announce(lot(20).export(ExportClass.RESTRICTED))
                        .license(ALICE, "2026-17")),
                change("a close", m -> m.at(5000).tick()));
    }

    /** Beside a market in which only as many ticks at the same times came. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void everyKindOfCommandLeavesATrace(String name, Consumer<MarketFixture> act) {
        MarketFixture changed = begun();
        int before = changed.submissions().size();
        act.accept(changed);
        MarketFixture quiet = begun();
        int commands = changed.submissions().size() - before;
        for (int i = 0; i < commands - 1; i++) {
            quiet.apply(changed.submissions().get(before + i));
        }
        if (!name.equals("a close")) {
            quiet.atMicros(changed.market().time()).tick();
            assertEquals(changed.market().sequence(), quiet.market().sequence());
        }
        assertFalse(Arrays.equals(changed.stateHash(), quiet.stateHash()), name);
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                change("who bids", m -> m.bid(BOB, yuan(100))),
                change("how much", m -> m.bid(ALICE, yuan(110))),
                change("when", m -> m.at(11).bid(ALICE, yuan(100))),
                change("the client id", m -> m.cid("b2").bid(ALICE, yuan(100))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    void oneOtherFieldOfABidIsAnotherState(String name, Consumer<MarketFixture> act) {
        MarketFixture one = begun().bid(ALICE, yuan(100));
        MarketFixture other = begun();
        act.accept(other);
        assertFalse(Arrays.equals(one.stateHash(), other.stateHash()), name);
    }

    static Stream<Arguments> histories() {
        return Stream.of(
                Arguments.of("when it paused", paused(10, 11), paused(11, 10)),
                Arguments.of("who paused it", begun().pause(), begun().nodeStops()),
                Arguments.of("when it goes on by itself", started(10, 11), started(11, 10)),
                Arguments.of("when it opens by itself", opening(500), opening(501)),
                Arguments.of("whose turn it is", begun().start(1), begun().tick()),
                Arguments.of("who was admitted first", begun(ALICE, BOB), begun(BOB, ALICE)),
                Arguments.of("which asset", units("A"), units("B")));
    }

    private static MarketFixture paused(long pause, long tick) {
        MarketFixture market = begun().at(Math.min(pause, tick));
        return pause < tick
                ? market.pause().at(tick).tick()
                : market.tick().at(pause).pause();
    }

    private static MarketFixture started(long start, long tick) {
        MarketFixture market = begun().nodeStops().at(Math.min(start, tick));
        return start < tick
                ? market.nodeStarts().at(tick).tick()
                : market.tick().at(start).nodeStarts();
    }

    private static MarketFixture opening(long seconds) {
        return begun().announce(lot(20).opensAt(seconds));
    }

    private static MarketFixture begun(int first, int second) {
        return begun().on(9).hold(first, second);
    }

    private static MarketFixture units(String asset) {
        return begun().staff(new CreditUnits(ALICE, asset, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void oneOtherPieceIsAnotherState(String name, MarketFixture one, MarketFixture other) {
        assertEquals(one.market().sequence(), other.market().sequence());
        assertEquals(one.market().time(), other.market().time());
        assertFalse(Arrays.equals(one.stateHash(), other.stateHash()), name);
    }

    static Stream<Arguments> terms() {
        List<UnaryOperator<LotPlan>> others = List.of(
                p -> p.start(yuan(101)),
                p -> p.step(yuan(11)),
                LotPlan::anyRaise,
                p -> p.maxMultiple(3),
                LotPlan::leaderMayRaise,
                p -> p.lasts(1001),
                p -> p.softClose(300, 301),
                p -> p.softClose(300, 300, 2000, 0),
                p -> p.deposit(yuan(1)),
                p -> p.openReserve(yuan(100)),
                p -> p.hiddenReserve(yuan(100)),
                p -> p.soldBy(BOB),
                p -> p.opensAt(500),
                LotPlan::clerkResumes,
                LotPlan::realName,
                p -> p.qualification(100),
                LotPlan::paddlesFixed,
                LotPlan::thenPhase);
        return others.stream().map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("terms")
    void oneOtherTermIsAnotherState(UnaryOperator<LotPlan> other) {
        byte[] one = begun().announce(lot(20)).stateHash();
        byte[] two = begun().announce(other.apply(lot(20))).stateHash();
        assertFalse(Arrays.equals(one, two));
    }

    @Test
    void theOrderInWhichThingsWereEnteredLeavesNoTrace() {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 100; number < 400; number++) {
            numbers.add(number);
        }
        byte[] sorted = entered(numbers);
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(numbers, new Random(seed));
            assertArrayEquals(sorted, entered(numbers), "shuffled with seed " + seed);
        }
    }

    private static byte[] entered(List<Integer> numbers) {
        MarketFixture market = MarketFixture.venue().at(0);
        numbers.forEach(number -> market.staff(new RegisterParticipant(number, "")));
        numbers.forEach(number -> market.announce(lot(number)));
        return market.stateHash();
    }

    /** Fixed once and for all: a hash that changes here would make every journal of this behaviour unreadable. */
    @Test
    void theHashOfAKnownHistoryNeverChanges() {
        MarketFixture market =
                begun(Behaviour.FIRST).cid("b1").bid(ALICE, yuan(100)).at(900).bid(BOB, yuan(150));
        market.start(1).staff(new CreditUnits(ALICE, "PATENT-1", 5)).at(2000).nodeStarts();
        assertEquals(
                "363bb6314747236c76bebf3bd1a177be5f0cd0d6b495371050e1ef807a18bec7",
                HexFormat.of().formatHex(market.stateHash()));
    }

    @Test
    void theWriterKeepsValuesApart() {
        byte[] one = new StateWriter().put("ab").put("c").hash();
        byte[] two = new StateWriter().put("a").put("bc").hash();
        assertFalse(Arrays.equals(one, two));
        assertFalse(Arrays.equals(
                new StateWriter().put(1).hash(), new StateWriter().put(1L).hash()));
    }
}
