package org.gavel.loadtest.venue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gavel.loadtest.link.Wire;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;

/** A roadshow of English auctions, one lot after the other, small enough to be seen to be right. */
public final class TinyAuction implements Market {
    public static final int ROADSHOW = 1;
    public static final long START_FEN = 1_000_000;
    public static final long STEP_FEN = 50_000;
    public static final long DEPOSIT_FEN = 100_000;

    private static final long PAUSE_MICROS = 300_000;

    private final int lots;
    private final Duration duration;
    private final double scale;
    private final List<LotDesk> desks = new ArrayList<>();
    private final Map<Integer, Integer> paddles = new TreeMap<>();
    private ScriptedVenue venue;
    private int current;

    /** One lot as the house sees it. */
    private static final class LotDesk {
        private final int lot;
        private String state = "ANNOUNCED";
        private long priceFen;
        private int leader;
        private int bids;
        private long closesAt;
        private long remaining;

        private LotDesk(int lot) {
            this.lot = lot;
        }

        private long minimum() {
            return priceFen == 0 ? START_FEN : priceFen + STEP_FEN;
        }
    }

    public TinyAuction(int lots, Duration duration, double scale) {
        this.lots = lots;
        this.duration = duration;
        this.scale = scale;
        for (int lot = 1; lot <= lots; lot++) {
            desks.add(new LotDesk(lot));
        }
    }

    /** The venue through which it speaks; the first lot opens a while later. */
    public void begin(ScriptedVenue speaker) {
        venue = speaker;
        venue.after(Math.round(400_000 * scale), scale, this::openNext);
    }

    private void openNext() {
        if (current == lots) {
            tell("RoadshowEnded", Wire.object().put("roadshow", ROADSHOW));
            current++;
            return;
        }
        LotDesk desk = desks.get(current++);
        desk.state = "OPEN";
        desk.closesAt = venue.now() + duration.toNanos() / 1_000;
        tell(desk, "LotOpened", Wire.object().put("phase", 1).put("nextMinimum", Long.toString(START_FEN)));
        watch(desk, desk.closesAt);
    }

    private void tell(LotDesk desk, String event, ObjectNode fields) {
        tell(event, fields.put("lot", desk.lot).put("closesAt", desk.closesAt));
    }

    private void tell(String event, ObjectNode fields) {
        venue.publish("lots", event, fields, 0);
    }

    private void watch(LotDesk desk, long closesAt) {
        venue.after(closesAt - venue.now(), scale, () -> {
            if (desk.state.equals("OPEN") && desk.closesAt == closesAt && venue.now() >= closesAt) {
                hammer(desk);
            } else if (desk.state.equals("OPEN") && desk.closesAt == closesAt) {
                watch(desk, closesAt);
            }
        });
    }

    private void hammer(LotDesk desk) {
        desk.state = desk.bids == 0 ? "PASSED" : "AWARDED";
        desk.closesAt = 0;
        tell(desk, desk.bids == 0 ? "LotPassed" : "LotAwarded", Wire.object().put("paddle", desk.leader));
        openNext();
    }

    @Override
    public void down() {
        for (LotDesk desk : desks) {
            if (desk.state.equals("OPEN")) {
                desk.state = "PAUSED";
                desk.remaining = Math.max(1, desk.closesAt - venue.now());
                desk.closesAt = 0;
            }
        }
    }

    @Override
    public void up() {
        for (LotDesk desk : desks) {
            if (desk.state.equals("PAUSED")) {
                tell(desk, "LotPaused", Wire.object().put("remaining", desk.remaining));
                venue.after(Math.round(PAUSE_MICROS * scale), scale, () -> resume(desk));
            }
        }
    }

    private void resume(LotDesk desk) {
        if (desk.state.equals("PAUSED")) {
            desk.state = "OPEN";
            desk.closesAt = venue.now() + desk.remaining;
            tell(desk, "LotResumed", Wire.object());
            watch(desk, desk.closesAt);
        }
    }

    @Override
    public Decision apply(int participant, ObjectNode command) {
        LotDesk desk = desks.get(command.path("lot").asInt() - 1);
        return command.path("op").asText().equals("HoldDeposit")
                ? hold(participant, desk)
                : bid(participant, desk, command.path("amount").asLong());
    }

