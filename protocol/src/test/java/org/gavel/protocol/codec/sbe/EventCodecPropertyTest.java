package org.gavel.protocol.codec.sbe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.Events;
import org.gavel.protocol.value.Draw;
import org.gavel.protocol.value.Records;
import org.junit.jupiter.api.Test;

class EventCodecPropertyTest {
    private static final int MANY = 5_000;

    private final MutableDirectBuffer buffer = new ExpandableArrayBuffer(1024);
    private final EventDecoder decoder = new EventDecoder();

    @Test
    void knowsAGeneratorForEveryEvent() {
        assertEquals(Records.namesOf(Event.class), Events.generators().keySet(), "give Events the missing ones");
    }

    @Test
    void readsBackWhatItWrote() {
        EventWriter writer = new EventWriter();
        Draw.many(MANY, draw -> {
            Event event = Events.any(draw);
            int offset = draw.below(64);
            int length = writer.write(event, buffer, offset);
            assertEquals(event, decoder.decode(buffer, offset, length));
        });
    }

    @Test
    void readsEveryEventFromJsonToo() {
        EventEncoder encoder = new EventEncoder();
        Draw.many(MANY, draw -> {
            Event event = Events.any(draw);
            int length = encoder.rare(event, buffer, 0);
            assertEquals(event, decoder.decode(buffer, 0, length));
        });
    }

    @Test
    void readsBackItsCanonicalJson() {
        Draw.many(MANY, draw -> {
            Event event = Events.any(draw);
            String text = CanonicalJson.write(JsonCodec.tree(event));
            assertEquals(event, JsonCodec.event(JsonCodec.parse(text)));
            assertEquals(text, CanonicalJson.write(JsonCodec.parse(text)));
        });
    }
}
