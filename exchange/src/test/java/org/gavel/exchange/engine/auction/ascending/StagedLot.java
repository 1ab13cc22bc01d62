package org.gavel.exchange.engine.auction.ascending;

import java.util.ArrayList;
import java.util.List;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.Title;

/** Lots whose phases have stages, for tests. */
public final class StagedLot {
    static final int NUMBER = 7;

    private StagedLot() {}

    public static AnnounceLot announcement(Reserve reserve, PhaseTerms... phases) {
        Title title = new Title("", "Lot");
        return new AnnounceLot(
                NUMBER,
                title,
                MarketFixture.SELLER,
                "PRIVATE_SALE",
                Money.ZERO,
                reserve,
                List.of(phases),
                0,
                OutageRule.DEFAULT);
    }

    /** A lot without a reserve, announced and opened at second 0. */
    public static MarketFixture open(PhaseTerms... phases) {
        return open(Reserve.NONE, phases);
    }

    public static MarketFixture open(Reserve reserve, PhaseTerms... phases) {
        MarketFixture market = MarketFixture.venue().at(0);
        market.staff(announcement(reserve, phases)).expectAccepted();
        return market.on(NUMBER).open();
    }

    /** Every stage of this kind that began, in order. */
    public static List<StageOpened> stages(MarketFixture market, StageKind kind) {
        List<StageOpened> stages = new ArrayList<>();
        for (List<Event> caused : market.history()) {
            for (Event event : caused) {
                if (event instanceof StageOpened stage && stage.kind() == kind) {
                    stages.add(stage);
                }
            }
        }
        return stages;
    }
}
