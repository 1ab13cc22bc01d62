package org.gavel.protocol.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.reject.InvalidValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a deal's message is refused before the market sees it, by the field's name. */
class DealInputTest {
    private static final String DEAL = "{'op':'AnnounceDeal','lot':9,'title':{'en':'Deal'},'seller':3,"
            + "'rulebook':'PRIVATE_SALE','buyer':BUYER,'terms':TERMS}";
    private static final String PUBLIC = "'publicity':{'summary':'It.','objections':'In writing.'}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            0 | {'mode':'FixedPrice','price':'0'}                                              | AMOUNT_ZERO
            0 | {'mode':'FixedPrice','price':'-1'}                                             | AMOUNT_NEGATIVE
            0 | {'mode':'FixedPrice'}                                                          | MISSING_FIELD
            0 | {'mode':'FixedPrice','price':'5','deposit':'6'}                                | BAD_FIELD
            0 | {'mode':'FixedPrice','price':'5','exclusive':true,'licences':2}                | BAD_FIELD
            0 | {'mode':'FixedPrice','price':'5','licences':-1}                                | BAD_FIELD
            4 | {'mode':'FixedPrice','price':'5'}                                              | BAD_FIELD
            0 | {'mode':'Barter'}                                                              | BAD_FIELD
            0 | {'mode':'FixedPrice','price':'5','colour':'red'}                               | UNKNOWN_FIELD
            0 | {'mode':'JointPurchase','shares':0,'sharePrice':'5','until':9}                 | BAD_FIELD
            0 | {'mode':'JointPurchase','shares':1000001,'sharePrice':'5','until':9}           | BAD_FIELD
            0 | {'mode':'JointPurchase','shares':9,'sharePrice':'99999999999999','until':9}    | AMOUNT_OUT_OF_RANGE
            0 | {'mode':'JointPurchase','shares':9,'sharePrice':'5','withdrawUntil':10,'until':9} | BAD_FIELD
            4 | {'mode':'Negotiated','price':'5'}                                              | MISSING_FIELD
            4 | {'mode':'Negotiated','price':'5','publicity':{'days':14,'summary':'It.','objections':'x'}} | BAD_FIELD
            4 | {'mode':'Negotiated','price':'5','publicity':{'days':15,'summary':'It.'}}      | MISSING_FIELD
            4 | {'mode':'Negotiated','price':'5',PUBLIC,'need':3}                              | MISSING_FIELD
            0 | {'mode':'Negotiated','price':'5',PUBLIC}                                       | BAD_FIELD
            4 | {'mode':'UseFirst','price':'5','useDays':0}                                    | BAD_FIELD
            4 | {'mode':'UseFirst','price':'5','deposit':'6','useDays':1}                      | BAD_FIELD
            """)
    void termsThatCannotHoldAreRefused(int buyer, String terms, String reason) {
        String message = DEAL.replace("BUYER", Integer.toString(buyer)).replace("TERMS", terms.strip());
        assertEquals(reason, refusal(message.replace("PUBLIC", PUBLIC)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'op':'BuyNow','lot':9}                                                  | MISSING_FIELD
            {'op':'PledgeShares','lot':9,'shares':0}                                 | BAD_FIELD
            {'op':'TellInterest','lot':9,'offer':1}                                  | MISSING_FIELD
            {'op':'DecideObjection','lot':9,'objection':1,'reason':'x'}              | MISSING_FIELD
            {'op':'DecideObjection','lot':9,'objection':1,'upheld':true}             | REASON_MISSING
            {'op':'MakeOffer','lot':9,'price':'5','proposal':'x'}                    | BAD_FIELD
            {'op':'PublishDeal','lot':9,'place':'UNIT','reference':' '}              | MISSING_FIELD
            {'op':'PublishDeal','lot':9,'reference':'31'}                            | MISSING_FIELD
            {'op':'RaiseObjection','lot':9}                                          | MISSING_FIELD
            {'op':'MarkRelation','one':3,'other':3,'related':true,'reason':'x'}      | BAD_FIELD
            {'op':'EndDeal','lot':9}                                                 | REASON_MISSING
            """)
    void actsThatLackWhatTheyDecideAreRefused(String message, String reason) {
        assertEquals(reason, refusal(message.strip()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'mode':'FixedPrice','price':'5'} | 'admission':{'paddlesFixed':true,'paddleSalt':'000102030405060708090a0b0c0d0e0f'}
            {'mode':'Need'}                   | 'admission':{'exportClass':'RESTRICTED'}
            {'mode':'Need'}                   | 'objectionPeriod':'PT1H'
            {'mode':'FixedPrice','price':'5'} | 'objectionPeriod':'P3661D'
            """)
    void rulesThatDoNotFitTheModeAreRefused(String terms, String rule) {
        String message = DEAL.replace("BUYER", "0").replace("TERMS", terms.strip() + "," + rule.strip());
        assertEquals("BAD_FIELD", refusal(message));
    }

    private static String refusal(String message) {
        String json = message.replace('\'', '"');
        return assertThrows(InvalidValue.class, () -> JsonCodec.command(JsonCodec.parse(json)))
                .reason()
                .name();
    }
}
