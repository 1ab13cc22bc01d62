package org.gavel.gateway.simulation;

import java.time.Duration;
import java.util.List;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.PauseLot;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.ResumeLot;
import org.gavel.protocol.value.Draw;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;
import org.gavel.protocol.value.Title;

/** What people do about the lots of the simulated venue. */
final class SimulatedLots {
    static final int SELLER = 9;
    private static final int LOTS = 3;

    private final Draw draw;
    private final SimulationOracle oracle;
    private int announced;

    SimulatedLots(Draw draw, SimulationOracle oracle) {
        this.draw = draw;
        this.oracle = oracle;
    }

    /** What the operator may do next. */
    void act(SimulatedClient operator, long now) {
        if (announced < LOTS && draw.chance(12)) {
            operator.ask(lot(++announced, now));
        }
        List<Integer> open = oracle.openLots();
        if (!open.isEmpty() && draw.chance(60)) {
            int lot = open.get(draw.below(open.size()));
            operator.ask(draw.flag() ? new PauseLot(lot, "a simulated pause") : new ResumeLot(lot, "it goes on"));
        }
    }

    /** What a bidder may ask next. */
    Command bid() {
        List<Integer> open = oracle.openLots();
        if (open.isEmpty() || draw.chance(5)) {
            return new HoldDeposit(1 + draw.below(LOTS), 0);
        }
        int lot = open.get(draw.below(open.size()));
        long amount = oracle.nextMinimum(lot) + 1_000L * (draw.below(5) - 1);
        return new PlaceBid(lot, 0, new Money(Math.max(1, amount)));
    }

    private AnnounceLot lot(int number, long now) {
        SoftClose softClose = draw.flag()
                ? SoftClose.NONE
                : new SoftClose(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(120), 0);
        EnglishTerms terms = new EnglishTerms(
                new Money(100_000),
                List.of(new Step(Money.ZERO, new Money(1_000))),
                true,
                0,
                Duration.ofSeconds(10L + draw.below(60)),
                softClose,
                draw.flag());
        Reserve reserve = draw.flag() ? Reserve.NONE : new Reserve(new Money(105_000), true, "");
        return new AnnounceLot(
                number,
                new Title("拍品", "Lot"),
                SELLER,
                "PRIVATE_SALE",
                new Money(5_000),
                reserve,
                List.of(terms),
                now + 1_000_000L * (1 + draw.below(10)),
                OutageRule.DEFAULT);
    }
}
