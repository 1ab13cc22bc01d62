package org.gavel.exchange.engine.lot;

import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.admission.EntryRoll;
import org.gavel.exchange.engine.admission.Rolls;
import org.gavel.protocol.command.ApplyForLot;
import org.gavel.protocol.command.MarkParty;
import org.gavel.protocol.command.QualifyBidder;
import org.gavel.protocol.command.RecordLicence;
import org.gavel.protocol.event.ApplicationReceived;
import org.gavel.protocol.event.LicenceRecorded;
import org.gavel.protocol.event.PartyMarked;
import org.gavel.protocol.event.QualificationDecided;
import org.gavel.protocol.event.RelatedPartyDisclosed;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ExclusionCause;
import org.gavel.protocol.value.ExportClass;

/** Keeps the roll of each lot, or of each deal: applications and their decisions, marked parties, export licences. */
public final class EntryDesk {
    private final Accounts accounts;
    private final Rolls rolls;

    public EntryDesk(Accounts accounts, Rolls rolls) {
        this.accounts = accounts;
        this.rolls = rolls;
    }

    public RejectReason apply(Request request, ApplyForLot asked, EventSink out) {
        int participant = request.participant(asked.participant());
        RejectReason refusal = accounts.checkActor(request, participant);
        if (refusal == RejectReason.NONE) {
            refusal = rolls.check(request, asked.lot());
        }
        if (refusal == RejectReason.NONE) {
            refusal = checkApplication(request, asked.lot(), participant);
        }
        if (refusal == RejectReason.NONE) {
            request.commit();
            rolls.of(asked.lot()).apply(participant);
            out.emit(new ApplicationReceived(asked.lot(), participant));
        }
        return refusal;
    }

    private RejectReason checkApplication(Request request, int lot, int participant) {
        EntryRoll roll = rolls.of(lot);
        if (!roll.rule().qualification()) {
            return RejectReason.ADMISSION_NOT_ASKED;
        }
        RejectReason refusal = roll.checkPerson(request, participant);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        if (roll.hasApplied(participant)) {
            return RejectReason.APPLIED_ALREADY;
        }
        if (rolls.isFixed(lot)) {
            return RejectReason.PADDLES_FIXED;
        }
        long until = roll.rule().applyUntil();
        return until != 0 && request.time() >= until ? RejectReason.APPLICATIONS_CLOSED : RejectReason.NONE;
    }

    public RejectReason qualify(Request request, QualifyBidder asked, EventSink out) {
        RejectReason refusal = check(request, asked.lot(), asked.participant());
        if (refusal == RejectReason.NONE) {
            refusal = checkDecision(request, rolls.of(asked.lot()), asked);
        }
        if (refusal == RejectReason.NONE) {
            request.commit();
            rolls.of(asked.lot()).decide(asked.participant(), asked.qualified());
            out.emit(new QualificationDecided(asked.lot(), asked.participant(), asked.qualified(), asked.reason()));
        }
        return refusal;
    }

    private static RejectReason checkDecision(Request request, EntryRoll roll, QualifyBidder asked) {
        if (!roll.rule().qualification()) {
            return RejectReason.ADMISSION_NOT_ASKED;
        }
        if (!roll.hasApplied(asked.participant())) {
            return RejectReason.NOT_APPLIED;
        }
        if (roll.isDecided(asked.participant(), asked.qualified())) {
            return RejectReason.DECIDED_ALREADY;
        }
        return asked.qualified() ? roll.checkPerson(request, asked.participant()) : RejectReason.NONE;
    }

    public RejectReason mark(Request request, MarkParty asked, EventSink out) {
        RejectReason refusal = check(request, asked.lot(), asked.participant());
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        EntryRoll roll = rolls.of(asked.lot());
        if (roll.mark(asked.participant()) == asked.cause()) {
            return RejectReason.DECIDED_ALREADY;
        }
        request.commit();
        roll.mark(request, asked.participant(), asked.cause());
        boolean excluded = roll.excludes(asked.cause());
        out.emit(new PartyMarked(asked.lot(), asked.participant(), asked.cause(), excluded, asked.reason()));
        if (asked.cause() == ExclusionCause.RELATED_PARTY && !excluded) {
            out.emit(new RelatedPartyDisclosed(asked.lot(), asked.participant()));
        }
        return RejectReason.NONE;
    }

    public RejectReason recordLicence(Request request, RecordLicence asked, EventSink out) {
        RejectReason refusal = check(request, asked.lot(), asked.participant());
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        EntryRoll roll = rolls.of(asked.lot());
        if (roll.rule().exportClass() != ExportClass.RESTRICTED) {
            return RejectReason.ADMISSION_NOT_ASKED;
        }
        if (roll.licence(asked.participant()).equals(asked.reference())) {
            return RejectReason.DECIDED_ALREADY;
        }
        request.commit();
        roll.license(asked.participant(), asked.reference());
        out.emit(new LicenceRecorded(asked.lot(), asked.participant(), asked.reference()));
        return RejectReason.NONE;
    }

    private RejectReason check(Request request, int lot, int participant) {
        return accounts.has(participant) ? rolls.check(request, lot) : RejectReason.PARTICIPANT_UNKNOWN;
    }
}
