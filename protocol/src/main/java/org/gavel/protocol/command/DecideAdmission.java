package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.AdmissionState;

/** Moves a participant to another state of real-name admission (实名); the reason is told to them. */
public record DecideAdmission(int participant, AdmissionState state, String reason) implements Command {
    public DecideAdmission {
        Require.id(participant, "participant");
        Require.present(state, "state");
        reason = Require.reason(reason);
    }
}
