package org.gavel.protocol.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.PanelScore;
import org.junit.jupiter.api.Test;

final class RecordScoresTest {
    private static final String SHEET = "5e".repeat(32);

    private static List<PanelScore> panel(int... qualities) {
        return IntStream.range(0, qualities.length)
                .mapToObj(i -> new PanelScore(31 + i, qualities[i]))
                .toList();
    }

    private static void expectBad(String field, int quality, List<PanelScore> panel, String sheet) {
        InvalidValue refused = assertThrows(InvalidValue.class, () -> new RecordScores(7, 12, quality, panel, sheet));
        assertEquals(RejectReason.BAD_FIELD, refused.reason());
        assertEquals(field, refused.field());
    }

    @Test
    void qualityIsTheMeanOfThePanelHalfUp() {
        assertEquals(8_550, new RecordScores(7, 12, 8_550, panel(8_700, 8_400), SHEET).quality());
        assertEquals(1, new RecordScores(7, 12, 1, panel(1, 0), SHEET).quality());
        assertEquals(0, new RecordScores(7, 12, 0, panel(1, 0, 0), SHEET).quality());
        expectBad("quality", 8_551, panel(8_700, 8_400), SHEET);
    }

    @Test
    void thePanelNamesEachMemberOnceAndHasOne() {
        expectBad("panel", 50, List.of(new PanelScore(31, 50), new PanelScore(31, 50)), SHEET);
        expectBad("panel", 0, List.of(), SHEET);
        expectBad(
                "panel",
                50,
                panel(IntStream.generate(() -> 50)
                        .limit(RecordScores.MAX_PANEL + 1)
                        .toArray()),
                SHEET);
    }

    @Test
    void theSheetIsAHash() {
        expectBad("sheet", 50, panel(50), "5E".repeat(32));
        expectBad("sheet", 50, panel(50), "");
    }
}
