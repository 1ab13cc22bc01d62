package org.gavel.protocol.codec.json;

import com.code_intelligence.jazzer.junit.FuzzTest;

class JsonCodecFuzzTest {
    @FuzzTest
    void readsAnyTextOrSaysWhatIsWrong(byte[] bytes) {
        AnyText.isRead(bytes);
    }
}
