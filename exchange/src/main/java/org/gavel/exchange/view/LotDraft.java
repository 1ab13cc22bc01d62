package org.gavel.exchange.view;

import java.util.ArrayList;
import java.util.List;
import org.gavel.exchange.api.LotView;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.value.Money;

/** A lot's view while one event is worked in; lives on the feeding thread and never leaves it. */
final class LotDraft {
    private final LotView before;
    Money reserve;
    long opensAt;
    String state;
    int phase;
    Money price;
    Money nextMinimum;
    int leader;
    int bids;
    int extensions;
    long closesAt;
    String paddleCommitment;
    int listing;
    private long remaining;
    private String note;
    private List<LotView.Winner> winners;
    private int stage;
    private String stageKind;
    private int stagePaddle;
    private Money stagePrice;

    LotDraft(LotView before) {
        this.before = before;
        reserve = before.reserve();
        opensAt = before.opensAt();
        state = before.state();
        phase = before.phase();
        price = before.price();
        nextMinimum = before.nextMinimum();
        leader = before.leader();
        bids = before.bids();
        extensions = before.extensions();
        closesAt = before.closesAt();
        paddleCommitment = before.paddleCommitment();
        remaining = before.remaining();
        note = before.note();
        winners = before.winners();
        stage = before.stage();
        stageKind = before.stageKind();
        stagePaddle = before.stagePaddle();
        stagePrice = before.stagePrice();
        listing = before.listing();
    }

    LotDraft(LotAnnounced event, Money firstPrice, String ruleSheet) {
        this(new LotView(
                event.lot(),
                event.title(),
                event.rulebook(),
                event.deposit(),
                event.reserve(),
                event.reserveCommitment(),
                event.phases(),
                event.opensAt(),
                "ANNOUNCED",
                0,
                Money.ZERO,
                firstPrice,
                0,
                0,
                0,
                0,
                0,
                "",
                List.of(),
                ruleSheet,
                event.admission(),
                event.priority(),
                "",
                event.offering(),
                0,
                "",
                0,
                Money.ZERO,
                0));
    }

    /** The lot takes bids until then. */
    void open(long until) {
        state = "OPEN";
        closesAt = until;
        remaining = 0;
        note = "";
    }

    /** A stage of the phase begins. */
    void turn(StageOpened opened) {
        stage = opened.stage();
        stageKind = opened.kind().name();
        stagePaddle = opened.paddle();
        stagePrice = opened.price();
    }

    /** No stage runs: the phase has not told any yet. */
    void noStage() {
        stage = 0;
        stageKind = "";
        stagePaddle = 0;
        stagePrice = Money.ZERO;
    }

    /** Bidding is over; somebody is asked until then. */
    void ask(long until) {
        open(until);
        state = "CLOSING";
    }

    /** The lot stands still, for a while or for ever. */
    void stand(String as, long microsLeft, String why) {
        state = as;
        closesAt = 0;
        remaining = microsLeft;
        note = why;
    }

    /** One more winner, behind those there are. */
    void won(LotView.Winner winner) {
        List<LotView.Winner> all = new ArrayList<>(winners);
        all.add(winner);
        winners = List.copyOf(all);
    }

    LotView view() {
        return new LotView(
                before.lot(),
                before.title(),
                before.rulebook(),
                before.deposit(),
                reserve,
                before.reserveCommitment(),
                before.phases(),
                opensAt,
                state,
                phase,
                price,
                nextMinimum,
                leader,
                bids,
                extensions,
                closesAt,
                remaining,
                note,
                winners,
                before.ruleSheet(),
                before.admission(),
                before.priority(),
                paddleCommitment,
                before.offering(),
                stage,
                stageKind,
                stagePaddle,
                stagePrice,
                listing);
    }
}
