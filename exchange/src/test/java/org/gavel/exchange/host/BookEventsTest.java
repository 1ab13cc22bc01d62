package org.gavel.exchange.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.ExpandableArrayBuffer;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Submission;
import org.gavel.exchange.eventlog.EventAssembler;
import org.gavel.exchange.eventlog.EventRecorder;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandEncoder;
import org.gavel.protocol.command.AmendOrder;
import org.gavel.protocol.command.CancelOrder;
import org.gavel.protocol.command.CancelOrders;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.CreditUnits;
import org.gavel.protocol.command.MoveOrder;
import org.gavel.protocol.command.OpenBook;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.PlaceOrder;
import org.gavel.protocol.command.ReduceOrder;
import org.gavel.protocol.command.ReportDisconnect;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.value.BookTerms;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OrderType;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.SelfTrade;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.TimeInForce;
import org.gavel.protocol.value.Title;
import org.junit.jupiter.api.Test;

/** Orders as journal bytes: what the host applies and records is what the market says of the same commands as values. */
class BookEventsTest {
    private static final int STEPS = 4_000;
    private static final List<TimeInForce> FORCES = List.of(TimeInForce.values());
    private static final List<SelfTrade> SELF_TRADES = List.of(SelfTrade.values());

    private final Random random = new Random(20_260_101);
    private final MarketFixture market = MarketFixture.venue().at(0);

    @Test
    void saysInBytesWhatItSaysInValues() {
        for (int participant : new int[] {MarketFixture.ALICE, MarketFixture.BOB, MarketFixture.CAROL}) {
            market.staff(new CreditUnits(participant, "POOL", 100_000));
        }
        BookTerms terms = new BookTerms(new Money(1), new Money(1), new Money(10_000));
        market.staff(new OpenBook(7, "POOL", new Title("份额", "Units"), terms, Money.ZERO, null, "admitted"));
        for (int i = 0; i < STEPS; i++) {
            step(i);
        }
        List<Applied> recorded = new ArrayList<>();
        Market other = new Market();
        EngineHost host = new EngineHost(other, Sealer.NONE, new EventRecorder(new EventAssembler(0, recorded::add)));
        CommandEncoder encoder = new CommandEncoder(Sealer.NONE);
        ExpandableArrayBuffer body = new ExpandableArrayBuffer();
        for (Submission submission : market.submissions()) {
            int length = encoder.encode(submission.origin(), submission.command(), body, 0);
            host.onRecord(other.sequence() + 1, submission.time(), body, 0, length);
        }
        List<List<Event>> expected =
                market.history().stream().filter(events -> !events.isEmpty()).toList();
        assertEquals(expected, recorded.stream().map(Applied::events).toList());
        assertArrayEquals(market.stateHash(), other.stateHash());
    }

    private void step(int number) {
        int participant = MarketFixture.ALICE + random.nextInt(3);
        long order = Math.max(1, market.market().sequence() - random.nextInt(30));
        long price = 900L + random.nextInt(200);
        ClientId cid = random.nextInt(3) == 0 ? ClientId.NONE : ClientId.parse("c" + random.nextInt(100));
        Origin origin = new Origin(participant, 0, cid, 1 + random.nextInt(3), 0, 0, Role.BIDDER, Channel.ONLINE);
        Origin venue = Origin.VENUE;
        Submission asked =
                switch (random.nextInt(12)) {
                    case 0 -> at(number, origin, new AmendOrder(7, 0, order, new Money(price), 1 + random.nextInt(50)));
                    case 1 -> at(number, origin, new MoveOrder(7, 0, order, new Money(price)));
                    case 2 -> at(number, origin, new ReduceOrder(7, 0, order, 1 + random.nextInt(20)));
                    case 3 -> at(number, origin, new CancelOrder(7, 0, order));
                    case 4 ->
                        random.nextInt(4) == 0
                                ? at(number, origin, new CancelOrders(0, 0))
                                : at(number, venue, new ReportDisconnect(participant, 1 + random.nextInt(3)));
                    default -> at(number, origin, place(price, number));
                };
        market.apply(asked);
    }

    private static Submission at(int number, Origin origin, Command command) {
        return new Submission(MarketFixture.time(0) + number, origin, command);
    }

    private PlaceOrder place(long price, int number) {
        TimeInForce force = FORCES.get(random.nextInt(FORCES.size()));
        boolean market = random.nextInt(8) == 0;
        return new PlaceOrder(
                7,
                0,
                random.nextBoolean() ? Side.BUY : Side.SELL,
                market ? OrderType.MARKET : OrderType.LIMIT,
                market ? null : new Money(price),
                1 + random.nextInt(40),
                force,
                force == TimeInForce.GTD ? MarketFixture.time(0) + number + 1 + random.nextInt(50) : 0,
                !market && force.rests() && random.nextInt(5) == 0,
                SELF_TRADES.get(random.nextInt(SELF_TRADES.size())),
                random.nextInt(4) == 0);
    }
}
