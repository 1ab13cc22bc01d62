package org.gavel.exchange.sealing;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.SELLER;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.ExpandableArrayBuffer;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Submission;
import org.gavel.exchange.journal.ChronicleJournal;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.JournalReader;
import org.gavel.exchange.journal.envelope.BatchBuffer;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandEncoder;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.SubmitEnvelope;
import org.gavel.protocol.event.EnvelopeOpened;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.EnvelopeFault;
import org.gavel.protocol.value.EnvelopeKey;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.SealedCommitment;
import org.gavel.protocol.value.SealedPricing;
import org.gavel.protocol.value.SealedTerms;
import org.gavel.protocol.value.Title;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real journal with encrypted envelopes: what it hides, what the shares find in it, and what a replay gives. */
class SealedLotTest {
    private static final KeyDeal DEAL = KeyDeal.of(2, List.of("exchange", "regulator", "notary"));
    private static final Money A = new Money(314_159_265);
    private static final Money B = new Money(271_828_182);

    @TempDir
    private Path directory;

    private final MarketFixture market = venue();

    /** Lot 7, opened at 0, at most two envelopes a bidder; a round lasts 100 and 50 seconds. */
    @BeforeEach
    void open() {
        open(7, DEAL.key());
    }

    private void open(int lot, EnvelopeKey key) {
        SealedTerms terms = new SealedTerms(
                yuan(100), Duration.ofSeconds(100), Duration.ofSeconds(50), SealedPricing.FIRST, 2, 2, key);
        market.at(0)
                .staff(new AnnounceLot(
                        lot,
                        new Title("", "Patent"),
                        SELLER,
                        "PRIVATE_SALE",
                        yuan(20),
                        Reserve.NONE,
                        List.of(terms),
                        0,
                        OutageRule.DEFAULT));
        market.on(lot).hold(ALICE, BOB, CAROL).open();
    }

    private static int paddle(int bidder) {
        return bidder - ALICE + 1;
    }

    private static String salt(int bidder) {
        return Integer.toHexString(0x9c - bidder).repeat(32);
    }

    private static String commitment(int bidder, Money amount) {
        return SealedCommitment.of(7, paddle(bidder), amount, salt(bidder));
    }

    private MarketFixture send(int bidder, int round, Money amount) {
        String commitment = commitment(bidder, amount);
        EnvelopeAddress address = new EnvelopeAddress(7, paddle(bidder), round, commitment);
        String ciphertext = EnvelopeCipher.seal(DEAL.key(), address, new SealedOffer(amount, salt(bidder)));
        return market.by(bidder, new SubmitEnvelope(7, 0, commitment, ciphertext));
    }

    /** Writes everything so far as a node would, in one batch. */
    private Path journaled(String name) {
        Path data = directory.resolve(name);
        CommandEncoder encoder = new CommandEncoder(Sealer.NONE);
        ExpandableArrayBuffer body = new ExpandableArrayBuffer();
        BatchBuffer batch = new BatchBuffer();
        batch.begin();
        long sequence = 0;
        for (Submission one : market.submissions()) {
            int length = encoder.encode(one.origin(), one.command(), body, 0);
            batch.add(++sequence, one.time(), body, 0, length);
        }
        var end = JournalReader.read(data, (s, t, buffer, offset, length) -> {}).end();
        try (ChronicleJournal journal = ChronicleJournal.open(data, end, Durability.PROCESS, LogSettings.daily())) {
            journal.append(batch);
        }
        return data;
    }

    private static SealedLot read(Path data) {
        return SealedLot.read(data, Sealer.NONE, 7);
    }

    private static List<Finding> found(SealedLot lot) {
        lot.requireOpening();
        try (EnvelopePrivateKey key = EnvelopePrivateKey.assemble(
                lot.key(), List.of(DEAL.shares().get(0), DEAL.shares().get(2)))) {
            return lot.open(key);
        }
    }

    private void openAll(String name) {
        for (Finding finding : found(read(journaled(name)))) {
            market.staff(finding.opening().orElseThrow()).expectAccepted();
        }
    }

