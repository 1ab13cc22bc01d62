/**
 * What lets anybody check a record of the journal without trusting the venue: Merkle hashes and proofs (RFC 9162) and
 * signed checkpoints (C2SP signed notes). Pure values; nothing here reads a file or a clock.
 */
package org.gavel.protocol.proof;
