package org.gavel.exchange.view;

import org.gavel.exchange.api.LotView;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.BidUndone;
import org.gavel.protocol.event.HammerFallen;
import org.gavel.protocol.event.IncrementOverridden;
import org.gavel.protocol.event.ListingAnnounced;
import org.gavel.protocol.event.ListingClosed;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotEvent;
import org.gavel.protocol.event.LotExtended;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotPaused;
import org.gavel.protocol.event.LotPostponed;
import org.gavel.protocol.event.LotReopened;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.event.LotSuspended;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.LotVoided;
import org.gavel.protocol.event.LotWithdrawn;
import org.gavel.protocol.event.OfferScored;
import org.gavel.protocol.event.PaddlesFixed;
import org.gavel.protocol.event.ReserveOpened;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Share;

/** How each event changes what is known of a lot. */
final class LotStory {
    private LotStory() {}

    static LotView announced(LotAnnounced event, String ruleSheet) {
        return new LotDraft(event, firstPrice(event), ruleSheet).view();
    }

    private static Money firstPrice(LotAnnounced event) {
        return event.phases().get(0).start();
    }

    static LotView after(LotView before, LotEvent event) {
        LotDraft draft = new LotDraft(before);
        if (event instanceof BidAccepted bid) {
            bid(draft, bid);
        } else if (event instanceof OfferScored scored) {
            place(draft, scored);
        } else if (event instanceof LotExtended extended) {
            draft.closesAt = extended.closesAt();
            draft.extensions = extended.extension();
        } else if (event instanceof BidUndone undone) {
            draft.price = undone.price();
            draft.leader = undone.paddle();
            draft.nextMinimum = undone.nextMinimum();
        } else if (event instanceof IncrementOverridden overridden) {
            draft.nextMinimum = overridden.nextMinimum();
        } else if (event instanceof ReserveOpened opened) {
            draft.reserve = opened.amount();
        } else if (event instanceof ListingAnnounced listed) {
            draft.listing = listed.listing();
        } else if (event instanceof ListingClosed closed) {
            draft.opensAt = closed.opensAt();
        } else if (event instanceof PaddlesFixed fixed) {
            draft.paddleCommitment = fixed.commitment();
        } else if (event instanceof StageOpened stage) {
            stage(draft, stage);
        } else {
            turn(draft, event);
        }
        return draft.view();
    }

    private static void bid(LotDraft draft, BidAccepted bid) {
        draft.price = bid.amount();
        draft.leader = bid.paddle();
        draft.bids = bid.number();
        draft.nextMinimum = bid.nextMinimum();
        draft.closesAt = bid.closesAt();
    }

    private static void place(LotDraft draft, OfferScored scored) {
        if (scored.rank() == 1) {
            draft.price = scored.amount();
            draft.leader = scored.paddle();
        }
    }

    private static boolean asksForAPrice(StageKind kind) {
        return kind == StageKind.LEVEL || kind == StageKind.TURN || kind == StageKind.ROUND;
    }

    private static void stage(LotDraft draft, StageOpened stage) {
        if (stage.kind() == StageKind.REVEAL && stage.paddle() != 0) {
            return;
        }
        draft.turn(stage);
        if (stage.kind() == StageKind.ASK) {
            draft.ask(stage.closesAt());
            return;
        }
        draft.closesAt = stage.closesAt();
        if (asksForAPrice(stage.kind())) {
            draft.nextMinimum = stage.price();
        }
    }

    private static void turn(LotDraft draft, LotEvent event) {
        if (event instanceof LotOpened opened) {
            draft.phase = opened.phase();
            draft.noStage();
            draft.nextMinimum = opened.nextMinimum();
            draft.open(opened.closesAt());
        } else if (event instanceof LotResumed resumed) {
            draft.open(resumed.closesAt());
        } else if (event instanceof LotReopened reopened) {
            draft.noStage();
            draft.open(reopened.closesAt());
        } else if (event instanceof LotPostponed postponed) {
            draft.opensAt = postponed.opensAt();
        } else if (event instanceof LotPaused paused) {
            draft.stand("PAUSED", paused.remaining(), said(paused.reason(), paused.cause()));
        } else if (event instanceof LotSuspended suspended) {
            draft.stand("SUSPENDED", suspended.remaining(), suspended.reason());
        } else {
            end(draft, event);
        }
    }

    private static void end(LotDraft draft, LotEvent event) {
        if (event instanceof LotAwarded awarded) {
            award(draft, awarded);
        } else if (event instanceof LotPassed passed) {
            draft.stand("PASSED", 0, passed.cause().name());
        } else if (event instanceof HammerFallen) {
            draft.stand("HAMMERED", 0, "");
        } else if (event instanceof LotTerminated terminated) {
            draft.stand("TERMINATED", 0, terminated.reason());
        } else if (event instanceof LotVoided voided) {
            draft.stand("ANNULLED", 0, voided.reason());
        } else if (event instanceof LotWithdrawn withdrawn) {
            draft.stand("WITHDRAWN", 0, withdrawn.reason());
        }
    }

    private static void award(LotDraft draft, LotAwarded awarded) {
        Share share = awarded.share();
        if (share.place() == 1) {
            draft.price = share.units() == 0 ? awarded.amount() : share.unitPrice();
            draft.leader = awarded.paddle();
            draft.bids = awarded.bids();
            draft.stand("AWARDED", 0, "");
        }
        draft.won(new LotView.Winner(awarded.paddle(), awarded.amount(), share.units(), share.unitPrice()));
    }

    private static String said(String reason, Enum<?> cause) {
        return reason.isBlank() ? cause.name() : reason;
    }
}
