package org.gavel.exchange.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.agrona.ExpandableArrayBuffer;
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
    private final CommandEncoder encoder = new CommandEncoder(Sealer.NONE);

    @Test
    void aCommandOfFixedLengthHasTheSameBytesInPlaceAndFitsIt() {
        for (Command command : FIXED) {
            ExpandableArrayBuffer elsewhere = new ExpandableArrayBuffer();
            int length = encoder.encode(Origin.VENUE, command, elsewhere, 0);
            slot.encode(encoder, Origin.VENUE, command, NOW, Reply.NOBODY);

            assertTrue(CommandEncoder.isFixed(command), command.toString());
            assertEquals(length, slot.length());
            assertFalse(slot.isLarge(), command.toString());
            for (int at = 0; at < length; at++) {
                assertEquals(elsewhere.getByte(at), slot.body().getByte(slot.offset() + at), command + " at " + at);
            }
        }
        assertFalse(CommandEncoder.isFixed(new RegisterParticipant(1, "")));
    }

    @Test
    void aCommandThatCouldNotBeTakenOverLeavesAVoidPlaceAndNotTheCommandBefore() {
        slot.encode(encoder, Origin.VENUE, new Tick(NOW), NOW, Reply.NOBODY);
        ExpandableArrayBuffer source = new ExpandableArrayBuffer(8);
        assertThrows(RuntimeException.class, () -> slot.fill(source, 300, NOW, Reply.NOBODY));
        assertTrue(slot.isVoid());
    }
}
