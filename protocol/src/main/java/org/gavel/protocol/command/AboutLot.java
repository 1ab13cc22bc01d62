package org.gavel.protocol.command;

/** A command about one lot: a fault while it is applied stays in that lot. */
public interface AboutLot {
    int lot();
}
