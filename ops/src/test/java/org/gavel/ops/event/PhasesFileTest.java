package org.gavel.ops.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gavel.exchange.sealing.KeyDeal;
import org.gavel.ops.yaml.InvalidFile;
import org.gavel.ops.yaml.Problems;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.GrantPriority;
import org.gavel.protocol.value.BestBidTerms;
import org.gavel.protocol.value.ChallengeTerms;
import org.gavel.protocol.value.ClockTerms;
import org.gavel.protocol.value.ContestTerms;
import org.gavel.protocol.value.DutchTerms;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.EnvelopeKey;
import org.gavel.protocol.value.InquiryTerms;
import org.gavel.protocol.value.JapanesePrice;
import org.gavel.protocol.value.JapaneseTerms;
import org.gavel.protocol.value.LiveTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.PriorityMode;
import org.gavel.protocol.value.PriorityRule;
import org.gavel.protocol.value.ReverseRoundsTerms;
import org.gavel.protocol.value.ScoreRule;
import org.gavel.protocol.value.ScoredTerms;
import org.gavel.protocol.value.SealedPricing;
import org.gavel.protocol.value.SealedTerms;
import org.gavel.protocol.value.SharesPricing;
import org.gavel.protocol.value.SharesTerms;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;
import org.gavel.protocol.value.StepRoundsTerms;
import org.gavel.protocol.value.TimedTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lot 1 of a file: how it is sold, and who has a right of first refusal on it. */
class PhasesFileTest {
    private static final Money START = new Money(50_000_000);
    private static final List<Step> STEPS = List.of(new Step(Money.ZERO, new Money(1_000_000)));

    /** The lot is the whole of line 9. */
    private static String file(String lot) {
        return """
                event: e1
                venue: V
                rulebook: PRIVATE_SALE
                participants:
                  sellers: [{number: 501, name: S}]
                  bidders: [{number: 1001, name: B}, {number: 1002, name: C}]
                defaults: {seller: 501, deposit: 10%, increment: 1万, duration: 30s}
                lots:
                  - {number: 1, title: {zh: 一}, start: 50万,\
                """ + lot + "}\n";
    }

    private static EventFile read(String lot) {
        return EventFile.of(Path.of("f"), file(lot).getBytes(StandardCharsets.UTF_8), new Problems());
    }

    private static AnnounceLot announced(String lot) throws InvalidFile {
        return read(lot).plan().lots().get(0).terms();
    }

    private static void expectPhase(String keys, PhaseTerms expected) throws InvalidFile {
        assertEquals(List.of(expected), announced(keys).phases());
        assertEquals(List.of(expected), announced("phases: [{" + keys + "}]").phases());
    }

    private static void expect(String lot, String... problems) {
        List<String> found = read(lot).problems().stream()
                .map(problem -> problem.in(Path.of("f")).substring(2))
                .toList();
        assertEquals(problems.length, found.size(), found.toString());
        for (int i = 0; i < problems.length; i++) {
            assertTrue(found.get(i).startsWith(problems[i]), found.get(i));
        }
    }

    @Test
    void readsEveryMechanismInShortAndInTheList() throws InvalidFile {
        Duration minute = Duration.ofMinutes(1);
        expectPhase(
                "mechanism: timed, cycle: 60s, hardStop: 2m, maxMultiple: 3, leaderMayRaise: true",
                new TimedTerms(START, STEPS, false, 3, minute, minute.multipliedBy(2), true));
        expectPhase(
                "mechanism: stepRounds, step: 2万, round: 60s, allowSelfRaise: true",
                new StepRoundsTerms(START, new Money(2_000_000), minute, Duration.ZERO, Duration.ZERO, true));
        expectPhase(
                "mechanism: japanese, step: 2万, levels: 9, tick: 60s, price: lastTwo",
                new JapaneseTerms(START, new Money(2_000_000), 9, minute, JapanesePrice.LAST_TWO));
        expectPhase(
                "mechanism: dutch, stages: 9, stage: 60s, decrement: 0.25%",
                new DutchTerms(START, 9, minute, 25, Money.ZERO));
        expectPhase(
                "mechanism: DUTCH, stages: 9, stage: 60s, decrement: 5万",
                new DutchTerms(START, 9, minute, 0, new Money(5_000_000)));
        expectPhase(
                "mechanism: sealed, submission: 60s, reveal: 60s, rounds: 3",
                new SealedTerms(START, minute, minute, SealedPricing.FIRST, 0, 3));
        expectPhase(
                "mechanism: reverseRounds, minStep: 1万, initial: 60s, pauses: [60s, 0s], turn: 60s",
                new ReverseRoundsTerms(
                        START, false, new Money(1_000_000), minute, List.of(minute, Duration.ZERO), minute));
        expectPhase(
                "mechanism: liveCalls, callGap: 60s, maxDuration: 60s, anyRaise: true",
                new LiveTerms(START, STEPS, true, 0, false, minute, Duration.ZERO, minute, Duration.ZERO));
        expectPhase(
                "mechanism: shares, units: 40, minUnits: 2, pricing: uniform, askFor: 60s",
                new SharesTerms(40, START, 2, Duration.ofSeconds(30), SharesPricing.UNIFORM, minute));
        expectPhase(
                "mechanism: clock, units: 10, riseBasisPoints: 1000, round: 60s",
                new ClockTerms(10, START, 1000, minute));
    }

