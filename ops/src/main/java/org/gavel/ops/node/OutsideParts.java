package org.gavel.ops.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.gavel.exchange.recovery.FoundJournal;
import org.gavel.exchange.settlement.JournalHead;
import org.gavel.exchange.settlement.Ledger;
import org.gavel.exchange.transparency.LogAdmission;

/**
 * What belongs to a journal and lies outside it, ledger and public log: held against it at a start once it is read, and
 * before anything is written to any of the three.
 */
final class OutsideParts {
    private final NodePlan plan;
    private final Begun begun;
    private Ledger ledger;

    OutsideParts(NodePlan plan, Begun begun) {
        this.plan = plan;
        this.begun = begun;
    }

    /**
     * Refuses a journal that is not theirs, and opens the ledger.
     *
     * @throws RuntimeException of either part, with what was found and what to do
     */
    void admit(FoundJournal found) {
        long end = found.end().sequence();
        plan.log().ifPresent(setup -> LogAdmission.require(setup.terms(), end));
        JournalHead head = new JournalHead(plan.exchange().venue(), found.openedAt(), end);
        Ledger.require(plan.ledgerUrl(), plan.ledgerUser(), plan.ledgerPassword(), head);
        try {
            Files.createDirectories(plan.exchange().dataDirectory());
        } catch (IOException e) {
            throw new UncheckedIOException(plan.exchange().dataDirectory() + " could not be made", e);
        }
        ledger = begun.add(Ledger.open(plan.ledgerUrl(), plan.ledgerUser(), plan.ledgerPassword()));
    }

    /** Open since the journal was admitted. */
    Ledger ledger() {
        return ledger;
    }
}
