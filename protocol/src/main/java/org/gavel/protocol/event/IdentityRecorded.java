package org.gavel.protocol.event;

/**
 * An encrypted identity is on record.
 *
 * @param sealedHash SHA-256 of the ciphertext as it stands in the journal, lower-case hex
 */
public record IdentityRecorded(int participant, String sealedHash) implements PrivateEvent {}
