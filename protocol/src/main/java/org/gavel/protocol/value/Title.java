package org.gavel.protocol.value;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/** What a lot or a roadshow is called, in Chinese, in English, or both. */
public record Title(String zh, String en) {
    public Title {
        zh = Require.text(zh, "title.zh");
        en = Require.text(en, "title.en");
        if (zh.isBlank() && en.isBlank()) {
            throw new InvalidValue(RejectReason.MISSING_FIELD, "title", "needs zh, en or both");
        }
    }
}
