package org.gavel.gateway.feed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.gavel.exchange.api.KeptState;
import org.gavel.protocol.event.InterestTold;
import org.gavel.protocol.event.OfferMade;
import org.gavel.protocol.event.OfferMatched;
import org.gavel.protocol.event.OfferReceived;
import org.gavel.protocol.event.OfferWithdrawn;
import org.gavel.protocol.event.PrivateEvent;
import org.gavel.protocol.value.Money;

/** The offers to one need that stand, as one participant was told of them: made or received. For the feed's thread. */
final class OwnOffers implements KeptState {
    private final Map<Integer, Offer> standing = new TreeMap<>();

    private static final class Offer implements KeptState {
        private final boolean own;
        private final Money price;
        private final String proposal;
        private boolean interested;

        /** The other side, once both have said yes; 0 before. */
        private int other;

        Offer(boolean own, Money price, String proposal) {
            this.own = own;
            this.price = price;
            this.proposal = proposal;
        }
    }

    void on(PrivateEvent event) {
        if (event instanceof OfferMade made) {
            standing.put(made.offer(), new Offer(true, made.price(), made.proposal()));
        } else if (event instanceof OfferReceived received) {
            standing.put(received.offer(), new Offer(false, received.price(), received.proposal()));
        } else if (event instanceof InterestTold told) {
            standing.get(told.offer()).interested = told.interested();
        } else if (event instanceof OfferMatched matched) {
            standing.get(matched.offer()).other = matched.other();
        } else if (event instanceof OfferWithdrawn withdrawn) {
            standing.remove(withdrawn.offer());
        }
    }

    /** Adds {@code offers} where there are any. */
    void writeTo(ObjectNode entry) {
        if (standing.isEmpty()) {
            return;
        }
        ArrayNode offers = entry.putArray("offers");
        standing.forEach((number, offer) -> offers.addObject()
                .put("offer", number)
                .put("own", offer.own)
                .put("price", offer.price.toString())
                .put("proposal", offer.proposal)
                .put("interested", offer.interested)
                .put("other", offer.other));
    }
}
