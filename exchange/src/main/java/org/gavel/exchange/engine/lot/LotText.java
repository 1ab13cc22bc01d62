package org.gavel.exchange.engine.lot;

import java.nio.charset.StandardCharsets;
import org.gavel.exchange.engine.state.Shareable;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.AnnounceLot;

/**
 * The canonical text of a lot's terms, made when it is first asked for and then kept: terms never change, and every digest
 * needs them. It takes as many bytes as the announcement has in the journal, and no more, since it is UTF-8; no
 * announcement is longer than {@link JsonCodec#MAX_TEXT} characters. A second engine beside the first has the same one. From
 * any thread.
 */
final class LotText implements Shareable {
    private final AnnounceLot terms;

    /** Null before it was asked for, and after a snapshot: what a snapshot holds is proved by making it again. */
    private transient volatile byte[] utf8;

    LotText(AnnounceLot terms) {
        this.terms = terms;
    }

    byte[] utf8() {
        byte[] text = utf8;
        if (text == null) {
            text = CanonicalJson.write(JsonCodec.tree(terms)).getBytes(StandardCharsets.UTF_8);
            utf8 = text;
        }
        return text;
    }
}