    @Test
    void readsWhatAPanelsScoresDecide() throws InvalidFile {
        Duration minute = Duration.ofMinutes(1);
        ScoreRule scores = new ScoreRule(6000, 4000, 5000, minute, 2);
        String said = "scores: {priceWeight: 6000, qualityWeight: 4000, minQuality: 5000, scoring: 60s, extensions: 2}";
        expectPhase(
                "mechanism: scored, submission: 60s, reveal: 60s, minBidders: 3, " + said,
                new ScoredTerms(START, minute, minute, scores, 3));
        expectPhase(
                "mechanism: challenge, submission: 60s, reveal: 60s, maxAwards: 2, minScore: 6000, " + said,
                new ChallengeTerms(START, minute, minute, scores, 1, 2, 6000));
        expectPhase(
                "mechanism: contest, rounds: 3, round: 60s, " + said, new ContestTerms(START, scores, 3, minute, 1));
    }

    @Test
    void aPercentageDepositOfADividedLotIsTakenOfAllItsUnits() throws InvalidFile {
        AnnounceLot lot = announced("mechanism: clock, units: 10, riseBasisPoints: 1000, round: 60s");
        assertEquals(START, lot.deposit());
    }

    @Test
    void readsTheEnvelopeKeyFromAFileBesideTheEventFile(@TempDir Path directory) throws InvalidFile, IOException {
        EnvelopeKey key = KeyDeal.of(2, List.of("exchange", "notary")).key();
        Files.createDirectory(directory.resolve("key"));
        Files.writeString(directory.resolve("key/envelope-key.json"), CanonicalJson.write(JsonCodec.tree(key)));
        Path event = directory.resolve("event.yaml");
        Files.writeString(
                event, file("mechanism: sealed, submission: 60s, reveal: 60s, envelopeKey: key/envelope-key.json"));
        SealedTerms terms = (SealedTerms)
                EventFile.read(event).plan().lots().get(0).terms().phases().get(0);
        assertEquals(key, terms.envelopeKey());
        Files.writeString(directory.resolve("key/envelope-key.json"), "{\"publicKey\":\"x\"}");
        String problem = EventFile.read(event).problems().get(0).in(Path.of("f"));
        assertTrue(
                problem.startsWith("f:9: lots[1].envelopeKey: \"key/envelope-key.json\" is none: envelopeKey."),
                problem);
    }

    @Test
    void aPhaseTakesWhatItDoesNotSayFromTheDefaultsAndTheLotsStart() throws InvalidFile {
        Duration half = Duration.ofSeconds(30);
        List<PhaseTerms> phases = announced(
                        "phases: [{mechanism: english}, {mechanism: inquiry}, {mechanism: timed, start: 60万, cycle: 30s}]")
                .phases();
        assertEquals(
                List.of(
                        new EnglishTerms(START, STEPS, false, 0, half, SoftClose.NONE, false),
                        new InquiryTerms(half),
                        new TimedTerms(new Money(60_000_000), STEPS, false, 0, half, Duration.ZERO, false)),
                phases);
    }

