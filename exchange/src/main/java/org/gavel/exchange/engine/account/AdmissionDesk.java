package org.gavel.exchange.engine.account;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.command.DecideAdmission;
import org.gavel.protocol.command.DescribeParticipant;
import org.gavel.protocol.command.EraseIdentity;
import org.gavel.protocol.command.RecordIdentity;
import org.gavel.protocol.event.AdmissionDecided;
import org.gavel.protocol.event.IdentityErased;
import org.gavel.protocol.event.IdentityRecorded;
import org.gavel.protocol.event.ParticipantDescribed;
import org.gavel.protocol.reject.RejectReason;

/** Puts on record who participants are and whether the venue admits them under their real name. */
public final class AdmissionDesk {
    private final Accounts accounts;

    public AdmissionDesk(Accounts accounts) {
        this.accounts = accounts;
    }

    public RejectReason decide(Request request, DecideAdmission asked, EventSink out) {
        if (!accounts.has(asked.participant())) {
            return RejectReason.PARTICIPANT_UNKNOWN;
        }
        Account account = accounts.get(asked.participant());
        if (!account.admission().leadsTo(asked.state())) {
            return account.admission() == asked.state() ? RejectReason.DECIDED_ALREADY : RejectReason.ADMISSION_STEP;
        }
        request.commit();
        account.admission(asked.state());
        out.emit(new AdmissionDecided(asked.participant(), asked.state(), asked.reason()));
        return RejectReason.NONE;
    }

    /** Keeps the hash of what was recorded: the ciphertext stays in the journal, the key never was in it. */
    public RejectReason recordIdentity(Request request, RecordIdentity asked, EventSink out) {
        if (!accounts.has(asked.participant())) {
            return RejectReason.PARTICIPANT_UNKNOWN;
        }
        Account account = accounts.get(asked.participant());
        if (account.isIdentityErased()) {
            return RejectReason.IDENTITY_ERASED;
        }
        request.commit();
        byte[] sealed = asked.sealed().getBytes(StandardCharsets.US_ASCII);
        String hash = HexFormat.of().formatHex(StateWriter.sha256().digest(sealed));
        account.identity(hash);
        out.emit(new IdentityRecorded(asked.participant(), hash));
        return RejectReason.NONE;
    }

    public RejectReason eraseIdentity(Request request, EraseIdentity asked, EventSink out) {
        if (!accounts.has(asked.participant())) {
            return RejectReason.PARTICIPANT_UNKNOWN;
        }
        Account account = accounts.get(asked.participant());
        if (account.isIdentityErased()) {
            return RejectReason.IDENTITY_ERASED;
        }
        if (account.identity().isEmpty()) {
            return RejectReason.NO_IDENTITY;
        }
        request.commit();
        account.eraseIdentity();
        out.emit(new IdentityErased(asked.participant(), asked.reason()));
        return RejectReason.NONE;
    }

    public RejectReason describe(Request request, DescribeParticipant asked, EventSink out) {
        if (!accounts.has(asked.participant())) {
            return RejectReason.PARTICIPANT_UNKNOWN;
        }
        Account account = accounts.get(asked.participant());
        if (account.isDescribed(asked.legalPerson(), asked.residence(), asked.staff())) {
            return RejectReason.DECIDED_ALREADY;
        }
        request.commit();
        accounts.describe(account, asked.legalPerson(), asked.residence(), asked.staff());
        out.emit(new ParticipantDescribed(asked.participant(), asked.residence(), asked.staff()));
        return RejectReason.NONE;
    }
}
