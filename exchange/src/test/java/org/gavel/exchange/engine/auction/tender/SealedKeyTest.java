package org.gavel.exchange.engine.auction.tender;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.CLERK;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.SELLER;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Submission;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.OpenEnvelope;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.SubmitEnvelope;
import org.gavel.protocol.command.VoidEnvelope;
import org.gavel.protocol.event.DepositForfeited;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.EnvelopeOpened;
import org.gavel.protocol.event.EnvelopeVoided;
import org.gavel.protocol.event.ForfeitCause;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.EnvelopeFault;
import org.gavel.protocol.value.EnvelopeKey;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.SealedCommitment;
import org.gavel.protocol.value.SealedPricing;
import org.gavel.protocol.value.SealedTerms;
import org.gavel.protocol.value.Title;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Envelopes encrypted to a key in shares: who must encrypt, who answers for what stays shut. */
final class SealedKeyTest {
    private static final int COLLEAGUE = 501;
    private static final Money DEPOSIT = yuan(20);
    private static final String CIPHERTEXT = "A".repeat(EnvelopeKey.CIPHERTEXT_LENGTH);
    private static final EnvelopeKey KEY = new EnvelopeKey(
            "BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU",
            2,
            List.of("exchange", "regulator", "notary"));

    private final MarketFixture market = venue();

    @BeforeEach
    void open() {
        open(KEY, 1);
    }

