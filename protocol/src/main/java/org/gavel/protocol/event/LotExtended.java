package org.gavel.protocol.event;

/**
 * The close moved (延时).
 *
 * @param extension counts the lot's extensions from 1
 */
public record LotExtended(int lot, long closesAt, int extension) implements LotEvent {}
