package org.gavel.gateway.presence;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import org.gavel.exchange.api.Answer;
import org.gavel.gateway.RecordingPort;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.ReportDisconnect;
import org.gavel.protocol.reject.RejectReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DisconnectsTest {
    @ParameterizedTest
    @EnumSource(names = {"BUSY", "DISK_FULL"})
    void aReportThereIsNoRoomForIsMadeAgainUntilThereIs(RejectReason noRoom) {
        RecordingPort port = new RecordingPort();
        AtomicInteger asked = new AtomicInteger();
        port.answer(taken -> Answer.notTaken(asked.incrementAndGet() < 3 ? noRoom : RejectReason.NONE));
        try (Disconnects disconnects = new Disconnects(port)) {
            disconnects.report(7, 12);
            await().until(() -> port.taken().size() == 3);
        }
        assertEquals(new RecordingPort.Taken(Origin.VENUE, new ReportDisconnect(7, 12)), port.last());
    }

    @Test
    void whatAStoppingNodeDoesNotTakeIsLeftToItsNextStart() {
        RecordingPort port = new RecordingPort();
        port.answer(taken -> Answer.notTaken(RejectReason.DRAINING));
        try (Disconnects disconnects = new Disconnects(port)) {
            disconnects.report(7, 12);
        }
        assertEquals(1, port.taken().size());
    }
}