    /** Lot 7, opened at 0; a round lasts 100 and 50 seconds. */
    private void open(EnvelopeKey key, int rounds) {
        SealedTerms terms = new SealedTerms(
                yuan(100), Duration.ofSeconds(100), Duration.ofSeconds(50), SealedPricing.FIRST, 0, rounds, key);
        int lot = key.equals(KEY) && rounds == 1 ? 7 : 8;
        market.at(0)
                .staff(new AnnounceLot(
                        lot,
                        new Title("", "Patent"),
                        SELLER,
                        "PRIVATE_SALE",
                        DEPOSIT,
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
        return Integer.toHexString(0x10 + bidder).repeat(32);
    }

    private MarketFixture send(int bidder, Money amount) {
        return send(bidder, amount, CIPHERTEXT);
    }

    private MarketFixture send(int bidder, Money amount, String ciphertext) {
        String commitment = SealedCommitment.of(7, paddle(bidder), amount, salt(bidder));
        return market.by(bidder, new SubmitEnvelope(7, 0, commitment, ciphertext));
    }

    private MarketFixture opened(int bidder, Money amount) {
        return market.staff(new OpenEnvelope(7, bidder, amount, salt(bidder)));
    }

    private MarketFixture approved(long approver, Command command) {
        Origin origin = new Origin(CLERK, approver, ClientId.NONE, 0, 0, 0, Role.CLERK, Channel.CONSOLE);
        return market.apply(new Submission(market.market().time(), origin, command));
    }

    private static VoidEnvelope voids(int bidder) {
        return new VoidEnvelope(7, bidder, EnvelopeFault.UNDECRYPTABLE, REASON);
    }

    private LotAwarded award() {
        return market.events(LotAwarded.class).get(0);
    }

    @Test
    void anEnvelopeThatIsNotEncryptedIsRefused() {
        send(ALICE, yuan(200), "")
                .expectRefused(RejectReason.ENVELOPE_NOT_ENCRYPTED, 164)
                .expectNothingChanged();
        send(ALICE, yuan(200), "A".repeat(160)).expectRefused(RejectReason.ENVELOPE_NOT_ENCRYPTED, 164);
        send(ALICE, yuan(200), "A".repeat(168)).expectRefused(RejectReason.ENVELOPE_NOT_ENCRYPTED, 164);
        send(ALICE, yuan(200)).expectAccepted();
    }

    @Test
    void theKeyholdersOpenAndTheHighestWins() {
        send(ALICE, yuan(200));
        send(BOB, yuan(300));
        market.at(100).tick();
        opened(ALICE, yuan(200)).expect(new EnvelopeOpened(7, ALICE, 1, yuan(200), true));
        opened(BOB, yuan(300)).expect(new EnvelopeOpened(7, BOB, 2, yuan(300), true));
        market.at(150).tick();
        assertEquals(new LotAwarded(7, BOB, 2, yuan(300), 2, time(150)), award());
    }

    /** 电子招标投标办法 art. 31: not opened through others' fault counts as withdrawn, and the other openings go on. */
    @Test
    void anEnvelopeTheHoldersLeaveShutCostsItsBidderNothing() {
        send(ALICE, yuan(900));
        send(BOB, yuan(300));
        market.at(100).tick();
        opened(BOB, yuan(300));
        market.at(150)
                .tick()
                .expect(
                        new LotAwarded(7, BOB, 2, yuan(300), 1, time(150)),
                        new DepositReleased(7, ALICE, DEPOSIT),
                        new DepositReleased(7, CAROL, DEPOSIT));
        assertEquals(List.of(), market.events(DepositForfeited.class));
    }

    @Test
    void theBidderMayOpenWhatTheHoldersDoNot() {
        send(ALICE, yuan(900));
        market.at(100).tick();
        market.by(ALICE, new OpenEnvelope(7, 0, yuan(900), salt(ALICE))).expectAccepted();
        market.at(150).tick();
        assertEquals(ALICE, award().winner());
    }

    /** 电子招标投标办法 art. 31: not opened through the bidder's fault counts as revoked, which costs the deposit. */
    @Test
    void aVoidEnvelopeForfeitsTheDepositWhenTheStageCloses() {
        send(ALICE, yuan(900));
        send(BOB, yuan(300));
        market.at(100).tick();
        approved(COLLEAGUE, voids(ALICE)).expect(new EnvelopeVoided(7, ALICE, 1, EnvelopeFault.UNDECRYPTABLE, REASON));
        opened(BOB, yuan(300));
        market.at(150)
                .tick()
                .expect(
                        new DepositForfeited(7, ALICE, DEPOSIT, ForfeitCause.NO_REVEAL),
                        new LotAwarded(7, BOB, 2, yuan(300), 1, time(150)),
                        new DepositReleased(7, CAROL, DEPOSIT));
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    @Test
    void aVoidEnvelopeItsBidderOpensCounts() {
        send(ALICE, yuan(900));
        market.at(100).tick();
        approved(COLLEAGUE, voids(ALICE)).expectAccepted();
        market.by(ALICE, new OpenEnvelope(7, 0, yuan(900), salt(ALICE))).expectAccepted();
        market.at(150).tick();
        assertEquals(ALICE, award().winner());
        assertEquals(List.of(), market.events(DepositForfeited.class));
    }

    @Test
    void nobodyVoidsAlone() {
        send(ALICE, yuan(900));
        market.at(100).tick();
        approved(0, voids(ALICE)).expectRefused(RejectReason.APPROVER_NEEDED).expectNothingChanged();
        approved(CLERK, voids(ALICE)).expectRefused(RejectReason.SAME_APPROVER).expectNothingChanged();
    }

    @Test
    void onlyAShutEnvelopeOfTheRoundIsVoided() {
        send(ALICE, yuan(900));
        send(BOB, yuan(300));
        approved(COLLEAGUE, voids(ALICE))
                .expectRefused(RejectReason.WRONG_PHASE)
                .expectNothingChanged();
        market.at(100).tick();
        approved(COLLEAGUE, voids(CAROL)).expectRefused(RejectReason.ENVELOPE_MISSING);
        opened(BOB, yuan(300));
        approved(COLLEAGUE, voids(BOB)).expectRefused(RejectReason.ENVELOPE_OPENED);
        approved(COLLEAGUE, voids(ALICE)).expectAccepted();
        approved(COLLEAGUE, voids(ALICE))
                .expectRefused(RejectReason.ENVELOPE_VOIDED)
                .expectNothingChanged();
        market.at(120).pause();
        approved(COLLEAGUE, voids(ALICE)).expectRefused(RejectReason.LOT_NOT_OPEN);
        market.at(200).terminate();
        approved(COLLEAGUE, voids(ALICE)).expectRefused(RejectReason.ALREADY_ENDED);
        approved(COLLEAGUE, new VoidEnvelope(99, ALICE, EnvelopeFault.MISMATCH, REASON))
                .expectRefused(RejectReason.LOT_UNKNOWN);
    }

    @Test
    void withoutAKeyThereIsNothingToVoid() {
        open(EnvelopeKey.NONE, 1);
        String commitment = SealedCommitment.of(8, 1, yuan(900), salt(ALICE));
        market.by(ALICE, new SubmitEnvelope(8, 0, commitment, "")).expectAccepted();
        market.at(100).tick();
        approved(COLLEAGUE, new VoidEnvelope(8, ALICE, EnvelopeFault.MISMATCH, REASON))
                .expectRefused(RejectReason.NO_ENVELOPE_KEY)
                .expectNothingChanged();
    }

    @Test
    void aVoidMarkEndsWithItsRound() {
        open(KEY, 2);
        market.by(ALICE, envelope8(ALICE, yuan(900)));
        market.by(BOB, envelope8(BOB, yuan(300)));
        market.at(100).tick();
        market.staff(new OpenEnvelope(8, BOB, yuan(300), salt(BOB))).expectAccepted();
        market.at(150).tick();
        market.by(ALICE, envelope8(ALICE, yuan(900))).expectAccepted();
        market.at(250).tick();
        approved(COLLEAGUE, new VoidEnvelope(8, ALICE, EnvelopeFault.MISMATCH, REASON))
                .expectAccepted();
        market.at(300).tick();
        assertEquals(
                List.of(new DepositForfeited(8, ALICE, DEPOSIT, ForfeitCause.NO_REVEAL)),
                market.events(DepositForfeited.class));
    }

    private static SubmitEnvelope envelope8(int bidder, Money amount) {
        String commitment = SealedCommitment.of(8, paddle(bidder), amount, salt(bidder));
        return new SubmitEnvelope(8, 0, commitment, CIPHERTEXT);
    }
}
