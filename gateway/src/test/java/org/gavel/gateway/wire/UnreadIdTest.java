package org.gavel.gateway.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gavel.protocol.codec.json.CanonicalJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreadIdTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "7    | {'op':'Ping','id':7}",
                "'x'  | {'id':'x','op'",
                "7    | {'op':{'id':1},'list':[{'id':2}],'id':7}",
                "null | {'op':'Ping'}",
                "null | {'id':null}",
                "null | {'id':1.5}",
                "null | {'id':{'id':1}}",
                "null | {'id':99999999999999999999}",
                "null | {'id':'\\ud800'}",
                "null | {'op':'Ping' 'id':7}",
                "null | ['id',7]",
                "null | hello"
            })
    void findsTheIdThatComesBackAndReadsNothingBehindIt(String expected, String message) {
        assertEquals(expected.replace('\'', '"'), CanonicalJson.write(UnreadId.of(message.replace('\'', '"'))));
    }

    @ParameterizedTest
    @CsvSource({"64, true", "65, false"})
    void findsAnIdAsLongAsOneMayBe(int length, boolean found) {
        String id = "x".repeat(length);

        assertEquals(found, UnreadId.of("{\"id\":\"" + id + "\"}").asText().equals(id));
    }
}
