package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;

/**
 * An offer for a need came in: told to the need's owner, without who made it.
 *
 * @param participant the need's owner
 * @param offer its number in the need, from 1
 * @param price zero where it is to be talked about
 * @param proposal SHA-256 of the proposal's file
 */
public record OfferReceived(int lot, int participant, int offer, Money price, String proposal)
        implements PrivateEvent, DeskEvent {}
