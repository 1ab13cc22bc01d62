package org.gavel.protocol.value;

import org.gavel.protocol.reject.Require;

/**
 * What one member of a panel (评委) found.
 *
 * @param member the venue's number of the evaluator
 * @param quality hundredths of a point, 0 to 10,000
 */
public record PanelScore(int member, int quality) {
    public PanelScore {
        Require.id(member, "panel.member");
        Require.between(quality, 0, ScoreRule.BEST, "panel.quality");
    }
}
