package org.gavel.loadtest.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gavel.protocol.reject.RejectReason;
import org.junit.jupiter.api.Test;

class CrowdReportTest {
    private final CrowdTally tally = new CrowdTally();

    @Test
    void countsBidsByHowTheyEnded() {
        CrowdReport report = report();
        assertEquals(4, report.bids().sent());
        assertEquals(1, report.bids().accepted());
        assertEquals(1, report.bids().unresolved());
        assertEquals(2, report.bids().rejectedInAll());
    }

    @Test
    void saysInTextWhatHappened() {
        String text = report().text();
        assertTrue(text.contains("seed 9"), text);
        assertTrue(text.contains("BELOW_INCREMENT 2"), text);
        assertTrue(text.contains("p99"), text);
    }

    @Test
    void saysTheSameInJson() {
        var json = report().json();
        assertEquals(2, json.at("/bids/rejected/BELOW_INCREMENT").asInt());
        assertEquals(3, json.at("/connections/reconnects").asInt());
        assertEquals(2_000, json.at("/answerMicros/max").asLong());
    }

    private CrowdReport report() {
        RejectReason[] endings = {
            RejectReason.NONE, RejectReason.BELOW_INCREMENT, RejectReason.BELOW_INCREMENT, RejectReason.UNKNOWN_OUTCOME
        };
        for (RejectReason ending : endings) {
            tally.bidSent(false);
            tally.bidAnswered(ending);
            tally.answeredAfter(2_000_000);
        }
        return tally.report(9, 50, 1.0, new Connections(0, 3, 0, 0, 0, 0, 0));
    }
}
