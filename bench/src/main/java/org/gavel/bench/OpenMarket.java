package org.gavel.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.ExpandableArrayBuffer;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.eventlog.EventRecorder;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.host.GenesisTerms;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandEncoder;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.OpenLot;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.Tick;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;
import org.gavel.protocol.value.Title;

/** A hosted market with open lots and bidders whose deposits are held, fed with records as the journal holds them. */
final class OpenMarket {
    private static final int SELLER = 1;
    private static final int FIRST_BIDDER = 1000;
    private static final Money DEPOSIT = new Money(100);
    private static final Money STEP = new Money(100);
    private static final Duration STAYS_OPEN = Duration.ofDays(300);
    private static final long OPENED_AT = 1;

    private final EngineHost host = new EngineHost(
            new Market(), Sealer.NONE, new EventRecorder((ordinal, timestamp, body, offset, length) -> {}));
    private final CommandEncoder encoder = new CommandEncoder(Sealer.NONE);
    private final ExpandableArrayBuffer record = new ExpandableArrayBuffer(1024);
    private final int lots;
    private final int bidders;
    private final long[] prices;
    private long bids;

    /** Lots that stay open; on each of them at least two may bid. */
    OpenMarket(int lots, int bidders) {
        this(lots, bidders, Math.max(2, bidders / Math.max(1, lots / 2)), STAYS_OPEN, Duration.ZERO);
    }

    /**
     * @param admitted how many bidders have their deposit held on each lot
     * @param open how long the first lot takes bids
     * @param apart how much longer each lot takes bids than the one before
     */
    OpenMarket(int lots, int bidders, int admitted, Duration open, Duration apart) {
        this.lots = lots;
        this.bidders = bidders;
        this.prices = new long[lots];
        apply(Origin.VENUE, GenesisTerms.of("BENCH", Integer.MAX_VALUE));
        staff(new RegisterParticipant(SELLER, ""));
        for (int i = 0; i < bidders; i++) {
            staff(new RegisterParticipant(FIRST_BIDDER + i, ""));
            staff(new CreditDeposit(FIRST_BIDDER + i, new Money(DEPOSIT.fen() * lots), ""));
        }
        for (int lot = 1; lot <= lots; lot++) {
            open(lot, admitted, open.plus(apart.multipliedBy(lot - 1L)));
        }
    }

    private void open(int lot, int admitted, Duration duration) {
        EnglishTerms terms =
                new EnglishTerms(STEP, List.of(new Step(Money.ZERO, STEP)), false, 0, duration, SoftClose.NONE, false);
        staff(new AnnounceLot(
                lot,
                new Title("", "Lot " + lot),
                SELLER,
                "PRIVATE_SALE",
                DEPOSIT,
                Reserve.NONE,
                List.of(terms),
                0,
                OutageRule.DEFAULT));
        for (int i = 0; i < admitted; i++) {
            staff(new HoldDeposit(lot, FIRST_BIDDER + i % bidders));
        }
        staff(new OpenLot(lot, "bench"));
    }

    private void staff(Command command) {
        apply(new Origin(1, 0, ClientId.NONE, 0, 0, 0, Role.OPERATOR, Channel.CONSOLE), command);
    }

    private void apply(Origin origin, Command command) {
        apply(origin, command, OPENED_AT);
    }

    private void apply(Origin origin, Command command, long time) {
        int length = encoder.encode(origin, command, record, 0);
        host.onRecord(host.market().sequence() + 1, time, record, 0, length);
    }

    /** Time moves on by this much since the opening: what is due by then happens. Returns the events so far. */
    long passTo(Duration sinceOpening) {
        long time = OPENED_AT + TimeUnit.NANOSECONDS.toMicros(sinceOpening.toNanos());
        apply(Origin.VENUE, new Tick(time), time);
        return host.events().ordinal();
    }

    /** Encodes and applies the next bid; every one is accepted. Returns the engine's sequence. */
    long bid() {
        int lot = (int) (bids % lots);
        int bidder = FIRST_BIDDER + (int) (bids / lots % 2);
        prices[lot] += STEP.fen();
        ClientId cid = new ClientId(CountedId.high(bids), 0);
        Origin origin = new Origin(bidder, 0, cid, 0, 0, 0, Role.BIDDER, Channel.ONLINE);
        bids++;
        apply(origin, new PlaceBid(lot + 1, bidder, new Money(prices[lot])));
        return host.market().sequence();
    }
}
