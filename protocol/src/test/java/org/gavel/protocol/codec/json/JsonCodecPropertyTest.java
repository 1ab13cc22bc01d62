package org.gavel.protocol.codec.json;

import java.nio.charset.StandardCharsets;
import org.gavel.protocol.codec.Mutation;
import org.gavel.protocol.command.Commands;
import org.gavel.protocol.event.Events;
import org.gavel.protocol.value.Draw;
import org.junit.jupiter.api.Test;

class JsonCodecPropertyTest {
    private static final int MANY = 20_000;

    /** How many mutations are tried on one valid message. */
    private static final int OF_ONE = 100;

    @Test
    void readsDamagedTextOrSaysWhatIsWrong() {
        Draw.many(MANY / OF_ONE, draw -> {
            byte[] valid = valid(draw);
            for (int i = 0; i < OF_ONE; i++) {
                AnyText.isRead(Mutation.of(draw, valid));
            }
        });
    }

    private static byte[] valid(Draw draw) {
        var tree = draw.flag() ? JsonCodec.tree(Commands.any(draw)) : JsonCodec.tree(Events.any(draw));
        return CanonicalJson.write(tree).getBytes(StandardCharsets.UTF_8);
    }
}
