package org.gavel.loadtest.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gavel.loadtest.link.Push;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;

/** What one bidder knows of a lot, from snapshots and pushes. Confined to one thread. */
final class Lot {
    /** How far the lot has come. */
    enum Stage {
        /** Not open yet. */
        ANNOUNCED,
        /** Takes bids. */
        OPEN,
        /** Paused or suspended. */
        HALTED,
        /** Awarded, passed or withdrawn; for good. */
        ENDED
    }

    private final int number;
    private final Money deposit;
    private final List<EnglishTerms> phases;
    private Stage stage = Stage.ANNOUNCED;
    private int phase;
    private long priceFen;
    private long nextMinimumFen;
    private int leader;
    private long closesAt;

    private Lot(ObjectNode view, List<EnglishTerms> phases) {
        this.number = view.path("lot").asInt();
        this.deposit = Money.parse(view.path("deposit").asText("0"));
        this.phases = phases;
        restate(view);
    }

    /** The lot as the venue shows it now. */
    void restate(ObjectNode view) {
        stage = stage(view.path("state").asText("ANNOUNCED"));
        phase = view.path("phase").asInt();
        priceFen = view.path("price").asLong();
        nextMinimumFen = view.path("nextMinimum").asLong(start().fen());
        leader = view.path("leader").asInt();
        closesAt = view.path("closesAt").asLong();
    }

    /** From a lot's view or its announcement; nothing where a phase is of a mechanism this crowd does not know. */
    static Optional<Lot> of(ObjectNode view) {
        List<EnglishTerms> phases = new ArrayList<>();
        try {
            for (JsonNode phase : view.path("phases")) {
                if (phase instanceof ObjectNode fields
                        && JsonCodec.read(fields, PhaseTerms.class) instanceof EnglishTerms terms) {
                    phases.add(terms);
                }
            }
        } catch (InvalidValue unknown) {
            return Optional.empty();
        }
        return phases.isEmpty() ? Optional.empty() : Optional.of(new Lot(view, phases));
    }

    private static Stage stage(String state) {
        return switch (state) {
            case "OPEN" -> Stage.OPEN;
            case "CLOSING", "PAUSED", "SUSPENDED" -> Stage.HALTED;
            case "AWARDED", "PASSED", "WITHDRAWN" -> Stage.ENDED;
            default -> Stage.ANNOUNCED;
        };
    }

    void apply(Push push) {
        ObjectNode fields = push.fields();
        closesAt = fields.path("closesAt").asLong(closesAt);
        nextMinimumFen = fields.path("nextMinimum").asLong(nextMinimumFen);
        switch (push.event()) {
            case "LotOpened" -> {
                stage = Stage.OPEN;
                phase = fields.path("phase").asInt();
            }
            case "BidAccepted" -> {
                priceFen = fields.path("amount").asLong();
                leader = fields.path("paddle").asInt();
            }
            case "LotResumed" -> stage = Stage.OPEN;
            case "LotPaused", "LotSuspended" -> stage = Stage.HALTED;
            case "LotAwarded", "LotPassed", "LotWithdrawn" -> stage = Stage.ENDED;
            default -> {}
        }
    }

    int number() {
        return number;
    }

    Money deposit() {
        return deposit;
    }

    /** The terms of the running phase, of the first before the opening. */
    EnglishTerms terms() {
        return phases.get(Math.max(0, Math.min(phase, phases.size()) - 1));
    }

    Money start() {
        return phases.get(0).start();
    }

    Stage stage() {
        return stage;
    }

    /** The highest bid, 0 before the first. */
    long priceFen() {
        return priceFen;
    }

    long nextMinimumFen() {
        return nextMinimumFen;
    }

    /** The leading paddle, 0 before the first bid. */
    int leader() {
        return leader;
    }

    long closesAt() {
        return closesAt;
    }
}
