package org.gavel.exchange.engine.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.value.Draw;
import org.gavel.protocol.value.Money;

/** What whoever draws the next act has seen: the lots there are, the amounts they ask for, who has which paddle. */
final class AnySeen {
    static final int FIRST_BIDDER = 21;
    static final int BIDDERS = 5;

    private final Draw draw;
    private final Map<Integer, AnnounceLot> announced = new HashMap<>();
    private final Map<Integer, Money> shown = new HashMap<>();
    private final Map<List<Integer>, Integer> paddles = new HashMap<>();
    private final List<Integer> running = new ArrayList<>();
    private final List<Integer> ended = new ArrayList<>();
    private final Set<Integer> opened = new HashSet<>();
    private int inHand;

    AnySeen(Draw draw) {
        this.draw = draw;
    }

    /** Asked for, and perhaps refused. */
    void asked(AnnounceLot plan) {
        announced.put(plan.lot(), plan);
    }

    AnnounceLot terms(int lot) {
        return announced.get(lot);
    }

    int lots() {
        return announced.size();
    }

    List<Integer> running() {
        return running;
    }

    /** Mostly one that has not ended. */
    int lot() {
        if (running.isEmpty() || draw.chance(8)) {
            return 1 + draw.below(lots());
        }
        if (!running.contains(inHand) || draw.chance(20)) {
            inHand = running.get(draw.below(running.size()));
        }
        return inHand;
    }

    /** One that has ended, or 0. */
    int endedLot() {
        return ended.isEmpty() ? 0 : ended.get(draw.below(ended.size()));
    }

    int bidder() {
        return FIRST_BIDDER + draw.below(BIDDERS);
    }

    boolean hasOpened(int lot) {
        return opened.contains(lot);
    }

    boolean hasPaddle(int lot, int bidder) {
        return paddles.containsKey(List.of(lot, bidder));
    }

    int paddle(int lot, int bidder) {
        return paddles.getOrDefault(List.of(lot, bidder), 1 + draw.below(BIDDERS));
    }

    /** Mostly what is asked for next, or a little more or less. */
    Money amount(int lot) {
        long next = Math.max(1, shown.getOrDefault(lot, new Money(20_000)).fen());
        return switch (draw.below(8)) {
            case 0, 1, 2 -> new Money(next);
            case 3 -> new Money(Math.max(1, next - draw.below(2_000)));
            case 4 -> draw.chance(4) ? new Money(Money.MAX_FEN) : draw.price();
            default -> new Money(Math.min(Money.MAX_FEN, next + draw.below(40) * 500L));
        };
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
            this.opened.add(opened.lot());
        } else if (event instanceof StageOpened stage && stage.price().fen() > 0) {
            shown.put(stage.lot(), stage.price());
        }
    }

    void ended(int lot) {
        running.remove((Integer) lot);
        ended.add(lot);
    }
}
