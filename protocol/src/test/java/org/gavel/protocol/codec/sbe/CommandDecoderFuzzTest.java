package org.gavel.protocol.codec.sbe;

import com.code_intelligence.jazzer.junit.FuzzTest;

class CommandDecoderFuzzTest {
    @FuzzTest
    void readsAnyBytesOrNamesTheViolation(byte[] bytes) {
        AnyBytes.asCommand(bytes);
    }
}
