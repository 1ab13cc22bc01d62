package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;

/**
 * An intention to buy is registered (意向登记).
 *
 * @param number its place among the listing's, counted from 1 in their order
 * @param offer what is offered, or zero for the list price
 * @param related whether a relation is declared
 * @param decideBy when its qualification must have been decided, in microseconds since 1970
 */
public record IntentionRegistered(
        int listing, int lot, int participant, int number, Money offer, boolean related, long decideBy)
        implements PrivateEvent, DeskEvent {}
