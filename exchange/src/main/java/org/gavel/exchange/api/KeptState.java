package org.gavel.exchange.api;

/**
 * An object that is part of a {@link KeptView}: its fields, but for transient ones, are written down and filled in again
 * as they are, without a constructor. It holds values, collections and other such objects, never a lambda.
 */
public interface KeptState {}
