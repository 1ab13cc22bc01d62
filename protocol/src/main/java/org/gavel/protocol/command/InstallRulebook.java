package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Rulebook;

/** Makes a rulebook known, with its whole content; it never changes afterwards. */
public record InstallRulebook(Rulebook rulebook, String reason) implements Command {
    public InstallRulebook {
        rulebook = Require.present(rulebook, "rulebook");
        reason = Require.reason(reason);
    }
}
