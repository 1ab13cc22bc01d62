package org.gavel.exchange.engine.reference;

import static org.gavel.exchange.engine.MarketFixture.SELLER;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.AnswerInquiry;
import org.gavel.protocol.command.ApplyForLot;
import org.gavel.protocol.command.BidUnits;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.MatchPrice;
import org.gavel.protocol.command.OpenEnvelope;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.PlaceMaximum;
import org.gavel.protocol.command.SubmitEnvelope;
import org.gavel.protocol.command.SubmitProposal;
import org.gavel.protocol.command.VenueRecord;
import org.gavel.protocol.command.WithdrawBid;
import org.gavel.protocol.command.WithdrawDeposit;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ContestTerms;
import org.gavel.protocol.value.DividedTerms;
import org.gavel.protocol.value.Draw;
import org.gavel.protocol.value.EnvelopeKey;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.SealedCommitment;
import org.gavel.protocol.value.SealedTerms;
import org.gavel.protocol.value.TenderTerms;

/** Draws what somebody might ask of a market with a few lots and a few bidders; most of it makes some sense. */
final class AnyAct {
    private static final int LOTS_AT_ONCE = 3;
    private static final String SALT = "7".repeat(64);

    /** Who asks what. */
    record Asked(long actor, long approver, Role role, Channel channel, Command command) {}

    private final Draw draw;
    private final AnySeen seen;
    private final AnyLot announcements;
    private final AnyStaffAct staff;
    private final Map<List<Integer>, Money> sealed = new HashMap<>();

    AnyAct(Draw draw, AnySeen seen) {
        this.draw = draw;
        this.seen = seen;
        this.announcements = new AnyLot(draw, seen);
        this.staff = new AnyStaffAct(draw, seen);
    }

    Asked next(long now) {
        List<Integer> running = seen.running();
        if (running.isEmpty() || (running.size() < LOTS_AT_ONCE && draw.chance(20))) {
            AnnounceLot plan = announcements.next(seen.lots() + 1, now);
            seen.asked(plan);
            return byStaff(plan);
        }
        int lot = seen.lot();
        boolean byStaff = draw.chance(seen.hasOpened(lot) ? 4 : 2);
        return byStaff ? byStaff(staff.next(lot, now)) : byBidder(lot);
    }

    private Asked byStaff(Command command) {
        if (command instanceof VenueRecord) {
            return new Asked(0, 0, Role.SYSTEM, Channel.SYSTEM, command);
        }
        long clerk = MarketFixture.CLERK;
        long approver = draw.chance(3) ? clerk + draw.below(2) : clerk + 1;
        return new Asked(clerk, draw.chance(5) ? 0 : approver, Role.CLERK, Channel.CONSOLE, command);
    }

    private Asked byBidder(int lot) {
        int bidder = draw.chance(20) ? SELLER : seen.bidder();
        return new Asked(bidder, 0, Role.BIDDER, Channel.ONLINE, actOf(lot, bidder));
    }

    private Command actOf(int lot, int bidder) {
        if (!seen.hasPaddle(lot, bidder) && draw.chance(3)) {
            return new HoldDeposit(lot, 0);
        }
        return switch (draw.below(18)) {
            case 0, 1, 2, 3, 4, 5 -> fitting(lot, bidder);
            case 6 -> new PlaceBid(lot, 0, seen.amount(lot));
            case 7, 8 -> new HoldDeposit(lot, 0);
            case 9 -> new PlaceMaximum(lot, 0, seen.amount(lot));
            case 10 -> submit(lot, bidder);
            case 11 -> units(lot);
            case 12 -> new AnswerInquiry(lot, 0, draw.flag());
            case 13 -> new MatchPrice(lot, 0);
            case 14 -> new ApplyForLot(lot, 0);
            case 15 -> draw.flag() ? new WithdrawBid(lot) : open(lot, bidder);
            case 16 -> proposal(lot);
            default -> new WithdrawDeposit(bidder, new Money(1 + draw.below(1_000)), "");
        };
    }

    /** What the lot's last phase asks for. */
    private Command fitting(int lot, int bidder) {
        List<PhaseTerms> phases = seen.terms(lot).phases();
        PhaseTerms last = phases.get(phases.size() - 1);
        if (last instanceof DividedTerms) {
            return units(lot);
        } else if (last instanceof ContestTerms) {
            return new PlaceBid(lot, 0, lower());
        } else if (last instanceof TenderTerms || last instanceof SealedTerms) {
            boolean first = last instanceof TenderTerms tender && tender.asksForProposals() && draw.chance(3);
            return draw.flag() ? open(lot, bidder) : first ? proposal(lot) : submit(lot, bidder);
        }
        return new PlaceBid(lot, 0, seen.amount(lot));
    }

    private static SubmitProposal proposal(int lot) {
        return new SubmitProposal(lot, 0, "cd".repeat(32));
    }

    private Money lower() {
        return new Money(20_000 - draw.below(30) * 500L);
    }

    private BidUnits units(int lot) {
        long most = seen.terms(lot).phases().get(0) instanceof DividedTerms divided ? divided.units() : 1_000;
        long units = draw.chance(8) ? 0 : draw.chance(4) ? most : 1 + draw.below(1_000) * (most / 1_000);
        return new BidUnits(lot, 0, units, draw.chance(4) ? Money.ZERO : seen.amount(lot));
    }

    private OpenEnvelope open(int lot, int bidder) {
        Money amount = sealed.getOrDefault(List.of(lot, bidder), seen.amount(lot));
        return new OpenEnvelope(lot, 0, amount, SALT);
    }

    /** A commitment to an amount, under a guessed paddle where none is known yet. */
    private SubmitEnvelope submit(int lot, int bidder) {
        boolean falls = seen.terms(lot).phases().get(0).reverse();
        Money amount = falls ? lower() : seen.amount(lot);
        sealed.put(List.of(lot, bidder), amount);
        String commitment = SealedCommitment.of(lot, seen.paddle(lot, bidder), amount, SALT);
        boolean hasKey = seen.terms(lot).phases().stream()
                .anyMatch(phase -> phase instanceof SealedTerms terms
                        && !terms.envelopeKey().equals(EnvelopeKey.NONE));
        boolean encrypts = draw.chance(8) != hasKey;
        return new SubmitEnvelope(lot, 0, commitment, encrypts ? "A".repeat(EnvelopeKey.CIPHERTEXT_LENGTH) : "");
    }
}
