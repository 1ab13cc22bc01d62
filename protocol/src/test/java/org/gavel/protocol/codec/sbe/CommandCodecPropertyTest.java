package org.gavel.protocol.codec.sbe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.codec.json.MirrorSealer;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.Commands;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.value.Draw;
import org.gavel.protocol.value.Records;
import org.junit.jupiter.api.Test;

class CommandCodecPropertyTest {
    private static final int MANY = 5_000;

    @Test
    void knowsAGeneratorForEveryCommand() {
        assertEquals(Records.namesOf(Command.class), Commands.generators().keySet(), "give Commands the missing ones");
    }

    @Test
    void readsBackWhatItWrote() {
        checkBytes(Sealer.NONE);
    }

    @Test
    void readsBackWhatItSealed() {
        checkBytes(new MirrorSealer());
    }

    private static void checkBytes(Sealer sealer) {
        MutableDirectBuffer buffer = new ExpandableArrayBuffer(1024);
        CommandEncoder encoder = new CommandEncoder(sealer);
        CommandDecoder decoder = new CommandDecoder(sealer);
        Draw.many(MANY, draw -> {
            Origin origin = Commands.origin(draw);
            Command command = Commands.any(draw);
            int offset = draw.below(64);
            int length = encoder.encode(origin, command, buffer, offset);
            decoder.wrap(buffer, offset, length);
            assertEquals(origin, decoder.origin());
            assertEquals(command, decoder.command());
        });
    }

    @Test
    void readsBackItsCanonicalJson() {
        Draw.many(MANY, draw -> {
            Command command = Commands.any(draw);
            String text = CanonicalJson.write(JsonCodec.tree(command));
            assertEquals(command, JsonCodec.command(JsonCodec.parse(text)));
            assertEquals(text, CanonicalJson.write(JsonCodec.parse(text)));
        });
    }

    @Test
    void showsABidsFieldsWithoutMakingIt() {
        MutableDirectBuffer buffer = new ExpandableArrayBuffer(256);
        CommandEncoder encoder = new CommandEncoder(Sealer.NONE);
        CommandDecoder decoder = new CommandDecoder(Sealer.NONE);
        Draw.many(1000, draw -> {
            Origin origin = Commands.origin(draw);
            Command command = Commands.any(draw);
            decoder.wrap(buffer, 0, encoder.encode(origin, command, buffer, 0));
            assertEquals(HotFields.of(origin, command), HotFields.of(decoder));
        });
    }
}
