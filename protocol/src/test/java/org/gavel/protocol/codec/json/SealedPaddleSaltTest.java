package org.gavel.protocol.codec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gavel.protocol.command.AnnounceListing;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.Commands;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.Draw;
import org.gavel.protocol.value.ExportClass;
import org.gavel.protocol.value.RelatedParties;
import org.junit.jupiter.api.Test;

/** What the journal holds of the salt of a lot's fixed paddles. */
class SealedPaddleSaltTest {
    private static final String SALT = "0123456789abcdef0123456789abcdef";

    private final AnnounceLot announced = Commands.announceLot(new Draw(1))
            .with(new Admission(false, false, 0, RelatedParties.EXCLUDED, ExportClass.UNCLASSIFIED, true, SALT));

    @Test
    void restsSealedAndIsReadAgain() {
        ObjectNode resting = JsonCodec.tree(announced, new MirrorSealer());

        assertFalse(resting.toString().contains(SALT), resting::toString);
        assertEquals(announced, JsonCodec.command(resting, new MirrorSealer()));
    }

    @Test
    void readsOneThatWasNeverSealed() {
        assertEquals(announced, JsonCodec.command(JsonCodec.tree(announced), new MirrorSealer()));
    }

    @Test
    void restsSealedInAListingToo() {
        AnnounceListing listing =
                (AnnounceListing) Commands.generators().get("AnnounceListing").apply(new Draw(1));
        Admission fixed = new Admission(false, true, 0, RelatedParties.EXCLUDED, ExportClass.UNCLASSIFIED, true, SALT);
        AnnounceListing salted =
                new AnnounceListing(listing.listing(), listing.lot().with(fixed), listing.listPrice(), listing.terms());
        ObjectNode resting = JsonCodec.tree(salted, new MirrorSealer());

        assertFalse(resting.toString().contains(SALT), resting::toString);
        assertEquals(salted, JsonCodec.command(resting, new MirrorSealer()));
    }

    @Test
    void isNeverPrintedNorPublished() {
        assertFalse(announced.toString().contains(SALT));
        assertEquals("", announced.admission().published().paddleSalt());
    }
}
