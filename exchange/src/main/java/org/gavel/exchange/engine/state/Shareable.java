package org.gavel.exchange.engine.state;

/**
 * Something of an engine that never changes as far as anybody can see: engines of one process that follow the same journal
 * may have the very same one. Safe from any thread.
 */
public interface Shareable {}
