package org.gavel.protocol.codec.sbe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicReference;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.protocol.codec.Allocation;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.Commands;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.Events;
import org.gavel.protocol.value.Draw;

/** What must hold for any bytes: a message or a violation, and no more memory than they justify. */
final class AnyBytes {
    private AnyBytes() {}

    /** A command read from whatever bytes is one that can be written and read again. */
    static void asCommand(byte[] bytes) {
        AtomicReference<Origin> origin = new AtomicReference<>();
        AtomicReference<Command> command = new AtomicReference<>();
        Allocation.isBounded(bytes.length, () -> {
            try {
                CommandDecoder decoder = new CommandDecoder(Sealer.NONE);
                decoder.wrap(new UnsafeBuffer(bytes), 0, bytes.length);
                HotFields.of(decoder);
                origin.set(decoder.origin());
                command.set(decoder.command());
            } catch (Violation e) {
                command.set(null);
            }
        });
        if (command.get() != null) {
            assertEquals(command.get(), again(origin.get(), command.get()));
        }
    }

    private static Command again(Origin origin, Command command) {
        MutableDirectBuffer buffer = new ExpandableArrayBuffer(1024);
        int length = new CommandEncoder(Sealer.NONE).encode(origin, command, buffer, 0);
        return new CommandDecoder(Sealer.NONE).wrap(buffer, 0, length).command();
    }

    static void asEvent(byte[] bytes) {
        Allocation.isBounded(bytes.length, () -> {
            try {
                new EventDecoder().decode(new UnsafeBuffer(bytes), 0, bytes.length);
            } catch (Violation e) {
                assertEquals(Violation.class, e.getClass());
            }
        });
    }

    static byte[] ofCommand(Draw draw) {
        MutableDirectBuffer buffer = new ExpandableArrayBuffer(1024);
        int length = new CommandEncoder(Sealer.NONE).encode(Commands.origin(draw), Commands.any(draw), buffer, 0);
        return copy(buffer, length);
    }

    static byte[] ofEvent(Draw draw) {
        MutableDirectBuffer buffer = new ExpandableArrayBuffer(1024);
        Event event = Events.any(draw);
        return copy(buffer, new EventWriter().write(event, buffer, 0));
    }

    private static byte[] copy(MutableDirectBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.getBytes(0, bytes);
        return bytes;
    }
}
