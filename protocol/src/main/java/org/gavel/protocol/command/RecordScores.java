package org.gavel.protocol.command;

import java.util.List;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.PanelScore;
import org.gavel.protocol.value.ScoreRule;

/**
 * Puts on record, before any price is open, what a panel found of one bidder; it replaces an earlier finding. Needs a
 * second person. Members and their scores stay in the journal: who evaluates is secret until the award (招标投标法 art. 37).
 *
 * @param quality the mean of the panel's scores in hundredths of a point, half up
 * @param panel who evaluated, and what each found
 * @param sheet SHA-256 of the score sheet the panel signed, 64 lower-case hex digits
 */
public record RecordScores(int lot, int bidder, int quality, List<PanelScore> panel, String sheet)
        implements Command, AboutLot, TwoPersonAct {
    /** The most members of a panel. */
    public static final int MAX_PANEL = 99;

    public RecordScores {
        Require.id(lot, "lot");
        Require.id(bidder, "bidder");
        Require.between(quality, 0, ScoreRule.BEST, "quality");
        panel = Require.list(panel, 1, MAX_PANEL, "panel");
        if (panel.stream().mapToInt(PanelScore::member).distinct().count() < panel.size()) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "panel", "must name each member once");
        }
        if (quality != mean(panel)) {
            throw new InvalidValue(
                    RejectReason.BAD_FIELD, "quality", "must be the mean of the panel's scores, " + mean(panel));
        }
        sheet = Require.sha256(sheet, "sheet");
    }

    /** The mean of what the members found, half up. */
    public static int mean(List<PanelScore> panel) {
        int sum = panel.stream().mapToInt(PanelScore::quality).sum();
        return (2 * sum + panel.size()) / (2 * panel.size());
    }
}
