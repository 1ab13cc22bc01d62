package org.gavel.exchange.journal;

/** The journal does not have, at an anchor's place, the batch the anchor names: one of the two is not what it was. */
public final class AnchorMissing extends Exception {
    private static final long serialVersionUID = 1L;

    AnchorMissing(String sentence) {
        super(sentence);
    }
}
