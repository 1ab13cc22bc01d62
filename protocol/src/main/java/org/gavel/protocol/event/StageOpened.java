package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;

/**
 * A stage of a phase has begun.
 *
 * @param stage counts the phase's stages from 1
 * @param paddle whose stage it is, 0 for everybody's
 * @param price the price that holds in it, zero where there is none
 * @param closesAt when it closes, in microseconds since 1970
 */
public record StageOpened(int lot, int stage, StageKind kind, int paddle, Money price, long closesAt)
        implements LotEvent {}