    @Test
    void readsAHybridThatEndsWithTheClocksWinner() throws InvalidFile {
        List<PhaseTerms> phases = announced("phases: [{mechanism: dutch, stages: 9, stage: 1s, decrement: 1%},"
                        + " {mechanism: sealed, submission: 1s, reveal: 1s}, {mechanism: bestBid}]")
                .phases();
        assertEquals(new BestBidTerms(Duration.ofSeconds(30)), phases.get(2));
    }

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            mechanism: auction | lots[1].mechanism: "auction" must be one of english, proxy, timed, inquiry
            mechanism: bestBid | lots[1].mechanism: must come directly after sealed phases
            mechanism: inquiry | lots[1].mechanism: must come directly after english
            mechanism: timed | lots[1].cycle: is missing; write a duration
            mechanism: timed, cycle: 0s | lots[1].cycle: must be longer than 0s
            mechanism: timed, cycle: 9s, hardStop: 8s | lots[1].hardStop: must not be shorter than the cycle
            mechanism: japanese, step: 1, levels: 0, tick: 1s, price: atStop | lots[1].levels: "0" must be a whole number
            mechanism: japanese, step: 1, levels: 1, tick: 1s, price: low | lots[1].price: "low" must be one of atStop, lastTwo
            mechanism: dutch, stages: 9, stage: 1s, decrement: 0% | lots[1].decrement: "0%" must be above zero
            mechanism: dutch, stages: 9, stage: 1s, decrement: 20% | lots[1].decrement: must lower every price
            mechanism: dutch, stages: 9, stage: 1s, decrement: 1.234% | lots[1].decrement: "1.234%" must be from 0.01%
            mechanism: sealed, submission: 1s, reveal: 1s, rounds: 2, pricing: second | lots[1].pricing: must be FIRST
            mechanism: sealed, submission: 1s, reveal: 1s, cycle: 1s | lots[1].cycle: does not go with mechanism: sealed
            mechanism: proxy, anyRaise: true | lots[1].anyRaise: does not go with mechanism: proxy; leave it out
            mechanism: reverseRounds, minStep: 1, initial: 1s, turn: 1s | lots[1].pauses: must be a list of durations
            mechanism: shares, units: 0, askFor: 1s | lots[1].units: "0" must be a whole number from 1 to 1000000000000
            mechanism: shares, units: 4, minUnits: 5, askFor: 1s | lots[1].minUnits: must be from 1 to 4
            mechanism: clock, units: 1000000000, riseBasisPoints: 1, round: 1s | lots[1].start: must be at most
            mechanism: clock, units: 1, riseBasisPoints: 0, round: 1s | lots[1].riseBasisPoints: "0" must be a whole number
            mechanism: contest, rounds: 1, round: 1s | lots[1].scores: is missing; write a block such as
            mechanism: contest, rounds: 1, round: 1s, scores: {priceWeight: 1, qualityWeight: 2, scoring: 1s} | lots[1].scores.qualityWeight: must make 10000
            mechanism: contest, rounds: 1, round: 1s, scores: {priceWeight: 6000, qualityWeight: 4000, scoring: 0s} | lots[1].scores.scoring: must
            mechanism: contest, rounds: 1, round: 1s, scores: {priceWeight: 6000, qualityWeight: 4000, scoring: 1s, panel: 3} | lots[1].scores.panel: is not a key here
            mechanism: sealed, submission: 1s, reveal: 1s, envelopeKey: absent.json | lots[1].envelopeKey: "absent.json" is not there
            phases: [{mechanism: english}, {mechanism: clock, units: 1, riseBasisPoints: 1, round: 1s}] | lots[1].phases[2].mechanism: must be the lot's only phase
            mechanism: shares, units: 4, askFor: 1s, priority: {mode: withinBidding} | lots[1].priority: does not go with several winners
            phases: [] | lots[1].phases: must be a list of phases
            phases: [{cycle: 9s}] | lots[1].phases[1].mechanism: is missing; write one of english
            phases: [{mechanism: english, start: 1}] | lots[1].phases[1].start: does not go in the first phase
            phases: [{mechanism: english}, {mechanism: inquiry, start: 1}, {mechanism: timed, cycle: 1s}] | lots[1].phases[2].start: does not go with mechanism: inquiry
            phases: [{mechanism: english, cycel: 9s}] | lots[1].phases[1].cycel: is not a key here; allowed are
            phases: [{mechanism: english}], increment: 2万 | lots[1].increment: stands beside phases
            phases: [{mechanism: english}], mechanism: english | lots[1].mechanism: stands beside phases
            phases: [{mechanism: english}, {mechanism: inquiry}] | lots[1].phases[2].mechanism: must come directly before timed
            phases: [{mechanism: english}, {mechanism: dutch, stages: 2, stage: 1s, decrement: 1%}] | lots[1].phases[2].mechanism: must be the first phase
            mechanism: dutch, stages: 3, stage: 1s, decrement: 10%, reserve: {amount: 39万} | lots[1].reserve.amount: of 390,000.00 yuan is below the clock's last price of 400,000.00
            mechanism: reverseRounds, minStep: 1, initial: 1s, pauses: [1s], turn: 1s, reserve: {amount: 51万} | lots[1].reserve.amount: of 510,000.00 yuan is above the ceiling
            """)
    void contradictionsAreNamedWithTheirLine(String lot, String problem) {
        expect(lot, "9: " + problem);
    }

    @Test
    void readsWhoMayMatchAndOfWhichRank() throws InvalidFile {
        String lot = "priority: {mode: inquiryAfter, askFor: 60s, singleUse: true, holders: ["
                + "{participant: 1002, rank: 1, basis: b}, {participant: 1001, rank: 0, basis: a}]}";
        PriorityRule rule = new PriorityRule(PriorityMode.INQUIRY_AFTER, Duration.ofMinutes(1), true);
        assertEquals(rule, announced(lot).priority());
        assertEquals(
                List.of(new GrantPriority(1, 1002, 1, "b"), new GrantPriority(1, 1001, 0, "a")),
                read(lot).plan().lots().get(0).grants());
        assertEquals(
                List.of(new GrantPriority(101, 1002, 1, "b"), new GrantPriority(101, 1001, 0, "a")),
                read(lot).plan().again(100).lots().get(0).grants());
        assertEquals(PriorityRule.NONE, announced("priority: none").priority());
    }

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {mode: first} | .mode: "first" must be one of none, withinBidding, inquiryAfter, inquiryThenBidding
            {mode: withinBidding, askFor: 9s} | .askFor: has no meaning where nobody is asked
            {mode: inquiryAfter} | .askFor: is missing
            {mode: inquiryAfter, askFor: 0s} | .askFor: must be longer than 0s
            {mode: withinBidding, holders: [{participant: 1001, basis: a}]} | .holders[1].rank: is missing
            {mode: withinBidding, holders: [{participant: 1003, rank: 0, basis: a}]} | .holders[1].participant: 1003 is not among
            {mode: withinBidding, holders: [{participant: 1001, rank: 0, basis: a}, {participant: 1001, rank: 1, basis: a}]} | .holders[2].participant: 1001 holds a right
            {mode: none, holders: [{participant: 1001, rank: 0, basis: a}]} | .holders: does not go with mode: none
            {mode: withinBidding, rank: 1} | .rank: is not a key here
            """)
    void badPrioritiesAreNamedWithTheirLine(String priority, String problem) {
        expect("priority: " + priority, "9: lots[1].priority" + problem);
    }

    @Test
    void namesAPriorityTheMechanismCannotExercise() {
        expect(
                "mechanism: sealed, submission: 1s, reveal: 1s, priority: {mode: withinBidding}",
                "9: lots[1].priority: does not fit the phases. Let prices rise");
    }

    @Test
    void phasesOfTheDefaultsHoldForLotsThatNameNoMechanism() throws InvalidFile {
        String text = file("reserve: none")
                .replace("duration: 30s}", "duration: 30s, phases: [{mechanism: inquiry}]}")
                .replace("{mechanism: inquiry}", "{mechanism: sealed, submission: 1s, reveal: 1s}");
        EventFile file = EventFile.of(Path.of("f"), text.getBytes(StandardCharsets.UTF_8), new Problems());
        assertEquals(
                SealedTerms.class,
                file.plan().lots().get(0).terms().phases().get(0).getClass());
        String own = text.replace("reserve: none", "mechanism: english");
        EventFile other = EventFile.of(Path.of("f"), own.getBytes(StandardCharsets.UTF_8), new Problems());
        assertEquals(
                EnglishTerms.class,
                other.plan().lots().get(0).terms().phases().get(0).getClass());
    }
}
