package org.gavel.exchange.engine.reference;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Submission;
import org.gavel.exchange.engine.lot.LotState;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.AskStatus;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.NodeStarted;
import org.gavel.protocol.command.NodeStopping;
import org.gavel.protocol.command.OpenLot;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.PauseLot;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.ResumeLot;
import org.gavel.protocol.command.Tick;
import org.gavel.protocol.command.WithdrawBid;
import org.gavel.protocol.command.WithdrawLot;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;
import org.gavel.protocol.value.Title;

/** Makes up a schedule of commands, close to where things turn: the next minimum, the closing instant, a repeat. */
final class RandomBidding {
    static final int LOTS = 3;

    private static final int STRANGER = 99;
    private static final int[] BIDDERS = {
        MarketFixture.ALICE, MarketFixture.BOB, MarketFixture.CAROL, MarketFixture.SELLER, STRANGER
    };

    private final SplittableRandom random;
    private final NaiveMarket market;
    private final List<Submission> past = new ArrayList<>();
    private int ids;

    RandomBidding(SplittableRandom random, NaiveMarket market) {
        this.random = random;
        this.market = market;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    Submission next() {
        Submission next = chance(8) && !past.isEmpty() ? again() : fresh();
        past.add(next);
        return next;
    }

    /** An earlier command once more, now and then with the same id for something else. */
    private Submission again() {
        Submission first = past.get(random.nextInt(past.size()));
        boolean other = chance(20) && first.command() instanceof PlaceBid;
        Command command = other ? new PlaceBid(1, 0, new Money(between(1, 99))) : first.command();
        boolean isVenues = first.origin().role() == Role.SYSTEM;
        return isVenues ? fresh() : new Submission(time(), first.origin(), command);
    }

    private Submission fresh() {
        long time = time();
        int kind = random.nextInt(100);
        if (kind < 66) {
            return new Submission(time, bidder(), bid());
        }
        if (kind < 76) {
            return new Submission(time, bidder(), new HoldDeposit(lot(), 0));
        }
        if (kind < 90) {
            return new Submission(time, staff(), clerks());
        }
        if (kind < 94) {
            return new Submission(time, bidder(), new AskStatus(ClientId.parse("c" + random.nextInt(ids + 2))));
        }
        return new Submission(time, Origin.VENUE, venues());
    }

    private Command venues() {
        int kind = random.nextInt(6);
        if (kind < 4) {
            return new Tick(0);
        }
        return kind == 4 ? new NodeStarted(0, 0, "", 0, 1, "test", "MEMORY") : new NodeStopping(MarketFixture.REASON);
    }

    private Command clerks() {
        int lot = lot();
        return switch (random.nextInt(24)) {
            case 0, 1, 2, 3, 4, 5, 6 -> new OpenLot(lot, "open");
            case 7, 8, 9, 10, 11 -> new PauseLot(lot, "pause");
            case 12, 13, 14, 15, 16, 17, 18, 19 -> new ResumeLot(lot, "resume");
            case 20 -> new WithdrawLot(lot, "withdraw");
            case 21 -> announcement(lot);
            case 22 -> new WithdrawBid(lot);
            default -> new PlaceBid(lot, BIDDERS[random.nextInt(BIDDERS.length)], new Money(between(1, 99_999)));
        };
    }

    private Origin bidder() {
        return origin(BIDDERS[random.nextInt(BIDDERS.length)], Role.BIDDER, Channel.ONLINE);
    }

    private Origin staff() {
        return origin(MarketFixture.ALICE, Role.CLERK, Channel.FLOOR);
    }

    private Origin origin(int actor, Role role, Channel channel) {
        ClientId cid = chance(30) ? ClientId.NONE : ClientId.parse("c" + ids++);
        return new Origin(actor, 0, cid, 0, 0, 0, role, channel);
    }

    private int lot() {
        return chance(2) ? LOTS + 1 : 1 + random.nextInt(LOTS);
    }

    /** Mostly soon, often exactly where something is due, or a microsecond beside it. */
    private long time() {
        long now = market.time();
        if (chance(25)) {
            return now;
        }
        NaiveLot lot = market.lots.get(1 + random.nextInt(LOTS));
        if (chance(20) && lot != null && lot.due() != NaiveLot.NEVER && lot.due() > now + 1) {
            long window = lot.state == LotState.OPEN && chance(50) ? lot.window() : 0;
            return Math.max(now, lot.due() - window + between(-1, 1));
        }
        return now + (chance(2) ? between(0, 40_000_000) : between(0, 700_000));
    }

    private PlaceBid bid() {
        int number = lot();
        NaiveLot lot = market.lots.get(number);
        boolean runs = lot != null && lot.state != LotState.ANNOUNCED && lot.phase() > 0;
        long amount = runs ? amountFor(lot) : between(1, 9_999);
        int named = chance(95) ? 0 : MarketFixture.BOB;
        return new PlaceBid(number, named, new Money(Math.max(1, amount)));
    }

    private long amountFor(NaiveLot lot) {
        long step = lot.step();
        return switch (random.nextInt(10)) {
            case 0 -> lot.price();
            case 1 -> lot.nextMinimum() - 1;
            case 2 -> lot.nextMinimum() + 1;
            case 3 -> lot.price() + step * between(1, 12);
            case 4 -> lot.price() + between(1, step * 3);
            case 5 -> between(1, lot.nextMinimum() * 2);
            default -> lot.nextMinimum();
        };
    }

    AnnounceLot announcement(int lot) {
        long start = between(1, 5_000);
        List<PhaseTerms> phases = new ArrayList<>();
        for (int phase = chance(75) ? 1 : 2; phase > 0; phase--) {
            phases.add(terms(start));
        }
        long opensAt = chance(30) ? market.time() + between(1, 20_000_000) : 0;
        OutageRule outage = new OutageRule(chance(30), micros(chance(30) ? 0 : between(0, 9_000_000)));
        Money deposit = chance(50) ? Money.ZERO : new Money(between(1, MarketFixture.WEALTH.fen() * 2 / 3));
        Title title = new Title("", "Lot");
        int seller = MarketFixture.SELLER;
        return new AnnounceLot(lot, title, seller, "PRIVATE_SALE", deposit, reserve(start), phases, opensAt, outage);
    }

    private Reserve reserve(long start) {
        boolean hidden = chance(50);
        Money amount = new Money(start + between(0, 3_000));
        return chance(60) ? Reserve.NONE : new Reserve(amount, hidden, hidden ? LotPlan.SALT : "");
    }

    private EnglishTerms terms(long start) {
        List<Step> ladder = new ArrayList<>();
        long from = 0;
        for (int rows = 1 + random.nextInt(4); rows > 0; rows--) {
            ladder.add(new Step(new Money(from), new Money(between(1, 500))));
            from += between(1, 4_000);
        }
        Duration duration = micros(between(1, 30_000_000));
        int maxMultiple = chance(50) ? 0 : 1 + random.nextInt(10);
        Money first = new Money(start);
        return new EnglishTerms(first, ladder, chance(50), maxMultiple, duration, softClose(duration), chance(30));
    }

    private SoftClose softClose(Duration duration) {
        if (chance(15)) {
            return SoftClose.NONE;
        }
        Duration cap = chance(50) ? Duration.ZERO : duration.plus(micros(between(0, 20_000_000)));
        int most = chance(50) ? 0 : 1 + random.nextInt(4);
        return new SoftClose(micros(between(1, 10_000_000)), micros(between(1, 10_000_000)), cap, most);
    }

    private static Duration micros(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }
}
