package org.gavel.exchange.engine.auction.tender;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.OpenEnvelope;
import org.gavel.protocol.command.RecordScores;
import org.gavel.protocol.command.SubmitEnvelope;
import org.gavel.protocol.command.SubmitProposal;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PanelScore;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.ScoreRule;
import org.gavel.protocol.value.SealedCommitment;

/** Lot 7, decided by scores, on which three bidders have a deposit of 20 yuan held: acts of bidders and of the panel. */
final class TenderLot {
    static final int SECOND_PERSON = 501;
    static final Money DEPOSIT = yuan(20);
    static final String SHEET = "5e".repeat(32);
    static final String FILE = "f1".repeat(32);

    private static final Map<Integer, Integer> PADDLES = Map.of(ALICE, 1, BOB, 2, CAROL, 3);

    final MarketFixture market = venue();

    /** Weights in percent, the least quality in points, 60 s for the panel. */
    static ScoreRule rule(int price, int quality, int minQuality, int extensions) {
        return new ScoreRule(price * 100, quality * 100, minQuality * 100, Duration.ofSeconds(60), extensions);
    }

    static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    static LotPlan plan(PhaseTerms terms) {
        return LotPlan.lot(7).deposit(DEPOSIT).phases(terms);
    }

    /** Announced, deposits held, opened at second 0. */
    TenderLot open(LotPlan plan) {
        market.at(0).announce(plan).hold(ALICE, BOB, CAROL).open();
        return this;
    }

    TenderLot at(long second) {
        market.at(second).tick();
        return this;
    }

    private static String salt(int bidder) {
        return Integer.toHexString(0x10 + bidder).repeat(32);
    }

    MarketFixture propose(int bidder) {
        return market.by(bidder, new SubmitProposal(7, 0, FILE));
    }

    static String commitment(int bidder, Money amount) {
        return SealedCommitment.of(7, PADDLES.get(bidder), amount, salt(bidder));
    }

    MarketFixture send(int bidder, Money amount) {
        return market.by(bidder, new SubmitEnvelope(7, 0, commitment(bidder, amount), ""));
    }

    MarketFixture reveal(int bidder, Money amount) {
        return market.by(bidder, new OpenEnvelope(7, 0, amount, salt(bidder)));
    }

    /** A finding of one evaluator, in hundredths of a point, approved by the second person. */
    MarketFixture score(int bidder, int quality) {
        return approved(SECOND_PERSON, finding(bidder, quality));
    }

    static RecordScores finding(int bidder, int quality) {
        return new RecordScores(7, bidder, quality, List.of(new PanelScore(31, quality)), SHEET);
    }

    MarketFixture approved(long approver, RecordScores scores) {
        return market.approved(approver, scores);
    }
}
