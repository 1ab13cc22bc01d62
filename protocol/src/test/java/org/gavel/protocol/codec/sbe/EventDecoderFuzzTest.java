package org.gavel.protocol.codec.sbe;

import com.code_intelligence.jazzer.junit.FuzzTest;

class EventDecoderFuzzTest {
    @FuzzTest
    void readsAnyBytesOrNamesTheViolation(byte[] bytes) {
        AnyBytes.asEvent(bytes);
    }
}
