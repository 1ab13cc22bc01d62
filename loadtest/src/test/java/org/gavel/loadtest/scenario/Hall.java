package org.gavel.loadtest.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.SplittableRandom;
import org.gavel.loadtest.client.Outcome;
import org.gavel.loadtest.link.Push;
import org.gavel.loadtest.link.Wire;
import org.gavel.loadtest.venue.TinyAuction;
import org.gavel.protocol.reject.RejectReason;

/** Tells one mind what happens at lot 1, and asks what it does about it; no sockets, no clock but its own. */
final class Hall {
    static final int LOT = 1;
    static final int PARTICIPANT = 5;
    static final int PADDLE = 1_005;
    static final long STEP = TinyAuction.STEP_FEN;

    final TinyAuction auction = new TinyAuction(1, Duration.ofMinutes(5), 1.0);
    final Interest interest;
    final Lot lot;
    final Purse purse = new Purse();
    long now = 1_000_000_000;
    private long sq;
    private long price;

    Hall(Behaviour behaviour, long valuationFen, long seed, int mistakesPerMille) {
        ObjectNode snapshot = auction.snapshot("lots", PARTICIPANT);
        lot = Lot.of((ObjectNode) snapshot.path("lots").get(0)).orElseThrow();
        Appetite.Wish wish = new Appetite.Wish(behaviour, valuationFen, new SplittableRandom(seed));
        interest = new Interest(lot, wish, mistakesPerMille);
        tell("LotOpened", closing().put("phase", 1).put("nextMinimum", TinyAuction.START_FEN + ""));
    }

    ObjectNode closing() {
        return Wire.object().put("closesAt", now + 300_000_000);
    }

    /** The event reaches the mind. */
    Hall tell(String event, ObjectNode fields) {
        fields.put("lot", LOT);
        lot.apply(new Push("lots", TextNode.valueOf("e"), ++sq, sq, now, event, fields));
        reconsider();
        return this;
    }

    Hall bid(int paddle, long fen) {
        price = fen;
        return tell(
                "BidAccepted",
                Wire.object().put("paddle", paddle).put("amount", fen + "").put("nextMinimum", fen + STEP + ""));
    }

    Hall rivalBids() {
        return bid(2_000, price == 0 ? TinyAuction.START_FEN : price + STEP);
    }

    Hall holdsDeposit() {
        interest.held(PADDLE);
        reconsider();
        return this;
    }

    boolean wants() {
        return interest.wakeAt() != Interest.NEVER;
    }

    /** Time passes until the mind acts. */
    Intent act() {
        now = Math.max(now, interest.wakeAt());
        Intent intent = interest.act();
        reconsider();
        return intent;
    }

    Hall answer(Intent intent, RejectReason reason) {
        interest.answered(intent, new Outcome(++sq, now, reason, 0, false));
        reconsider();
        return this;
    }

    private void reconsider() {
        interest.reconsider(new Moment(now, 1.0), purse);
    }
}
