package org.gavel.exchange.snapshot.graph;

/** What a reference in a graph is; one byte each. Never reused: a format with another meaning is another format. */
final class Tag {
    static final int NULL = 0;

    /** Something read before, by its number. */
    static final int BACK = 1;

    static final int TEXT = 2;
    static final int LONG = 3;
    static final int INT = 4;
    static final int BOOLEAN = 5;
    static final int ENUM = 6;

    /** A static final field of the engine. */
    static final int CONSTANT = 7;

    /** An object of the engine or the protocol; its fields follow in their turn. */
    static final int OBJECT = 8;

    /** A record: its components follow at once. */
    static final int RECORD = 9;

    /** An array of numbers: its content follows at once. */
    static final int NUMBERS = 10;

    /** An array of references; they follow in their turn. */
    static final int ARRAY = 11;

    /** A collection or a number of the platform or of Agrona, by its form. */
    static final int FORM = 12;

    /** What the fresh market has in this place already: a lambda that wires it. */
    static final int WIRED = 13;

    /** Handed over as it is: only in a copy within one process, never in a file. */
    static final int SHARED = 14;

    private Tag() {}
}