    private static List<byte[]> traces(int bidder, Money amount) {
        String fen = Long.toString(amount.fen());
        String yuan = amount.fen() / 100 + "." + amount.fen() % 100;
        byte[] big = ByteBuffer.allocate(8).putLong(amount.fen()).array();
        byte[] little =
                ByteBuffer.allocate(8).putLong(Long.reverseBytes(amount.fen())).array();
        byte[] saltBytes = HexFormat.of().parseHex(salt(bidder));
        return List.of(bytes(fen), bytes(yuan), big, little, bytes(salt(bidder)), saltBytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** How many of the traces stand in any file of the directory. */
    private static long count(Path data, List<byte[]> traces) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return traces.stream()
                .filter(trace -> all.indexOf(new String(trace, StandardCharsets.ISO_8859_1)) >= 0)
                .count();
    }

    @Test
    void theJournalHoldsNoAmountAndNoSaltBeforeTheOpening() throws IOException {
        send(ALICE, 1, A).expectAccepted();
        send(BOB, 1, B).expectAccepted();
        market.at(100).tick();
        Path before = journaled("before");
        assertEquals(0, count(before, traces(ALICE, A)));
        assertEquals(0, count(before, traces(BOB, B)));
        assertEquals(1, count(before, List.of(bytes(commitment(ALICE, A)))));
        openAll("opening");
        Path after = journaled("after");
        assertEquals(2, count(after, traces(ALICE, A)), "the search finds fen and salt once they are opened");
    }

    @Test
    void theReplayGivesTheSameRanking() {
        send(ALICE, 1, A);
        send(BOB, 1, A);
        send(CAROL, 1, B);
        market.at(100).tick();
        openAll("first");
        market.at(150).tick();
        market.at(250).tick();
        LotAwarded award = market.events(LotAwarded.class).get(0);
        assertEquals(new LotAwarded(7, ALICE, 1, A, 3, time(250)), award);
        List<Event> replayed = new ArrayList<>();
        JournalReader.read(
                journaled("all"),
                new AcceptedCommands(Sealer.NONE, (applied, sent) -> replayed.addAll(applied.events())));
        assertTrue(replayed.contains(award));
        assertEquals(
                List.of(ALICE, BOB, CAROL),
                replayed.stream()
                        .filter(EnvelopeOpened.class::isInstance)
                        .map(event -> ((EnvelopeOpened) event).bidder())
                        .toList());
    }

    @Test
    void whatIsAtFaultIsToldByPaddleAndStopsNoOther() {
        String commitment = commitment(ALICE, A);
        market.by(ALICE, new SubmitEnvelope(7, 0, commitment, "A".repeat(EnvelopeKey.CIPHERTEXT_LENGTH)));
        EnvelopeAddress address = new EnvelopeAddress(7, 2, 1, commitment(BOB, A));
        String other = EnvelopeCipher.seal(DEAL.key(), address, new SealedOffer(B, salt(BOB)));
        market.by(BOB, new SubmitEnvelope(7, 0, commitment(BOB, A), other));
        send(CAROL, 1, B);
        market.at(100).tick();
        List<Finding> findings = found(read(journaled("faults")));
        assertEquals(EnvelopeFault.UNDECRYPTABLE, findings.get(0).fault().orElseThrow());
        assertEquals(EnvelopeFault.MISMATCH, findings.get(1).fault().orElseThrow());
        assertEquals(B, findings.get(2).opening().orElseThrow().amount());
        assertEquals(
                List.of(1, 2, 3),
                findings.stream().map(finding -> finding.envelope().paddle()).toList());
    }

    @Test
    void theLastEnvelopeTheMarketTookCounts() {
        send(ALICE, 1, A).expectAccepted();
        send(ALICE, 1, B).expectAccepted();
        send(ALICE, 1, new Money(1_000_000)).expectRefused(RejectReason.ENVELOPES_USED_UP, 2);

        market.at(100).tick();
        SealedLot lot = read(journaled("last"));
        assertEquals(1, lot.unopened().size());
        assertEquals(B, found(lot).get(0).opening().orElseThrow().amount());
    }

    @Test
    void anEnvelopeOfAnEarlierRoundDoesNotOpenInALater() {
        send(ALICE, 1, A);
        send(BOB, 1, B);
        market.at(100).tick();
        SealedLot first = read(journaled("first"));
        SubmittedEnvelope shut = first.unopened().get(0);
        found(first).stream()
                .filter(finding -> finding.envelope().bidder() == BOB)
                .forEach(finding -> market.staff(finding.opening().orElseThrow()));
        market.at(150).tick();
        market.by(ALICE, new SubmitEnvelope(7, 0, shut.commitment(), shut.ciphertext()))
                .expectAccepted();
        market.at(250).tick();
        SealedLot second = read(journaled("second"));
        assertEquals(2, second.round());
        assertEquals(EnvelopeFault.UNDECRYPTABLE, found(second).get(0).fault().orElseThrow());
    }

    private void refuses(String sentence, SealedLot lot) {
        IllegalStateException refusal = assertThrows(IllegalStateException.class, lot::requireOpening);
        assertTrue(refusal.getMessage().contains(sentence), refusal.getMessage());
    }

    @Test
    void nothingIsOpenedOutsideTheRevealStage() {
        send(ALICE, 1, A);
        refuses("not before and not afterwards", read(journaled("early")));
        market.at(100).tick();
        openAll("opening");
        assertEquals(List.of(), read(journaled("opened")).unopened());
        market.at(150).tick();
        refuses("not before and not afterwards", read(journaled("between")));
        market.at(250).tick();
        refuses("not before and not afterwards", read(journaled("late")));
    }

    @Test
    void aTerminatedLotIsNotOpened() {
        send(ALICE, 1, A);
        market.at(100).tick();
        market.terminate().expectAccepted();
        refuses("not before and not afterwards", read(journaled("terminated")));
    }

    @Test
    void aLotWithoutAKeyIsNotOpenedByShares() {
        open(8, EnvelopeKey.NONE);
        refuses("no phase with an envelope key", SealedLot.read(journaled("plain"), Sealer.NONE, 8));
        refuses("knows no lot 9", SealedLot.read(journaled("plain2"), Sealer.NONE, 9));
    }
}
