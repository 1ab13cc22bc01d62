package org.gavel.exchange.engine.reference;

import static org.gavel.exchange.engine.MarketFixture.REASON;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.AnnounceRoadshow;
import org.gavel.protocol.command.CallLot;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.DecideAdmission;
import org.gavel.protocol.command.DescribeParticipant;
import org.gavel.protocol.command.GrantPriority;
import org.gavel.protocol.command.HammerLot;
import org.gavel.protocol.command.InstallCalendar;
import org.gavel.protocol.command.InstallRulebook;
import org.gavel.protocol.command.MarkParty;
import org.gavel.protocol.command.NodeStarted;
import org.gavel.protocol.command.NodeStopping;
import org.gavel.protocol.command.OpenLot;
import org.gavel.protocol.command.OverrideIncrement;
import org.gavel.protocol.command.PauseLot;
import org.gavel.protocol.command.PostponeLot;
import org.gavel.protocol.command.QualifyBidder;
import org.gavel.protocol.command.RecordLicence;
import org.gavel.protocol.command.RecordScores;
import org.gavel.protocol.command.ReopenLot;
import org.gavel.protocol.command.ReportConnectivity;
import org.gavel.protocol.command.ResumeLot;
import org.gavel.protocol.command.StartRoadshow;
import org.gavel.protocol.command.TerminateLot;
import org.gavel.protocol.command.UndoBid;
import org.gavel.protocol.command.VoidEnvelope;
import org.gavel.protocol.command.VoidLot;
import org.gavel.protocol.command.WithdrawLot;
import org.gavel.protocol.value.AdmissionState;
import org.gavel.protocol.value.Draw;
import org.gavel.protocol.value.EnvelopeFault;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PanelScore;
import org.gavel.protocol.value.Residence;
import org.gavel.protocol.value.ScoreRule;
import org.gavel.protocol.value.ScoreTerms;
import org.gavel.protocol.value.Title;

/** Draws what the venue's people, and the venue itself, might do. */
final class AnyStaffAct {
    private static final int ROADSHOWS = 3;

    private final Draw draw;
    private final AnySeen seen;

    AnyStaffAct(Draw draw, AnySeen seen) {
        this.draw = draw;
        this.seen = seen;
    }

    Command next(int lot, long now) {
        AnnounceLot terms = seen.terms(lot);
        if (!seen.hasOpened(lot) && draw.chance(3)) {
            return new OpenLot(lot, REASON);
        }
        if (terms.phases().get(0) instanceof ScoreTerms && draw.flag()) {
            return scores(lot);
        }
        if (terms.admission().qualification() && draw.chance(3)) {
            return new QualifyBidder(lot, seen.bidder(), draw.below(8) > 0, REASON);
        }
        return switch (draw.below(12)) {
            case 0, 1, 2 -> new OpenLot(lot, REASON);
            case 3, 4, 5 -> onTheRostrum(lot);
            case 6, 7 -> aboutWho(lot);
            case 8 -> scores(lot);
            case 9 -> roadshow(lot, now);
            case 10 -> ending(lot, now);
            default -> standing(lot);
        };
    }

    private Command onTheRostrum(int lot) {
        return switch (draw.below(9)) {
            case 0, 1 -> new HammerLot(lot, REASON);
            case 2 -> new UndoBid(lot, 1 + draw.below(6), REASON);
            case 3 -> new OverrideIncrement(lot, new Money(1 + draw.below(2_000)), REASON);
            case 4 -> new ReopenLot(lot, REASON);
            default -> new CallLot(lot, 1 + draw.below(3), "");
        };
    }

    private Command aboutWho(int lot) {
        int who = seen.bidder();
        return switch (draw.below(10)) {
            case 0 -> new GrantPriority(lot, who, draw.below(3), REASON);
            case 1 ->
                new DecideAdmission(
                        who, draw.chance(6) ? draw.oneOf(AdmissionState.values()) : AdmissionState.VERIFIED, REASON);
            case 2 -> new DecideAdmission(who, AdmissionState.VERIFIED, REASON);
            case 3 ->
                new DescribeParticipant(
                        who,
                        draw.chance(3) ? "P" + draw.below(2) : "",
                        draw.oneOf(Residence.values()),
                        draw.chance(20));
            case 4, 5, 6 -> new QualifyBidder(lot, who, draw.below(4) > 0, REASON);
            case 7 -> new MarkParty(lot, who, draw.mark(), REASON);
            case 8 -> new RecordLicence(lot, who, "L" + draw.below(2));
            default -> new VoidEnvelope(lot, who, draw.oneOf(EnvelopeFault.values()), REASON);
        };
    }

    private Command scores(int lot) {
        List<PanelScore> panel = IntStream.rangeClosed(1, 1 + draw.below(4))
                .mapToObj(member -> new PanelScore(member, draw.below(ScoreRule.BEST + 1)))
                .toList();
        return new RecordScores(lot, seen.bidder(), RecordScores.mean(panel), panel, "ab".repeat(32));
    }

    private Command roadshow(int lot, long now) {
        return switch (draw.below(5)) {
            case 0, 1 -> new StartRoadshow(1 + draw.below(ROADSHOWS), REASON);
            case 2 -> new PostponeLot(lot, draw.flag() ? 0 : now + draw.below(3_000_000), REASON);
            default -> {
                List<Integer> lots =
                        seen.running().stream().filter(one -> draw.flag()).toList();
                lots = lots.isEmpty() ? List.of(lot) : lots;
                int number = 1 + draw.below(ROADSHOWS);
                yield new AnnounceRoadshow(number, new Title("", "Show"), lots, Duration.ofSeconds(draw.below(2)));
            }
        };
    }

    private Command ending(int lot, long now) {
        int ended = seen.endedLot();
        return switch (draw.below(12)) {
            case 0, 1 -> new VoidLot(ended == 0 ? lot : ended, REASON);
            case 2 -> draw.flag() ? new VoidLot(lot, REASON) : new TerminateLot(lot, REASON);
            case 3 -> new WithdrawLot(lot, REASON);
            case 4 -> new NodeStarted(now, 0, "", 0, 1, "test", "MEMORY");
            case 5 -> new NodeStarted(0, 0, "", 0, 1, "test", "MEMORY");
            case 6 -> draw.chance(4) ? new NodeStopping(REASON) : new OpenLot(lot, REASON);
            case 7 -> new InstallCalendar(draw.calendar(), REASON);
            case 8 -> new InstallRulebook(draw.rulebook(), REASON);
            default -> new OpenLot(lot, REASON);
        };
    }

    private Command standing(int lot) {
        return switch (draw.below(6)) {
            case 0 -> new PauseLot(lot, REASON);
            case 1, 2, 3 -> new ResumeLot(lot, REASON);
            default -> {
                int count = draw.below(4);
                yield new ReportConnectivity(lot, count, draw.below(count + 1));
            }
        };
    }
}
