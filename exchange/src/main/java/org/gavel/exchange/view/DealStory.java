package org.gavel.exchange.view;

import java.util.List;
import java.util.stream.Stream;
import org.gavel.exchange.api.DealView;
import org.gavel.protocol.event.AwardWithheld;
import org.gavel.protocol.event.DealAnnounced;
import org.gavel.protocol.event.DealEnded;
import org.gavel.protocol.event.DealMoved;
import org.gavel.protocol.event.DealPublished;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotEvent;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.event.LotSuspended;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.LotVoided;
import org.gavel.protocol.event.ObjectionDecided;
import org.gavel.protocol.event.ObjectionRaised;
import org.gavel.protocol.event.ObjectionWithdrawn;
import org.gavel.protocol.event.OrderTaken;
import org.gavel.protocol.event.PledgeMade;
import org.gavel.protocol.event.PledgeWithdrawn;
import org.gavel.protocol.event.PublicityBegun;
import org.gavel.protocol.event.SaleReturned;
import org.gavel.protocol.event.UseBegun;
import org.gavel.protocol.value.NegotiatedTerms;
import org.gavel.protocol.value.UseFirstTerms;

/** How each event changes what is known of a deal. */
final class DealStory {
    private final DealView before;
    private String state;
    private boolean suspended;
    private long closesAt;
    private int sold;
    private long pledged;
    private int objections;
    private String note;
    private List<DealView.Notice> notices;
    private long withdrawUntil;

    private DealStory(DealView before) {
        this.before = before;
        state = before.state();
        suspended = before.suspended();
        closesAt = before.closesAt();
        sold = before.sold();
        pledged = before.pledged();
        objections = before.objections();
        note = before.note();
        notices = before.notices();
        withdrawUntil = before.withdrawUntil();
    }

    static DealView announced(DealAnnounced event) {
        boolean agreed = event.terms() instanceof NegotiatedTerms || event.terms() instanceof UseFirstTerms;
        return new DealView(
                event.lot(),
                event.title(),
                event.seller(),
                event.category(),
                event.rulebook(),
                event.terms(),
                agreed ? "PREPARED" : "OFFERED",
                false,
                event.closesAt(),
                0,
                0,
                0,
                "",
                event.objectionPeriod(),
                event.admission(),
                List.of(),
                0);
    }

    static DealView after(DealView before, LotEvent event) {
        DealStory story = new DealStory(before);
        story.count(event);
        story.turn(event);
        story.end(event);
        return story.view();
    }

    private void count(LotEvent event) {
        if (event instanceof OrderTaken order) {
            sold = order.sold();
        } else if (event instanceof SaleReturned returned) {
            sold = returned.sold();
        } else if (event instanceof PledgeMade made) {
            pledged = made.pledged();
        } else if (event instanceof PledgeWithdrawn withdrawn) {
            pledged = withdrawn.pledged();
        } else if (event instanceof ObjectionRaised) {
            objections++;
        } else if (event instanceof ObjectionDecided decided) {
            objections = decided.open();
        } else if (event instanceof ObjectionWithdrawn withdrawn) {
            objections = withdrawn.open();
        }
    }

    private void turn(LotEvent event) {
        if (event instanceof DealPublished published) {
            DealView.Notice notice = new DealView.Notice(published.place(), published.reference());
            notices = List.copyOf(
                    Stream.concat(notices.stream(), Stream.of(notice)).toList());
        } else if (event instanceof PublicityBegun begun) {
            state = "PUBLICITY";
            closesAt = begun.closesAt();
        } else if (event instanceof AwardWithheld) {
            state = "WITHHELD";
            closesAt = 0;
        } else if (event instanceof UseBegun begun) {
            state = "IN_USE";
            closesAt = begun.closesAt();
        } else if (event instanceof DealMoved moved) {
            moved(moved.closesAt(), moved.withdrawUntil());
        } else if (event instanceof LotSuspended) {
            suspended = true;
        } else if (event instanceof LotResumed resumed) {
            suspended = false;
            moved(resumed.closesAt(), resumed.withdrawUntil());
        }
    }

    private void moved(long closing, long binding) {
        closesAt = closing;
        withdrawUntil = binding == 0 ? withdrawUntil : binding;
    }

    private void end(LotEvent event) {
        if (event instanceof LotAwarded) {
            over("AWARDED", "");
        } else if (event instanceof LotPassed passed) {
            over("PASSED", passed.cause().name());
        } else if (event instanceof LotTerminated terminated) {
            over("TERMINATED", terminated.reason());
        } else if (event instanceof LotVoided voided) {
            over("ANNULLED", voided.reason());
        } else if (event instanceof DealEnded ended) {
            over("ENDED", ended.reason().isBlank() ? ended.cause().name() : ended.reason());
        }
    }

    private void over(String as, String why) {
        state = as;
        suspended = false;
        closesAt = 0;
        note = why;
    }

    private DealView view() {
        return new DealView(
                before.lot(),
                before.title(),
                before.seller(),
                before.category(),
                before.rulebook(),
                before.terms(),
                state,
                suspended,
                closesAt,
                sold,
                pledged,
                objections,
                note,
                before.objectionPeriod(),
                before.admission(),
                notices,
                withdrawUntil);
    }
}
