package org.gavel.exchange.engine.trading;

import java.time.Duration;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Request;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.CreditUnits;
import org.gavel.protocol.command.OrderFields;
import org.gavel.protocol.command.OrderFields.Kind;
import org.gavel.protocol.event.CallIndicated;
import org.gavel.protocol.event.Ending;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.Taker;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OrderType;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.SelfTrade;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.TimeInForce;
import org.gavel.protocol.value.TradingDay;

/** A market asked for very many orders, whose events are counted and not kept. */
final class ManyOrders implements EventSink {
    static final int BUYER = MarketFixture.ALICE;
    static final int SELLER = MarketFixture.BOB;

    final Market market;
    private final Request request = new Request();
    private final OrderFields fields = new OrderFields();
    long now = MarketFixture.time(10);
    int accepted;
    int trades;
    int amended;
    int ended;
    int tops;
    int indicated;
    int rejected;

    ManyOrders() {
        MarketFixture fixture = MarketFixture.venue().at(0);
        fixture.staff(new CreditUnits(SELLER, "POOL", 1_000_000_000_000L));
        fixture.staff(new CreditUnits(BUYER, "POOL", 1_000_000_000_000L));
        fixture.staff(new CreditDeposit(BUYER, new Money(90_000_000_000_000L), "bank"));
        market = fixture.market();
    }

    /** Opens a book with this day. */
    void open(int book, TradingDay day) {
        staff(BookFixture.open(book, BookFixture.terms(0, Duration.ZERO, false), day));
    }

    void staff(Command command) {
        request.begin(market.sequence() + 1, now, MarketFixture.CLERK, 0, 0).from(Role.OPERATOR, Channel.CONSOLE);
        market.apply(request, command, this);
    }

    /** Places a limit order and answers its number. */
    long place(int book, int participant, Side side, long price, long quantity, TimeInForce force, long expiresAt) {
        fields.begin(Kind.PLACE, book, 0, 0, price, quantity);
        fields.terms(side, OrderType.LIMIT, force, expiresAt, SelfTrade.CANCEL_OLDEST);
        act(participant);
        return market.sequence();
    }

    void change(Kind kind, int book, int participant, long order, long price, long quantity) {
        fields.begin(kind, book, 0, order, price, quantity);
        act(participant);
    }

    private void act(int participant) {
        request.begin(market.sequence() + 1, now, participant, 0, 0).from(Role.BIDDER, Channel.ONLINE);
        market.order(request, fields, this);
    }

    RejectReason reason() {
        return request.reason();
    }

    @Override
    public void orderAccepted(Request asked, OrderFields order, int participant, long held) {
        accepted++;
    }

    @Override
    public void ordersTraded(
            int book,
            long trade,
            long price,
            long quantity,
            long buyOrder,
            long sellOrder,
            Taker taker,
            int buyer,
            int seller,
            long released) {
        trades++;
    }

    @Override
    public void orderAmended(
            int book, long order, int participant, long price, long quantity, boolean keptPriority, long held) {
        amended++;
    }

    @Override
    public void orderEnded(int book, long order, int participant, long quantity, Ending cause, long released) {
        ended++;
    }

    @Override
    public void topOfBook(int book, long bid, long bidQuantity, long ask, long askQuantity) {
        tops++;
    }

    @Override
    public void bidAccepted(
            Request asked, int lot, int bidder, int paddle, long amount, long next, int number, long closesAt) {
        throw new AssertionError("no lot here");
    }

    @Override
    public void lotExtended(int lot, long closesAt, int extension) {
        throw new AssertionError("no lot here");
    }

    @Override
    public void rejected(Request asked, RejectReason reason, long detail, int lot) {
        rejected++;
    }

    @Override
    public void repeated(Request asked, long original, RejectReason reason, long detail) {
        throw new AssertionError("nothing is repeated");
    }

    @Override
    public void emit(Event event) {
        indicated += event instanceof CallIndicated ? 1 : 0;
    }
}
