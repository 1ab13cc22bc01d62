package org.gavel.protocol.command;

/** What the venue's staff do with one unit book, for a reason that is published with it. */
public interface BookAct {
    int book();

    String reason();
}
