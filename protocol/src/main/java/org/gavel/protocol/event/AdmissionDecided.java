package org.gavel.protocol.event;

import org.gavel.protocol.value.AdmissionState;

/** A participant's real-name admission has another state. */
public record AdmissionDecided(int participant, AdmissionState state, String reason) implements PrivateEvent {}
