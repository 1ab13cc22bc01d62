package org.gavel.loadtest.venue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gavel.loadtest.link.Wire;
import org.gavel.protocol.reject.RejectReason;

/** What of a scripted venue survives its death: the order, the answers, the channels. */
final class Book {
    static final String EPOCH = "e1";

    private static final long BORN_MICROS = 1_767_225_600_000_000L;

    private record Answer(long seq, long at, RejectReason reason, long detail) {}

    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final Map<String, List<ObjectNode>> channels = new LinkedHashMap<>();
    private final Market market;
    private final double scale;
    private final long bornNanos = System.nanoTime();
    private long sequence;
    private int applied;
    private long keptFrom;

    Book(Market market, double scale) {
        this.market = market;
        this.scale = scale;
    }

    long now() {
        return BORN_MICROS + Math.round((System.nanoTime() - bornNanos) / 1_000.0 * scale);
    }

    int applied() {
        return applied;
    }

    /** Applies a command once, or repeats its answer. */
    ObjectNode apply(int participant, ObjectNode command) {
        String cid = command.path("cid").asText();
        if (command.path("op").asText().equals("AskStatus")) {
            return status(participant + "/" + command.path("about").asText());
        }
        Answer known = answers.get(participant + "/" + cid);
        if (known != null) {
            return reply(known, true);
        }
        sequence++;
        applied++;
        Market.Decision decision = market.apply(participant, command);
        Answer answer = new Answer(sequence, now(), decision.reason(), decision.detail());
        answers.put(participant + "/" + cid, answer);
        return reply(answer, false);
    }

    private ObjectNode status(String key) {
        sequence++;
        Answer known = answers.get(key);
        return known == null ? reply(unknown(), false) : reply(known, true);
    }

    private Answer unknown() {
        RejectReason reason = keptFrom == 0 ? RejectReason.UNKNOWN_CID : RejectReason.CID_FORGOTTEN;
        return new Answer(sequence, now(), reason, keptFrom);
    }

    /** It says that it keeps no answer of records before this one. */
    void keepsFrom(long first) {
        keptFrom = first;
    }

    private static ObjectNode reply(Answer answer, boolean repeated) {
        ObjectNode place =
                Wire.object().put("seq", answer.seq()).put("at", answer.at()).put("repeated", repeated);
        ObjectNode frame = refusal(answer.reason(), answer.detail());
        if (answer.reason() == RejectReason.NONE) {
            frame = Wire.object().put("ok", true);
            frame.set("r", place);
        } else {
            ((ObjectNode) frame.get("e")).setAll(place);
        }
        return frame;
    }

    static ObjectNode refusal(RejectReason reason, long detail) {
        ObjectNode frame = Wire.object().put("ok", false);
        frame.set(
                "e",
                Wire.object()
                        .put("code", reason.code())
                        .put("name", reason.name())
                        .put("message", reason.sentence(detail))
                        .put("detail", detail)
                        .put("retry", reason.retry().name()));
        return frame;
    }

    /** Adds an event to a channel and gives the push. */
    ObjectNode append(String channel, String event, ObjectNode fields) {
        List<ObjectNode> events = events(channel);
        ObjectNode push = fields.deepCopy()
                .put("ch", channel)
                .put("ep", EPOCH)
                .put("sq", events.size() + 1)
                .put("seq", sequence)
                .put("at", now())
                .put("event", event);
        events.add(push);
        return push;
    }

    List<ObjectNode> events(String channel) {
        return channels.computeIfAbsent(channel, name -> new ArrayList<>());
    }
}