    private Decision hold(int participant, LotDesk desk) {
        if (paddles.putIfAbsent(key(participant, desk), participant + 1_000) != null) {
            return Decision.no(RejectReason.DEPOSIT_HELD_ALREADY, 0);
        }
        ObjectNode held = Wire.object()
                .put("lot", desk.lot)
                .put("participant", participant)
                .put("paddle", participant + 1_000)
                .put("amount", Long.toString(DEPOSIT_FEN));
        venue.publish("me", "DepositHeld", held, participant);
        return Decision.ACCEPTED;
    }

    private static int key(int participant, LotDesk desk) {
        return participant * 1_000 + desk.lot;
    }

    private Decision bid(int participant, LotDesk desk, long fen) {
        RejectReason reason = refusal(participant, desk, fen);
        if (reason != RejectReason.NONE) {
            return Decision.no(reason, desk.minimum());
        }
        desk.priceFen = fen;
        desk.leader = participant + 1_000;
        desk.bids++;
        ObjectNode accepted = Wire.object()
                .put("paddle", desk.leader)
                .put("amount", Long.toString(fen))
                .put("nextMinimum", Long.toString(desk.minimum()))
                .put("number", desk.bids)
                .put("channel", "ONLINE");
        tell(desk, "BidAccepted", accepted);
        extend(desk);
        return Decision.ACCEPTED;
    }

    private RejectReason refusal(int participant, LotDesk desk, long fen) {
        if (desk.state.equals("PAUSED")) {
            return RejectReason.LOT_PAUSED;
        }
        if (!desk.state.equals("OPEN")) {
            return desk.state.equals("ANNOUNCED") ? RejectReason.LOT_NOT_OPEN : RejectReason.LOT_CLOSED;
        }
        if (!paddles.containsKey(key(participant, desk))) {
            return RejectReason.DEPOSIT_NOT_HELD;
        }
        if (desk.leader == participant + 1_000) {
            return RejectReason.ALREADY_LEADING;
        }
        if (fen < desk.minimum()) {
            return desk.priceFen == 0 ? RejectReason.BELOW_START : RejectReason.BELOW_INCREMENT;
        }
        return (fen - START_FEN) % STEP_FEN == 0 ? RejectReason.NONE : RejectReason.OFF_INCREMENT;
    }

    private void extend(LotDesk desk) {
        long least = venue.now() + softWindow().toNanos() / 1_000;
        if (desk.closesAt < least) {
            desk.closesAt = least;
            tell(desk, "LotExtended", Wire.object().put("extension", 1));
            watch(desk, least);
        }
    }

    private Duration softWindow() {
        return duration.dividedBy(8);
    }

    @Override
    public ObjectNode snapshot(String channel, int participant) {
        ObjectNode snapshot = Wire.object();
        if (channel.equals("lots")) {
            ArrayNode views = snapshot.putArray("lots");
            desks.forEach(desk -> views.add(view(desk)));
            ObjectNode roadshow = snapshot.putArray("roadshows").addObject();
            roadshow.put("roadshow", ROADSHOW).put("state", current > lots ? "ENDED" : "RUNNING");
            ArrayNode programme = roadshow.putArray("lots");
            desks.forEach(desk -> programme.add(desk.lot));
        }
        return snapshot;
    }

    private ObjectNode view(LotDesk desk) {
        ObjectNode view = Wire.object()
                .put("lot", desk.lot)
                .put("deposit", Long.toString(DEPOSIT_FEN))
                .put("state", desk.state)
                .put("phase", desk.state.equals("ANNOUNCED") ? 0 : 1)
                .put("price", Long.toString(desk.priceFen))
                .put("nextMinimum", Long.toString(desk.minimum()))
                .put("leader", desk.leader)
                .put("closesAt", desk.closesAt);
        view.putArray("phases").add(JsonCodec.tree((Object) terms()));
        return view;
    }

    /** The one phase of every lot. */
    public PhaseTerms terms() {
        SoftClose softClose = new SoftClose(softWindow(), softWindow(), Duration.ZERO, 0);
        List<Step> ladder = List.of(new Step(Money.ZERO, new Money(STEP_FEN)));
        return new EnglishTerms(new Money(START_FEN), ladder, false, 0, duration, softClose, false);
    }

    /** Where every lot stands; to be asked on the venue's loop or when all is over. */
    public List<String> states() {
        return desks.stream().map(desk -> desk.state).toList();
    }
}
