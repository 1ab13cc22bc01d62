package org.gavel.exchange.engine.reference;

import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.SELLER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.AnnounceRoadshow;
import org.gavel.protocol.command.AnswerInquiry;
import org.gavel.protocol.command.CallLot;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.GrantPriority;
import org.gavel.protocol.command.HammerLot;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.MatchPrice;
import org.gavel.protocol.command.NodeStarted;
import org.gavel.protocol.command.OpenEnvelope;
import org.gavel.protocol.command.OpenLot;
import org.gavel.protocol.command.OverrideIncrement;
import org.gavel.protocol.command.PauseLot;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.PlaceMaximum;
import org.gavel.protocol.command.PostponeLot;
import org.gavel.protocol.command.ReopenLot;
import org.gavel.protocol.command.ResumeLot;
import org.gavel.protocol.command.StartRoadshow;
import org.gavel.protocol.command.SubmitEnvelope;
import org.gavel.protocol.command.TerminateLot;
import org.gavel.protocol.command.UndoBid;
import org.gavel.protocol.command.WithdrawDeposit;
import org.gavel.protocol.command.WithdrawLot;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.Draw;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.PriorityRule;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.SealedCommitment;
import org.gavel.protocol.value.Title;

/** Draws what somebody might ask of a market with a few lots and a few bidders; most of it makes some sense. */
final class AnyAct {
    static final int FIRST_BIDDER = 21;
    static final int BIDDERS = 5;

    private static final int LOTS_AT_ONCE = 3;
    private static final Money DEPOSIT = new Money(5_000);
    private static final String SALT = "7".repeat(64);

    /** Who asks what. */
    record Asked(long actor, long approver, Role role, Channel channel, Command command) {}

    private final Draw draw;
    private final AnyTerms terms;
    private final Map<Integer, AnnounceLot> announced = new HashMap<>();
    private final Map<Integer, Money> shown = new HashMap<>();
    private final Map<List<Integer>, Money> sealed = new HashMap<>();
    private final Map<List<Integer>, Integer> paddles = new HashMap<>();
    private final List<Integer> running = new ArrayList<>();
    private int lots;

    AnyAct(Draw draw) {
        this.draw = draw;
        this.terms = new AnyTerms(draw);
    }

    boolean asksDeposit(int lot) {
        return announced.get(lot).deposit().fen() > 0;
    }

    /** What happened tells which amounts are worth naming next. */
    void follow(Event event) {
        if (event instanceof LotAnnounced lot) {
            running.add(lot.lot());
        } else if (event instanceof BidAccepted bid) {
            shown.put(bid.lot(), bid.nextMinimum());
        } else if (event instanceof DepositHeld held) {
            paddles.put(List.of(held.lot(), held.participant()), held.paddle());
        } else if (event instanceof LotOpened opened) {
            shown.put(opened.lot(), opened.nextMinimum());
        } else if (event instanceof StageOpened stage && stage.price().fen() > 0) {
            shown.put(stage.lot(), stage.price());
        }
    }

    Asked next(long now) {
        if (running.isEmpty() || (running.size() < LOTS_AT_ONCE && draw.chance(20))) {
            AnnounceLot plan = announcement(++lots, now);
            announced.put(lots, plan);
            return byStaff(plan);
        }
        int lot = draw.chance(50) ? 1 + draw.below(lots) : running.get(draw.below(running.size()));
        return draw.chance(3) ? byStaff(actOfStaff(lot, now)) : byBidder(lot);
    }

    private AnnounceLot announcement(int lot, long now) {
        return new AnnounceLot(
                lot,
                new Title("", "Lot " + lot),
                SELLER,
                "PRIVATE_SALE",
                draw.flag() ? DEPOSIT : Money.ZERO,
                draw.flag() ? Reserve.NONE : new Reserve(new Money(30_000 + draw.below(9) * 1_000L), false, ""),
                terms.phases(),
                draw.chance(4) ? now + draw.below(5_000_000) + 1 : 0,
                draw.flag() ? OutageRule.DEFAULT : new OutageRule(draw.flag(), Duration.ofSeconds(draw.below(60))),
                draw.flag() ? PriorityRule.NONE : draw.priority());
    }

