package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;

/**
 * A stage of the running phase has begun.
 *
 * @param stage counts the stages of its kind in the phase from 1
 * @param paddle whom it concerns or who leads, 0 for nobody
 * @param price what the stage asks for or begins with
 */
public record StageOpened(int lot, int stage, StageKind kind, int paddle, Money price, long closesAt)
        implements LotEvent {}
