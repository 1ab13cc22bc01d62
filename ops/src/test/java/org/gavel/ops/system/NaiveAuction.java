package org.gavel.ops.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.value.EnglishTerms;

/** One lot under English rules, written down as plainly as the rules read, to be held against the engine. */
final class NaiveAuction {
    private final AnnounceLot lot;
    private final EnglishTerms terms;
    private final List<Bid> accepted = new ArrayList<>();
    private final Set<Integer> admitted = new HashSet<>();
    private boolean open;
    private boolean ended;
    private long closesAt;
    private long latestClose;
    private int extensions;
    private long highest;

    private record Bid(int bidder, long fen) {}

    NaiveAuction(AnnounceLot lot) {
        this.lot = lot;
        this.terms = (EnglishTerms) lot.phases().get(0);
    }

    void admit(int bidder) {
        admitted.add(bidder);
    }

    void opened(LotOpened event) {
        open = true;
        closesAt = event.closesAt();
        latestClose =
                closesAt - micros(terms.duration()) + micros(terms.softClose().latestClose());
    }

    void halted() {
        open = false;
    }

    void resumed(LotResumed event) {
        open = true;
        latestClose += event.closesAt() - closesAt;
        closesAt = event.closesAt();
    }

    boolean isOpen() {
        return open;
    }

    long closesAt() {
        return closesAt;
    }

    /** Whether the rules take this bid at this time; a bid that is taken is kept. */
    boolean take(int bidder, long fen, long time) {
        Bid bid = new Bid(bidder, fen);
        boolean allowed = open && time < closesAt && isAdmitted(bid.bidder()) && isEnough(bid);
        if (allowed) {
            accepted.add(bid);
            highest = Math.max(highest, fen);
            extend(time);
        }
        return allowed;
    }

    private boolean isAdmitted(int bidder) {
        return lot.deposit().fen() == 0 || admitted.contains(bidder);
    }

    private boolean isEnough(Bid bid) {
        long amount = bid.fen();
        if (accepted.isEmpty()) {
            return amount >= terms.start().fen();
        }
        long raise = amount - price();
        long step = terms.increments().get(0).step().fen();
        boolean outbidsOther = leader() != bid.bidder() || terms.leaderMayRaise();
        return outbidsOther && raise >= step && (terms.anyRaise() || raise % step == 0);
    }

    private void extend(long time) {
        long moved = Math.min(latestClose, time + micros(terms.softClose().extension()));
        boolean near = closesAt - time <= micros(terms.softClose().window());
        if (near && extensions < terms.softClose().maxExtensions() && moved > closesAt) {
            extensions++;
            closesAt = moved;
        }
    }

    /** The highest accepted bid, fen; 0 where there is none. */
    long price() {
        return highest;
    }

    private int leader() {
        return accepted.get(accepted.size() - 1).bidder();
    }

    /** What is wrong with this award, or an empty text; a lot has at most one. */
    String judge(LotAwarded award) {
        boolean right = !ended
                && award.winner() == leader()
                && award.amount().fen() == price()
                && award.bids() == accepted.size()
                && award.closedAt() == closesAt
                && price() >= lot.reserve().amount().fen();
        end();
        return right ? "" : award + " instead of " + price() + " at " + closesAt;
    }

    /** Whether it is right that nothing is sold at this time. */
    boolean mayPass(long closedAt) {
        boolean right = !ended
                && closedAt == closesAt
                && (accepted.isEmpty() || price() < lot.reserve().amount().fen());
        end();
        return right;
    }

    private void end() {
        open = false;
        ended = true;
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
