package org.gavel.gateway.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.Applied;
import org.gavel.gateway.RecordingPort;
import org.gavel.gateway.Story;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.ReportConnectivity;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotPaused;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.event.PauseCause;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ConnectivityRule;
import org.gavel.protocol.value.OutageRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the gateway reports of bidders it does not hear of: lot 1, missing after ten seconds, heartbeats of two. */
class ConnectivityWatchTest {
    private final RecordingPort port = new RecordingPort();
    private final Presence presence = new Presence();
    private long now = 1_000_000_000_000L;
    private final WatchedLots lots = new WatchedLots();
    private final ConnectivityWatch watch = new ConnectivityWatch(
            lots, port, presence, () -> now, Duration.ofSeconds(2).toNanos());

    @BeforeEach
    void open() {
        happens(announced(10), Story.opened(1), Story.held(1, 11), Story.held(1, 12), Story.held(1, 13));
    }

    private static LotAnnounced announced(long silenceSeconds) {
        LotAnnounced plain = Story.announced(1);
        ConnectivityRule rule = new ConnectivityRule(50, Duration.ofSeconds(silenceSeconds));
        return new LotAnnounced(
                1,
                plain.title(),
                plain.seller(),
                plain.rulebook(),
                plain.deposit(),
                plain.reserve(),
                "",
                plain.phases(),
                0,
                new OutageRule(false, Duration.ofSeconds(10), rule));
    }

    private void happens(Event... events) {
        lots.accept(new Applied(1, 1, List.of(events)));
    }

    private void heard(int... participants) {
        for (int participant : participants) {
            presence.heard(participant, now);
        }
    }

    private void pass(long seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
        watch.check();
    }

    private void reported(Command... reports) {
        assertEquals(
                List.of(reports),
                port.taken().stream().map(RecordingPort.Taken::command).toList());
    }

    @Test
    void reportsWhoWasHereAndFellSilentOnce() {
        heard(11, 12);
        pass(9);
        reported();
        heard(11);
        pass(1);
        reported(new ReportConnectivity(1, 2, 1));
        assertEquals(Origin.VENUE, port.last().origin());
        pass(1);
        reported(new ReportConnectivity(1, 2, 1));
    }

    @Test
    void reportsThatTheyAreBack() {
        heard(11, 12);
        pass(10);
        heard(11, 12);
        pass(1);
        reported(new ReportConnectivity(1, 2, 2), new ReportConnectivity(1, 2, 0));
    }

    @Test
    void countsNeitherWhoNeverCameNorWhoSaidGoodbyeNorWhoIsNotAdmitted() {
        heard(11, 12, 99);
        presence.left(12);
        pass(10);
        reported(new ReportConnectivity(1, 1, 1));
    }

    @Test
    void countsWhoBidsWithoutADeposit() {
        heard(20);
        happens(Story.bid(1, 20, 1));
        pass(10);
        reported(new ReportConnectivity(1, 1, 1));
    }

    @Test
    void tellsEverythingAnewOnceBiddingGoesOn() {
        heard(11);
        pass(10);
        happens(new LotPaused(1, PauseCause.CONNECTIVITY, 5, "x"));
        pass(1);
        happens(new LotResumed(1, 9, "x"));
        pass(1);
        reported(new ReportConnectivity(1, 1, 1), new ReportConnectivity(1, 1, 1));
    }

    @Test
    void isSilentWhileTheClerkHasPausedItAndOnceItHasEnded() {
        heard(11);
        happens(new LotPaused(1, PauseCause.CLERK, 5, "x"));
        pass(10);
        happens(new LotResumed(1, 9, "x"), Story.awarded(1, 11, 1));
        pass(10);
        reported();
    }

    @Test
    void reportsAgainWhatTheMarketHadNoRoomFor() {
        heard(11);
        port.answer(taken -> Answer.notTaken(RejectReason.BUSY));
        pass(10);
        pass(1);
        reported(new ReportConnectivity(1, 1, 1), new ReportConnectivity(1, 1, 1));
    }

    @Test
    void waitsForTheAnswerBeforeItReportsMore() {
        heard(11, 12);
        port.hold();
        pass(10);
        presence.left(12);
        pass(1);
        reported(new ReportConnectivity(1, 2, 2));
        port.release();
        pass(1);
        reported(new ReportConnectivity(1, 2, 2), new ReportConnectivity(1, 1, 1));
    }

    /** A bidder is heard of once a heartbeat: a shorter silence says nothing. */
    @Test
    void countsNoSilenceShorterThanTwoHeartbeats() {
        happens(announced(1), Story.opened(1), Story.held(1, 11));
        heard(11);
        pass(3);
        reported();
        pass(1);
        reported(new ReportConnectivity(1, 1, 1));
    }
}
