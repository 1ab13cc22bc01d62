package org.gavel.gateway.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.PublicLog.ProofAnswer;
import org.gavel.gateway.throttle.TooMuch;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/** Replies as text. */
public final class Replies {
    private Replies() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** {@code r} for a request that was done. */
    public static String done(JsonNode id, ObjectNode result) {
        return doneText(id, CanonicalJson.write(result));
    }

    /** The same, with a result that is JSON text already. */
    public static String doneText(JsonNode id, String result) {
        return "{\"id\":" + CanonicalJson.write(id) + ",\"ok\":true,\"r\":" + result + "}";
    }

    /** {@code e} for a request that was refused before it reached the market. */
    public static String refused(JsonNode id, InvalidValue problem) {
        ObjectNode error = error(problem.reason(), problem.sentence(), 0);
        if (!problem.field().isEmpty()) {
            error.put("field", problem.field());
        }
        return failed(id, error);
    }

    public static String refused(JsonNode id, RejectReason reason) {
        return failed(id, error(reason, reason.sentence(0), 0));
    }

    /** {@code e} for a request that is more than its sender may ask for now. */
    public static String refused(JsonNode id, TooMuch asked) {
        return failed(id, later(asked));
    }

    /** The market's answer to a command. */
    public static String answered(JsonNode id, Answer answer) {
        if (answer.accepted()) {
            ObjectNode receipt = place(object(), answer);
            return done(id, answer.ruleSheet().isEmpty() ? receipt : receipt.put("rules", answer.ruleSheet()));
        }
        ObjectNode error = error(answer.reason(), answer.sentence(), answer.detail());
        return failed(id, answer.sequence() == 0 ? error : place(error, answer));
    }

    /** The answer to whoever asked for a proof. */
    public static String proven(JsonNode id, ProofAnswer answer) {
        return answer.reason() == RejectReason.NONE
                ? doneText(id, "{\"proof\":" + answer.proof() + "}")
                : failed(id, error(answer.reason(), answer.reason().sentence(answer.detail()), answer.detail()));
    }

    /** A refusal on its own, as the body of an HTTP answer. */
    public static String error(RejectReason reason) {
        return CanonicalJson.write(error(reason, reason.sentence(0), 0));
    }

    /** The same for whoever asks for too much. */
    public static String error(TooMuch asked) {
        return CanonicalJson.write(later(asked));
    }

    private static ObjectNode later(TooMuch asked) {
        ObjectNode error = error(asked.reason(), asked.sentence(), 0);
        return asked.waitMillis() == 0 ? error : error.put("retryAfterMillis", asked.waitMillis());
    }

    private static ObjectNode place(ObjectNode in, Answer answer) {
        return in.put("seq", answer.sequence()).put("at", answer.timestamp()).put("repeated", answer.repeated());
    }

    private static ObjectNode error(RejectReason reason, String sentence, long detail) {
        return object().put("code", reason.code())
                .put("name", reason.name())
                .put("message", sentence)
                .put("detail", detail)
                .put("retry", reason.retry().name());
    }

    private static String failed(JsonNode id, ObjectNode error) {
        return "{\"id\":" + CanonicalJson.write(id) + ",\"ok\":false,\"e\":" + CanonicalJson.write(error) + "}";
    }
}
