package org.gavel.bench;

import java.time.Duration;
import java.util.List;
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

    private final EngineHost host = new EngineHost(
            new Market(),
            Sealer.NONE,
            new EventRecorder((ordinal, timestamp, body, offset, length) -> {}));
    private final CommandEncoder encoder = new CommandEncoder(Sealer.NONE);
    private final ExpandableArrayBuffer record = new ExpandableArrayBuffer(1024);
    private final int lots;
    private final int bidders;
    private final long[] prices;
    private long bids;

    OpenMarket(int lots, int bidders) {
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
            open(lot);
        }
    }

    private void open(int lot) {
        EnglishTerms terms = new EnglishTerms(
                STEP, List.of(new Step(Money.ZERO, STEP)), false, 0, Duration.ofDays(300), SoftClose.NONE, false);
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
        for (int i = 0; i < Math.max(2, bidders / Math.max(1, lots / 2)); i++) {
            staff(new HoldDeposit(lot, FIRST_BIDDER + i % bidders));
        }
        staff(new OpenLot(lot, "bench"));
    }

    private void staff(Command command) {
        apply(new Origin(1, 0, ClientId.NONE, 0, 0, 0, Role.OPERATOR, Channel.CONSOLE), command);
    }

    private void apply(Origin origin, Command command) {
        int length = encoder.encode(origin, command, record, 0);
        host.onRecord(host.market().sequence() + 1, 1, record, 0, length);
    }

    /** Encodes and applies the next bid; every one is accepted. Returns the engine's sequence. */
    long bid() {
        int lot = (int) (bids % lots);
        int bidder = FIRST_BIDDER + (int) (bids / lots % 2);
        prices[lot] += STEP.fen();
        Origin origin = new Origin(bidder, 0, nextClientId(), 0, 0, 0, Role.BIDDER, Channel.ONLINE);
        bids++;
        apply(origin, new PlaceBid(lot + 1, bidder, new Money(prices[lot])));
        return host.market().sequence();
    }

    /** The count as eight visible characters, six bits each. */
    private ClientId nextClientId() {
        long packed = 0;
        for (int shift = 42; shift >= 0; shift -= 6) {
            packed = packed << 8 | ('0' + (bids >>> shift & 63));
        }
        return new ClientId(packed, 0);
    }
}
