package org.gavel.protocol.codec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.Commands;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.value.Draw;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Reserve;
import org.junit.jupiter.api.Test;

class SealedReserveTest {
    private static final Sealer SEALER = new MirrorSealer();
    private static final String SALT = "00112233445566778899aabbccddeeff";
    private static final Reserve HIDDEN = new Reserve(new Money(77_123_456_789_012L), true, SALT);

    private final AnnounceLot announced = Commands.announceLot(new Draw(1)).with(HIDDEN);

    private ObjectNode sealed() {
        return JsonCodec.tree(announced, SEALER);
    }

    private InvalidValue refused(Consumer<ObjectNode> change) {
        ObjectNode tree = sealed();
        change.accept((ObjectNode) tree.get("reserve"));
        return assertThrows(InvalidValue.class, () -> JsonCodec.command(tree, SEALER));
    }

    @Test
    void opensToTheSameCommand() {
        Draw.many(500, draw -> {
            AnnounceLot lot = Commands.announceLot(draw).with(draw.hiddenReserve());
            String text = CanonicalJson.write(JsonCodec.tree(lot, SEALER));
            assertEquals(lot, JsonCodec.command(JsonCodec.parse(text), SEALER));
        });
    }

    @Test
    void showsNeitherAmountNorSalt() {
        String text = CanonicalJson.write(sealed());
        assertFalse(text.contains("77123456789012"), text);
        assertFalse(text.contains(SALT), text);
        assertTrue(text.contains(HIDDEN.commitment(announced.lot())), text);
    }

    @Test
    void showsNothingHiddenWherePrinted() {
        assertFalse(announced.toString().contains("77123456789012"));
        assertFalse(announced.toString().contains(SALT));
    }

    @Test
    void leavesAnOpenReserveReadable() {
        AnnounceLot open = announced.with(new Reserve(new Money(5), false, ""));
        assertEquals("5", JsonCodec.tree(open, SEALER).at("/reserve/amount").asText());
    }

    @Test
    void refusesAChangedCommitment() {
        InvalidValue refusal = refused(r -> r.put("commitment", HIDDEN.commitment(announced.lot() ^ 2)));
        assertEquals("reserve does not fit its commitment", refusal.getMessage());
    }

    @Test
    void refusesAChangedLot() {
        ObjectNode tree = sealed().put("lot", announced.lot() ^ 2);
        assertThrows(InvalidValue.class, () -> JsonCodec.command(tree, SEALER));
    }

    @Test
    void refusesAnotherSealedAmount() {
        assertEquals(
                "reserve",
                refused(r -> r.put("sealed", SEALER.seal("1:" + SALT))).field());
    }

    @Test
    void refusesASealedReserveWithoutItsCommitment() {
        refused(r -> r.remove("commitment"));
        refused(r -> r.put("commitment", ""));
        refused(r -> r.put("commitment", 5));
        refused(r -> r.putNull("commitment"));
    }

    @Test
    void refusesASealedReserveWithMoreOrLess() {
        refused(r -> r.put("amount", "5"));
        refused(r -> r.put("hidden", false));
        refused(r -> r.put("sealed", 5));
    }

    @Test
    void takesNothingSealedFromAClient() {
        InvalidValue refusal = assertThrows(InvalidValue.class, () -> JsonCodec.command(sealed()));
        assertTrue(refusal.field().startsWith("reserve"), refusal.getMessage());
    }
}
