package org.gavel.loadtest.scenario;

import org.gavel.loadtest.client.Outcome;
import org.gavel.loadtest.report.Ack;
import org.gavel.loadtest.report.AckLog;
import org.gavel.loadtest.report.CrowdTally;
import org.gavel.protocol.value.ClientId;

/** Where the bidders of a crowd write down what they do and are told. Confined to one thread. */
record Ledger(CrowdTally tally, AckLog acks) {
    void sent(Intent intent) {
        if (intent.isBid()) {
            tally.bidSent(intent.mistake());
        }
    }

    /** An answer, and how long after the intended sending it came. */
    void answered(int participant, ClientId cid, int lot, Intent intent, Outcome outcome) {
        if (intent.isBid()) {
            tally.bidAnswered(outcome.reason());
        } else if (outcome.accepted()) {
            tally.depositHeld();
        }
        acks.write(new Ack(
                participant,
                cid.toString(),
                intent.op(),
                lot,
                intent.fen(),
                outcome.seq(),
                outcome.at(),
                outcome.reason(),
                outcome.repeated(),
                intent.mistake()));
    }
}
