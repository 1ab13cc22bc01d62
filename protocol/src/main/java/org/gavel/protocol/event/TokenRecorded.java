package org.gavel.protocol.event;

import org.gavel.protocol.value.Role;

/** The issue of an access token is on record. */
public record TokenRecorded(String token, long subject, Role granted, long expiresAt, String reason)
        implements StaffEvent {}
