package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;

/**
 * A phase of a lot begins.
 *
 * @param phase counted from 1
 * @param closesAt in microseconds since 1970
 * @param nextMinimum the lowest bid that would be accepted
 */
public record LotOpened(int lot, int phase, long closesAt, Money nextMinimum, String reason) implements LotEvent {}