    private Asked byStaff(Command command) {
        if (command instanceof NodeStarted) {
            return new Asked(0, 0, Role.SYSTEM, Channel.SYSTEM, command);
        }
        long clerk = MarketFixture.CLERK;
        long approver = draw.chance(3) ? clerk + draw.below(2) : clerk + 1;
        return new Asked(clerk, draw.chance(5) ? 0 : approver, Role.CLERK, Channel.CONSOLE, command);
    }

    private Command actOfStaff(int lot, long now) {
        return switch (draw.below(24)) {
            case 0, 1, 2, 3, 17 -> new OpenLot(lot, REASON);
            case 4 -> new PauseLot(lot, REASON);
            case 5, 6 -> new ResumeLot(lot, REASON);
            case 7 -> new CallLot(lot, 1 + draw.below(3), "");
            case 8 -> new HammerLot(lot, REASON);
            case 9 -> new UndoBid(lot, 1 + draw.below(6), REASON);
            case 10 -> new OverrideIncrement(lot, new Money(1 + draw.below(2_000)), REASON);
            case 11 -> new ReopenLot(lot, REASON);
            case 12 -> new GrantPriority(lot, bidder(), draw.below(3), REASON);
            case 13 -> new PostponeLot(lot, draw.flag() ? 0 : now + draw.below(3_000_000), REASON);
            case 14 -> new AnnounceRoadshow(draw.id(), new Title("", "Show"), List.of(lot), Duration.ofSeconds(1));
            case 15 -> draw.chance(6) ? new TerminateLot(lot, REASON) : new CallLot(lot, 1 + draw.below(3), "");
            case 16 -> draw.chance(6) ? new WithdrawLot(lot, REASON) : new StartRoadshow(draw.id(), REASON);
            case 18 -> draw.chance(6) ? new NodeStarted(now, 0, "", 0, 1, "test", "MEMORY") : new OpenLot(lot, REASON);
            case 19 -> new HammerLot(lot, REASON);
            default -> new CallLot(lot, 1 + draw.below(3), "");
        };
    }

    private Asked byBidder(int lot) {
        int bidder = draw.chance(20) ? SELLER : bidder();
        return new Asked(bidder, 0, Role.BIDDER, Channel.ONLINE, actOf(lot, bidder));
    }

    private Command actOf(int lot, int bidder) {
        return switch (draw.below(16)) {
            case 0, 1, 2, 3, 4, 5 -> new PlaceBid(lot, 0, amount(lot));
            case 6, 7 -> new HoldDeposit(lot, 0);
            case 8, 9 -> new PlaceMaximum(lot, 0, amount(lot));
            case 10, 11 -> submit(lot, bidder);
            case 12 -> new OpenEnvelope(lot, 0, sealed.getOrDefault(List.of(lot, bidder), amount(lot)), SALT);
            case 13 -> new AnswerInquiry(lot, 0, draw.flag());
            case 14 -> new MatchPrice(lot, 0);
            default -> new WithdrawDeposit(bidder, new Money(1 + draw.below(1_000)), "");
        };
    }

    /** A commitment to an amount, under a guessed paddle where none is known yet. */
    private Command submit(int lot, int bidder) {
        Money amount = amount(lot);
        sealed.put(List.of(lot, bidder), amount);
        int paddle = paddles.getOrDefault(List.of(lot, bidder), 1 + draw.below(BIDDERS));
        return new SubmitEnvelope(lot, 0, SealedCommitment.of(lot, paddle, amount, SALT), "");
    }

    private int bidder() {
        return FIRST_BIDDER + draw.below(BIDDERS);
    }

    /** Mostly what is asked for next, or a little more or less. */
    private Money amount(int lot) {
        long next = Math.max(1, shown.getOrDefault(lot, new Money(20_000)).fen());
        return switch (draw.below(8)) {
            case 0, 1, 2 -> new Money(next);
            case 3 -> new Money(Math.max(1, next - draw.below(2_000)));
            case 4 -> draw.price();
            default -> new Money(Math.min(Money.MAX_FEN, next + draw.below(40) * 500L));
        };
    }

    void ended(int lot) {
        running.remove((Integer) lot);
    }
}
