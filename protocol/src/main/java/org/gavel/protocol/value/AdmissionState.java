package org.gavel.protocol.value;

/** How far a participant is admitted to the venue under their real name (实名). */
public enum AdmissionState {
    /** Has a number; nobody has checked who it is. */
    REGISTERED,
    /** 实名认证: the venue has checked the identity. */
    VERIFIED,
    /** Takes part in nothing for the time being. */
    SUSPENDED,
    /** Takes part in nothing until the venue begins anew with them. */
    BARRED;

    /** The legal transitions, all of them: whoever was barred must be verified again. */
    public boolean leadsTo(AdmissionState next) {
        return switch (this) {
            case REGISTERED -> next == VERIFIED || next == SUSPENDED || next == BARRED;
            case VERIFIED -> next == SUSPENDED || next == BARRED;
            case SUSPENDED -> next == VERIFIED || next == BARRED;
            case BARRED -> next == REGISTERED;
        };
    }
}
