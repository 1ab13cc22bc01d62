package org.gavel.ops.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gavel.protocol.codec.json.JsonCodec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of docs/examples give what the references they cite say: market-rules 1A and 5, auction-mechanisms 2.2 to 2.14. */
class SimulationExamplesTest {
    private static final Path EXAMPLES =
            Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."), "docs", "examples");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            MR-T13 | DEPOSIT_TOO_LOW DEPOSIT_TOO_HIGH
            MR-T30 | passed:NO_BID RELIST_CUT_TOO_DEEP passed:NO_BID
            MR-T31 | START_BELOW_APPRAISAL NOTICE_TOO_SHORT passed:NO_BID APPROVAL_MISSING
            MR-T14 | BELOW_START 200000000 OFF_INCREMENT 210000000 NOT_HIGHER 240000000 300000000 sold:300000000
            MR-T16 | 200000000 ALREADY_LEADING 220000000 230000000 sold:230000000
            MR-T17 | 200000000 BID_IRREVOCABLE 210000000 sold:210000000
            MR-T18 | 200000000 210000000 220000000 to:15:02:30 230000000 to:15:04:59.999 sold:230000000 LOT_CLOSED
            MR-T19 | 200000000 sold:200000000 LOT_CLOSED
            AM-E1 | 100 200 300 to:1299 400 to:1300 OFF_INCREMENT 500 to:1599 sold:500 LOT_CLOSED
            MR-T21 | 100 to:15:05 200 to:15:10 300 to:15:15 400 500 sold:500
            AM-E2 | 100 200 to:1300 300 sold:300
            AM-E3 | 100 200 to:1090 300 sold:300
            AM-P1 | 300 700 sold:700
            AM-P2 | 10000 25000 BELOW_INCREMENT 25500 26000 30500 sold:30500
            AM-P3 | 5000 10000 15000 15100 sold:15100
            AM-E4 | 100 to:1200 200 to:1490 300 to:1780 400 to:1800 sold:400
            AM-D1 | STAGE_PASSED OFF_LEVEL 2000000 sold:2000000 LOT_CLOSED
            AM-D2 | STAGE_PASSED STAGE_PASSED STAGE_PASSED STAGE_PASSED 32001 sold:32001
            AM-D3 | 6300000 6300000 6300000 NOT_YOUR_PHASE 7000001 7000000 sold:7000001 sold:7000000 sold:7000000
            AM-R1 | 47500000 NOT_YOUR_TURN 44000000 TOO_HIGH 40000000 36500000 sold:36500000 LOT_CLOSED
            AM-F1 | 200 OFF_INCREMENT 220 250 LIMITED@260 260 to:3880 270 to:4059 sold:270 LOT_CLOSED
            AM-F2 | 220 INQUIRY@220 sold:220
            MR-T20 | 220 LIMITED@230 sold:220
            MR-T22 | 200 210 INQUIRY@210 NO_LISTING_QUOTE LIMITED@220 NO_LISTING_QUOTE INQUIRY_MISSED 220 to:4252 sold:220
            AM-T1 | ROUND@70000 140000 PAUSE@175000 ROUND@175000 175000 PAUSE@210000 ROUND@210000 sold:175000
            AM-T2 | ROUND@70000 140000 PAUSE@175000 ROUND@175000 175000 PAUSE@210000 ROUND@210000 sold:175000
            AM-J1 | LEVEL@100 100 LEVEL@110 110 NOT_LEVEL LEVEL@120 120 LEVEL@130 130 sold:130
            AM-J2 | LEVEL@100 100 LEVEL@110 110 LEVEL@120 120 LEVEL@130 sold:120
            AM-X1 | 250 250 OUTRANKED 250 260 260 to:1200 sold:260
            AM-X2 | 250 ASK@250 250 ASK@260 260 ASK@260 sold:260
            MR-T23 | 300000000 300000000 OFF_INCREMENT sold:300000000
            MR-T24 | PRIORITY_FIRST 300000000 NO_PRIORITY 300000000 ALREADY_LEADING 310000000 PRIORITY_USED sold:310000000
            MR-T25 | 300000000 300000000 OUTRANKED OUTRANKED sold:300000000
            AM-H1 | 100 110 CALL_RESET sold:110
            AM-H2 | 100 sold:100 LOT_CLOSED
            GROUP | 100 to:1059 to:1059 50 to:1118 to:1118 sold:100 sold:50
            PACKAGE | 500000000 sold:500000000
            VOID | 100 sold:100 APPROVER_NEEDED SAME_APPROVER void:100 100 void:0 LOT_CLOSED
            CONNECTIVITY | 100 paused:CONNECTIVITY LOT_PAUSED sold:100 NOT_WATCHED
            AM-S1 | SEALED@0 WRONG_PHASE WRONG_PHASE REVEAL@0 ENVELOPE_MISMATCH sold:35000
            SEALED-KEY | SEALED@0 ENVELOPE_NOT_ENCRYPTED REVEAL@0 APPROVER_NEEDED forfeited:2 sold:32000
            MR-T46 | CONSIGNOR_BID CONSIGNOR_BID STAFF_BID AGENT_BID 200000000 sold:200000000
            MR-T48 | EXPORT_LICENCE_MISSING NOT_QUALIFIED 110 120 EXPORT_FORBIDDEN 140 sold:110 sold:120 sold:140
            AM-K1 | LEVEL@100 wanted:15 LEVEL@110 wanted:15 LEVEL@121 wanted:11 LEVEL@133 wanted:10 sold:4@125 sold:4@125 sold:2@125 LEVEL@100 wanted:15 LEVEL@110 wanted:15 LEVEL@121 wanted:11 LEVEL@133 wanted:10 sold:4@121 sold:4@121 sold:2@121
            AM-Q1 | SEALED@5000 sold:400@11500 sold:300@11500 sold:300@11500 SEALED@5000 sold:400@12000 sold:300@11500 sold:300@11500
            AM-Q2 | SEALED@5000 rest:100 ASK@11500 rest:100 ASK@10000 sold:400@11500 sold:300@11500 sold:100@10000
            MR-T50 | SEALED@0 REVEAL@0 sold:100000000
            AM-W1 | SEALED@10000 SCORES_FIRST SCORING@10000 APPROVER_NEEDED SCORES_FIRST REVEAL@10000 SCORES_FIXED 2:900000 3:860000 1:840000 sold:90000
            MR-T49 | SCORING@100000000 SCORES_FIRST ROUND@100000000 1:932000 2:910000 ROUND@100000000 1:940000 2:905833 ROUND@100000000 TOO_HIGH 1:931304 2:910000 sold:92000000
            AM-U1 | CALL 250@102 50@102 200@102 cross:500@102:-50 CONTINUOUS
            BOOK | CONTINUOUS 4@1000 6@1000 end:REMAINDER end:UNFILLABLE POST_ONLY_TRADES end:SELF_TRADE 5@1020 end:CANCELLED end:MASS_CANCELLED end:DISCONNECTED MONEY_INSUFFICIENT UNITS_INSUFFICIENT OFF_TICK PRICE_TOO_HIGH ORDER_UNKNOWN CID_CONFLICT end:EXPIRED
            BOOK-DAY | CLOSED BOOK_CLOSED CALL NOT_IN_CALL 30@1010 cross:30@1010:10 CONTINUOUS CALL 10@1150 cross:10@1150:0 CONTINUOUS HALTED BOOK_HALTED CALL cross:0@0:0 CONTINUOUS CALL 5@1150 cross:5@1150:0 CLOSED end:DAY_CLOSED BOOK_CLOSED
            BOOK-BAND | CALL CALL 5@1050 cross:5@1050:0 CONTINUOUS CALL CALL 5@1200 cross:5@1200:0 CLOSED BOOK_CLOSED
            MR-T29 | NO_AGREEMENT_DUE due:46000000 APPROVER_NEEDED closed:AGREED sold:46000000 due:44000000 closed:AGREED sold:44000000
            MR-T32 | CYCLE_TOO_SHORT DISCLOSURE_TOO_SHORT suspended:10 LISTING_SUSPENDED resumed:2026-04-08 until:2026-04-03 closed:NO_PARTY passed:NO_PARTY closed:NO_PARTY passed:NO_PARTY
            MR-T35-LISTING | DECLARED_PARTY_UNMARKED due:44000000 closed:AGREED sold:44000000
            LISTING | LOT_LISTED INTENTION_EXISTS lapsed:3 PLACE_LOST closed:COMPETITION 44000000 48000000 QUALIFICATION_REFUSED 50000000 to:18:03 sold:50000000
            QUOTES | QUOTE_BELOW_LIST quote:50000000 QUOTE_OFF_STEP quote:55000000 quote:55000000 quote:56000000 until:2026-03-27 closed:COMPETITION sold:56000000 LISTING_OVER
            RELIST | closed:NO_PARTY passed:NO_PARTY APPROVAL_MISSING closed:COMPETITION 950000000 sold:950000000
            AM-M14 | SEALED@100000000 PROPOSAL_FIRST SCORING@100000000 REVEAL@100000000 NOT_ADMITTED 1:855000 3:844000 2:790000 sold:80000000 sold:90000000
            MR-T34 | public:2026-03-17 public:2026-03-17 sold:80000000 blocked:1 APPROVER_NEEDED sold:80000000
            MR-T35 | public:2026-03-17 RELATED_PARTY_UNMARKED RELATED_PARTY_UNMARKED public:2026-03-17 sold:80000000 blocked:1 terminated:3
            OBJECTIONS | public:2026-03-17 public:2026-03-17 OBJECTED_ALREADY OBJECTOR_IS_PARTY blocked:2 withheld:2 PARTICIPANT_BARRED OBJECTIONS_CLOSED BUYER_NOT_ADMITTED OBJECTION_UNKNOWN sold:80000000 sold:80000000
            VOID-DEAL | sold:60000 sold:60000 ended:SOLD_OUT APPROVER_NEEDED void:60000 NOTHING_TO_VOID sold:2@1000 sold:1@1000 void:2000 OBJECTIONS_OVER
            MR-T48-DEAL | EXPORT_FORBIDDEN EXPORT_LICENCE_MISSING sold:60000 BUYER_NOT_ADMITTED public:2026-03-17 NOT_QUALIFIED sold:60000 sold:80000000 DEAL_ENDED
            FIXED-PRICE | sold:60000 BOUGHT_ALREADY CONSIGNOR_BID OFF_PRICE sold:60000 ended:SOLD_OUT SOLD_OUT sold:30000 ended:SOLD_OUT SOLD_OUT
            JOINT-PURCHASE | SHARES_TAKEN PLEDGE_BINDING moved:100000000 moved:100000000 passed:TARGET_MISSED sold:4@1000 sold:3@1000 sold:3@1000
            MATCHED-NEED | OFFER_UNKNOWN NOT_MATCHED match:9+1 match:1+9 NOT_MATCHED ended:HANDED_OVER public:2026-03-17 sold:45000000
            USE-FIRST | NOT_A_PARTY passed:NOT_CONVERTED sold:30000000 passed:NOT_CONVERTED DEAL_ENDED
            """)
    void everyExampleGivesWhatItsReferenceSays(String example, String expected) throws IOException {
        List<String> told = new ArrayList<>();
        Simulation simulation = new Simulation(line -> tell(example, line).ifPresent(told::add));
        Files.readAllLines(EXAMPLES.resolve(example + ".jsonl")).forEach(simulation::line);
        simulation.finish();
        assertEquals(expected, String.join(" ", told));
        assertEquals(0, simulation.refusedLines());
    }

    private static Optional<String> tell(String example, String line) {
        ObjectNode event = JsonCodec.parse(line);
        return switch (event.path("event").asText()) {
            case "BidAccepted" -> Optional.of(event.path("amount").asText());
            case "CommandRejected" -> Optional.of(event.path("reason").asText());
            case "LotExtended" ->
                Optional.of("to:" + time(event.path("closesAt").asLong()));
            case "OfferScored" ->
                Optional.of(event.path("paddle").asText() + ":"
                        + event.path("score").asText());
            case "DepositForfeited" ->
                Optional.of("forfeited:" + event.path("participant").asText());
            case "PublicityBegun" -> Optional.of("public:" + event.path("last").asText());
            case "AwardBlocked" -> Optional.of("blocked:" + event.path("open").asText());
            case "AwardWithheld" -> Optional.of("withheld:" + event.path("lot").asText());
            case "DealMoved" -> Optional.of("moved:" + event.path("by").asText());
            case "DealEnded" -> Optional.of("ended:" + event.path("cause").asText());
            case "OfferMatched" ->
                Optional.of("match:" + event.path("participant").asText() + "+"
                        + event.path("other").asText());
            case "LotTerminated" ->
                Optional.of("terminated:" + event.path("lot").asText());
            case "LotPassed" -> Optional.of("passed:" + event.path("cause").asText());
            case "StageOpened" -> stage(example, event);
            case "LotVoided" -> Optional.of("void:" + event.path("amount").asText());
            case "LotPaused" -> Optional.of("paused:" + event.path("cause").asText());
            case "LotAwarded" -> Optional.of("sold:" + sold(event));
            case "RemainderOffered" -> Optional.of("rest:" + event.path("units").asText());
            case "OrdersTraded" ->
                Optional.of(event.path("quantity").asText() + "@"
                        + event.path("price").asText());
            case "OrderEnded" -> Optional.of("end:" + event.path("cause").asText());
            case "BookPhaseBegun" -> Optional.of(event.path("phase").asText());
            case "BookCrossed" ->
                Optional.of("cross:" + event.path("volume").asText() + "@"
                        + event.path("price").asText() + ":"
                        + event.path("imbalance").asText());
            case "DemandTold" -> Optional.of("wanted:" + event.path("demand").asText());
            default -> listing(event);
        };
    }

    private static Optional<String> listing(ObjectNode event) {
        return switch (event.path("event").asText()) {
            case "AgreementDue" -> Optional.of("due:" + event.path("price").asText());
            case "IntentionLapsed" ->
                Optional.of("lapsed:" + event.path("number").asText());
            case "ListingClosed" ->
                Optional.of("closed:" + event.path("outcome").asText());
            case "ListingExtended" ->
                Optional.of("until:" + event.path("lastDay").asText());
            case "ListingQuoted" -> Optional.of("quote:" + event.path("amount").asText());
            case "ListingResumed" ->
                Optional.of("resumed:" + event.path("lastDay").asText());
            case "ListingSuspended" ->
                Optional.of("suspended:" + event.path("daysLeft").asText());
            default -> Optional.empty();
        };
    }

    private static String sold(ObjectNode award) {
        JsonNode share = award.path("share");
        return share.path("units").asLong() == 0
                ? award.path("amount").asText()
                : share.path("units").asText() + "@" + share.path("unitPrice").asText();
    }

    /** The clock's many levels and the turns are told by their bids. */
    private static Optional<String> stage(String example, ObjectNode event) {
        boolean isLong = example.startsWith("AM-D") || example.startsWith("AM-R") || example.equals("RELIST");
        return isLong
                ? Optional.empty()
                : Optional.of(
                        event.path("kind").asText() + "@" + event.path("price").asText());
    }

    /** Seconds since 1970 where they are few, else the time of day in Beijing. */
    private static String time(long micros) {
        boolean early = micros < 1_000_000_000_000L;
        return early
                ? Long.toString(micros / 1_000_000)
                : java.time.Instant.EPOCH
                        .plus(micros, java.time.temporal.ChronoUnit.MICROS)
                        .atOffset(java.time.ZoneOffset.ofHours(8))
                        .toLocalTime()
                        .toString();
    }
}
