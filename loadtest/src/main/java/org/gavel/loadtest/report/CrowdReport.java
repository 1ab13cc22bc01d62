package org.gavel.loadtest.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gavel.protocol.codec.json.JsonCodec;

/**
 * What a crowd did and was told.
 *
 * @param clockScale server seconds per wall second, as measured
 * @param deposits how many deposits were held
 */
public record CrowdReport(
        long seed,
        int bidders,
        double clockScale,
        Bids bids,
        long deposits,
        Connections connections,
        Latency answerMicros) {

    /** For a person. */
    public String text() {
        return String.join("\n", title(), bidLine(), rejectLines(), connectionLine(), latencyLine(), "");
    }

    private String title() {
        return String.format(
                Locale.ROOT, "Crowd of %d bidders, seed %d, venue clock at %.2fx", bidders, seed, clockScale);
    }

    private String bidLine() {
        return String.format(
                Locale.ROOT,
                "bids        sent %d (mistakes on purpose %d), accepted %d, rejected %d, unresolved %d; deposits held %d",
                bids.sent(),
                bids.mistakes(),
                bids.accepted(),
                bids.rejectedInAll(),
                bids.unresolved(),
                deposits);
    }

    private String rejectLines() {
        String all = bids.rejected().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return "rejected    " + (all.isEmpty() ? "none" : all);
    }

    private String connectionLine() {
        return String.format(
                Locale.ROOT,
                "connections reconnects %d, gaps %d, duplicates %d, asked %d, resent %d, retried %d, bidders lost %d",
                connections.reconnects(),
                connections.gaps(),
                connections.duplicates(),
                connections.asks(),
                connections.resends(),
                connections.retries(),
                connections.lostBidders());
    }

    private String latencyLine() {
        return String.format(
                Locale.ROOT,
                "answers     %d, us from intended send: p50 %d, p90 %d, p99 %d, p99.9 %d, max %d",
                answerMicros.count(),
                answerMicros.p50(),
                answerMicros.p90(),
                answerMicros.p99(),
                answerMicros.p999(),
                answerMicros.max());
    }

    /** For a program. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("seed", seed)
                .put("bidders", bidders)
                .put("clockScale", clockScale);
        json.set("bids", JsonCodec.tree(bids));
        json.put("deposits", deposits);
        json.set("connections", JsonCodec.tree(connections));
        json.set("answerMicros", JsonCodec.tree(answerMicros));
        return json;
    }
}
