package org.gavel.exchange.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.Step;

/**
 * Other terms for a lot than it was announced with.
 *
 * @param ladder the increments of every phase that has some; empty: unchanged
 * @param extension how far a bid moves the close in every phase that soft-closes; zero for no extension at all
 * @param reserve an open reserve, zero for none
 */
public record ChangedTerms(List<Step> ladder, Optional<Duration> extension, Optional<Money> reserve) {
    private static final String LADDER = "increments";
    private static final String SOFT_CLOSE = "softClose";
    private static final String CYCLE = "cycle";

    public ChangedTerms {
        ladder = List.copyOf(ladder);
    }

    /**
     * An announcement under these terms instead of its own.
     *
     * @throws AuditRefused where a change has nothing to change in it
     */
    ObjectNode in(ObjectNode announcement) {
        ObjectNode changed = announcement.deepCopy();
        int lot = changed.path("lot").asInt();
        JsonNode phases = changed.path("phases");
        if (!ladder.isEmpty()) {
            require(changeLadder(phases), lot, "increment ladder", "--ladder", phases);
        }
        if (extension.isPresent()) {
            require(changeExtension(phases, extension.get()), lot, "soft close", "--extension", phases);
        }
        reserve.ifPresent(amount -> changed.set("reserve", JsonCodec.tree((Object) new Reserve(amount, false, ""))));
        return changed;
    }

    /** Whether an announcement has all that these terms would change. */
    public boolean fit(ObjectNode announcement) {
        try {
            in(announcement);
            return true;
        } catch (AuditRefused e) {
            return false;
        }
    }

    private static void require(boolean changed, int lot, String what, String option, JsonNode phases) {
        if (!changed) {
            throw new AuditRefused("Lot " + lot + " has no " + what + " in any of its phases ("
                    + String.join(", ", phases.findValuesAsText("mechanism")) + "); leave " + option
                    + " out or name another lot.");
        }
    }

    private boolean changeLadder(JsonNode phases) {
        boolean found = false;
        for (JsonNode phase : phases) {
            if (phase.has(LADDER)) {
                ((ObjectNode) phase).set(LADDER, JsonCodec.tree((Object) ladder));
                found = true;
            }
        }
        return found;
    }

    private static boolean changeExtension(JsonNode phases, Duration other) {
        boolean found = false;
        for (JsonNode phase : phases) {
            if (phase.get(SOFT_CLOSE) instanceof ObjectNode close && !close.isEmpty()) {
                change(close, other);
                found = true;
            } else if (phase.has(CYCLE) && !other.isZero()) {
                ((ObjectNode) phase).put(CYCLE, other.toString());
                found = true;
            }
        }
        return found;
    }

    private static void change(ObjectNode close, Duration other) {
        if (other.isZero()) {
            close.put("window", "PT0S").put("extension", "PT0S").remove("mode");
            return;
        }
        close.put("extension", other.toString());
        boolean isHard = Duration.parse(close.path("window").asText("PT0S")).isZero();
        if (isHard && !close.path("mode").asText().equals("CYCLE")) {
            close.put("window", other.toString());
        }
    }
}
