package org.gavel.gateway.access;

import java.time.Instant;
import org.gavel.protocol.value.Role;

/**
 * What a token proves.
 *
 * @param subject participant number of a bidder, staff number of everybody else
 * @param expires from this instant on the token proves nothing
 * @param token the token's own number (jti)
 */
public record Claims(long subject, Role role, Instant expires, String token) {}
