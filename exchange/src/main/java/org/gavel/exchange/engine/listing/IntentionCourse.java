package org.gavel.exchange.engine.listing;

import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.admission.EntryRoll;
import org.gavel.exchange.engine.listing.Intention.Standing;
import org.gavel.exchange.engine.lot.Lot;
import org.gavel.exchange.engine.rulebook.Rulebooks;
import org.gavel.protocol.event.DepositAsked;
import org.gavel.protocol.event.IntentionLapsed;
import org.gavel.protocol.event.LapseCause;
import org.gavel.protocol.event.QualificationDecided;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.ExclusionCause;

/** The course of one intention: decided, asked for its deposit, admitted, or its place lost. */
final class IntentionCourse {
    private static final String SILENCE = "Nobody decided in time; announced to count as granted.";
    private static final String UNDECIDED = "Nobody decided in time.";
    private static final String UNPAID = "The deposit was not held in time.";

    private final Rulebooks rulebooks;

    IntentionCourse(Rulebooks rulebooks) {
        this.rulebooks = rulebooks;
    }

    /** The end of a term of so many working days after the day of that instant. */
    long termFrom(Listing listing, long at, int days) {
        return listing.terms().closeOf(rulebooks.days().lastWorkingAfter(Day.at(at), days));
    }

    /** The end of the term in which a deposit asked for at that instant is held. */
    long payBy(Listing listing, long at) {
        return termFrom(listing, at, listing.terms().depositDays());
    }

    /** The venue's decision, which may be changed while the listing is not decided; who paid keeps their paddle. */
    void decide(
            Request request,
            Listing listing,
            Intention intention,
            boolean qualified,
            long payBy,
            String reason,
            EventSink out) {
        Lot lot = listing.lot();
        lot.roll().decide(intention.participant(), qualified);
        out.emit(new QualificationDecided(lot.number(), intention.participant(), qualified, reason));
        if (!qualified) {
            listing.intentions().stand(intention, Standing.REFUSED, 0);
        } else if (lot.paddle(intention.participant()) != 0) {
            listing.intentions().stand(intention, Standing.ADMITTED, 0);
        } else {
            ask(listing, intention, payBy, false, out);
        }
        BestQuotes.follow(request, listing, out);
    }

    private static void ask(Listing listing, Intention intention, long payBy, boolean bySilence, EventSink out) {
        listing.intentions().stand(intention, Standing.QUALIFIED, payBy);
        out.emit(new DepositAsked(
                listing.number(),
                listing.lot().number(),
                intention.participant(),
                intention.number(),
                payBy,
                bySilence));
    }

    /** Its term is over: silence counts as granted where it was announced to, else the place is lost. */
    void lapse(Request request, Listing listing, Intention intention, long at, EventSink out) {
        Lot lot = listing.lot();
        boolean undecided = intention.standing() == Standing.WAITING;
        boolean granted = isGranted(request, listing, intention);
        long payBy = payBy(listing, at);
        request.commit();
        lot.roll().decide(intention.participant(), granted);
        if (granted) {
            out.emit(new QualificationDecided(lot.number(), intention.participant(), true, SILENCE));
            ask(listing, intention, payBy, true, out);
            return;
        }
        listing.intentions().stand(intention, Standing.LAPSED, 0);
        String why = undecided ? UNDECIDED : UNPAID;
        out.emit(new QualificationDecided(lot.number(), intention.participant(), false, why));
        LapseCause cause = undecided ? LapseCause.UNDECIDED : LapseCause.DEPOSIT_LATE;
        out.emit(new IntentionLapsed(
                listing.number(), lot.number(), intention.participant(), intention.number(), cause));
    }

    /** Whether silence would count as granted where its term is over. */
    static boolean isGranted(Request request, Listing listing, Intention intention) {
        return intention.standing() == Standing.WAITING
                && listing.terms().silenceQualifies()
                && listing.lot().roll().admitsPerson(intention.participant())
                && !isUnmarked(request, listing.lot(), intention);
    }

    /** 浙江省促进科技成果转化条例 art. 17: a relation that was declared, or is on record, must be marked (MR-T35). */
    static boolean isUnmarked(Request request, Lot lot, Intention intention) {
        EntryRoll roll = lot.roll();
        int participant = intention.participant();
        if (!request.follows(Behaviour.RECORDED_RELATIONS_COUNT)) {
            return intention.isRelated() && roll.mark(participant) == ExclusionCause.NONE;
        }
        return (intention.isRelated() && !roll.isMarked(participant)) || roll.isUnmarkedRelation(participant);
    }
}
