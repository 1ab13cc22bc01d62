package org.gavel.exchange.journal.envelope;

import java.nio.file.Path;

/**
 * Where a batch begins.
 *
 * @param position of its document in the file, in bytes
 */
public record BatchPlace(Path file, long position) {}
