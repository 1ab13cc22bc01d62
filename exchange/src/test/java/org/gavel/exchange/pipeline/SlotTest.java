package org.gavel.exchange.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.exchange.api.Reply;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandEncoder;
import org.gavel.protocol.command.AmendOrder;
import org.gavel.protocol.command.CancelOrder;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.MoveOrder;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.PlaceOrder;
import org.gavel.protocol.command.ReduceOrder;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.Tick;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OrderType;
import org.gavel.protocol.value.SelfTrade;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.TimeInForce;
import org.junit.jupiter.api.Test;

/** A place in the ring: encoded in place or elsewhere, a command has the same bytes. */
class SlotTest {
    private static final long NOW = 1_000_000;

    private static final List<Command> FIXED = List.of(
            new PlaceBid(1, 2, new Money(3)),
            new Tick(NOW),
            new PlaceOrder(
                    1,
                    2,
                    Side.BUY,
                    OrderType.LIMIT,
                    new Money(5),
                    6,
                    TimeInForce.GTC,
                    0,
                    false,
                    SelfTrade.ALLOWED,
                    false),
            new AmendOrder(1, 2, 3, new Money(4), 5),
            new MoveOrder(1, 2, 3, new Money(4)),
            new ReduceOrder(1, 2, 3, 4),
            new CancelOrder(1, 2, 3));

    private final Slot slot = Slot.places(1).newInstance();
    private final Batch batch = new Batch();
    private final CommandEncoder encoder = new CommandEncoder(Sealer.NONE);

    @Test
    void aCommandOfFixedLengthHasTheSameBytesInPlaceAndFitsIt() {
        for (Command command : FIXED) {
            ExpandableArrayBuffer elsewhere = new ExpandableArrayBuffer();
            int length = encoder.encode(Origin.VENUE, command, elsewhere, 0);
            slot.encode(encoder, Origin.VENUE, command, NOW, Reply.NOBODY);

            assertTrue(CommandEncoder.isFixed(command), command.toString());
            assertEquals(length, slot.length());
            assertFalse(Slot.isLarge(length), command.toString());
            assertEquals(hex(elsewhere, length), moved(), command.toString());
        }
        assertFalse(CommandEncoder.isFixed(new RegisterParticipant(1, "")));
    }

    @Test
    void aLargeCommandIsMovedWholeAndThePlaceLetsGoOfIt() {
        ExpandableArrayBuffer source = new ExpandableArrayBuffer();
        Command large = new RegisterParticipant(1, "x".repeat(500));
        int length = encoder.encode(Origin.VENUE, large, source, 0);
        Reply reply = answer -> {};
        slot.fill(source, length, NOW, reply);

        assertTrue(Slot.isLarge(length));
        assertEquals(hex(source, length), moved());
        assertThrows(NullPointerException.class, this::moved, "the ring keeps nothing");
        assertSame(Reply.NOBODY, slot.letGo(), "the batch has it");
    }

    private String moved() {
        batch.begin();
        slot.moveTo(batch, 1, NOW, slot.length());
        String[] seen = new String[1];
        batch.records()
                .read(
                        0,
                        (sequence, time, buffer, offset, length) ->
                                seen[0] = hex(new UnsafeBuffer(buffer, offset, length), length));
        return seen[0];
    }

    private static String hex(DirectBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.getBytes(0, bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void aCommandThatCouldNotBeTakenOverLeavesAVoidPlaceAndNotTheCommandBefore() {
        slot.encode(encoder, Origin.VENUE, new Tick(NOW), NOW, Reply.NOBODY);
        ExpandableArrayBuffer source = new ExpandableArrayBuffer(8);
        assertThrows(RuntimeException.class, () -> slot.fill(source, 300, NOW, Reply.NOBODY));
        assertTrue(slot.isVoid());
    }
}
