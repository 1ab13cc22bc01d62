package org.gavel.protocol.codec.sbe;

import org.gavel.protocol.codec.Mutation;
import org.gavel.protocol.value.Draw;
import org.junit.jupiter.api.Test;

class CommandDecoderPropertyTest {
    private static final int MANY = 110_000;

    /** How many mutations are tried on one valid message. */
    private static final int OF_ONE = 100;

    @Test
    void readsDamagedBytesOrNamesTheViolation() {
        Draw.many(MANY / OF_ONE, draw -> {
            byte[] valid = AnyBytes.ofCommand(draw);
            for (int i = 0; i < OF_ONE; i++) {
                AnyBytes.asCommand(Mutation.of(draw, valid));
            }
        });
    }
}
