package org.gavel.protocol.event;

import org.gavel.protocol.value.Rulebook;

/**
 * Lots can be announced under this rulebook.
 *
 * @param hash SHA-256 over the rulebook's canonical JSON, lower-case hex
 */
public record RulebookInstalled(Rulebook rulebook, String hash, String reason) implements PublicEvent {}
