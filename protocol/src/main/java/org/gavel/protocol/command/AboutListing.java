package org.gavel.protocol.command;

/** A command about one listing and the lot it offers: a fault while it is applied stays in that listing. */
public interface AboutListing {
    int listing();
}
