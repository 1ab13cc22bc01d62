package org.gavel.gateway.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gavel.exchange.api.KeptState;
import org.gavel.protocol.event.DealAnnounced;
import org.gavel.protocol.event.DepositAsked;
import org.gavel.protocol.event.IntentionLapsed;
import org.gavel.protocol.event.IntentionRegistered;
import org.gavel.protocol.event.IntentionTermMoved;
import org.gavel.protocol.event.ListingQuoted;
import org.gavel.protocol.event.LotEvent;
import org.gavel.protocol.event.ObjectionRaised;
import org.gavel.protocol.event.ObjectionWithdrawn;
import org.gavel.protocol.event.PledgeMade;
import org.gavel.protocol.event.PledgeWithdrawn;
import org.gavel.protocol.event.PriceOffered;
import org.gavel.protocol.event.PrivateEvent;
import org.gavel.protocol.event.QualificationDecided;
import org.gavel.protocol.value.Money;

/**
 * What one participant has under way about one lot or deal beside bids: an intention, a pledge, an
 * objection, an agreement to buy, offers to a need. For the feed's thread.
 */
final class OwnActs implements KeptState {
    /** The place in the order of registration, 0 where no intention is registered. */
    private int place;

    private Money offer = Money.ZERO;
    private boolean related;

    /** Their latest quote in public; zero where they gave none. */
    private Money latestQuote = Money.ZERO;

    /** When their running term ends, microseconds since 1970; 0 where none runs. */
    private long until;

    private boolean lapsed;
    private int pledge;
    private int objection;
    private boolean agreed;
    private final OwnOffers offers = new OwnOffers();

    void on(PrivateEvent event) {
        if (event instanceof IntentionRegistered registered) {
            place = registered.number();
            offer = registered.offer();
            related = registered.related();
            until = registered.decideBy();
        } else if (event instanceof DepositAsked asked) {
            until = asked.payBy();
        } else if (event instanceof IntentionTermMoved moved) {
            until = moved.until();
        } else if (event instanceof IntentionLapsed) {
            lapsed = true;
            until = 0;
        } else if (event instanceof QualificationDecided decided) {
            until = decided.qualified() ? until : 0;
        } else if (event instanceof PriceOffered offered) {
            offer = offered.amount();
        } else {
            offers.on(event);
        }
    }

    void on(LotEvent event) {
        if (event instanceof ListingQuoted quoted) {
            latestQuote = quoted.amount();
        } else if (event instanceof PledgeMade made) {
            pledge = made.shares();
        } else if (event instanceof PledgeWithdrawn) {
            pledge = 0;
        } else if (event instanceof ObjectionRaised raised) {
            objection = raised.objection();
        } else if (event instanceof ObjectionWithdrawn) {
            objection = 0;
        } else if (event instanceof DealAnnounced) {
            agreed = true;
        }
    }

    /** The deposit is held: nothing more is waited for. */
    void confirmed() {
        until = 0;
    }

    /** Their objection has been decided. */
    void objectionOver() {
        objection = 0;
    }

    /** Also what they alone are told: the latest of their quotes is the intention's offer. */
    void writeOwn(ObjectNode entry) {
        writeTo(entry);
        if (latestQuote.fen() > 0) {
            entry.withObject("/intention").put("offer", latestQuote.toString());
        }
    }

    /** Adds {@code intention}, {@code pledge}, {@code objection}, {@code agreed} and {@code offers}, each where there is one. */
    void writeTo(ObjectNode entry) {
        if (place != 0) {
            entry.putObject("intention")
                    .put("number", place)
                    .put("offer", offer.toString())
                    .put("related", related)
                    .put("until", until)
                    .put("lapsed", lapsed);
        }
        if (pledge != 0) {
            entry.put("pledge", pledge);
        }
        if (objection != 0) {
            entry.put("objection", objection);
        }
        if (agreed) {
            entry.put("agreed", true);
        }
        offers.writeTo(entry);
    }
}
