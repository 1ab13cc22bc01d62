package org.gavel.exchange.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import org.gavel.exchange.api.DealView;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.event.DealAnnounced;
import org.gavel.protocol.event.DealMoved;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.event.LotSuspended;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.JointPurchaseTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OverSubscription;
import org.gavel.protocol.value.SellerCategory;
import org.gavel.protocol.value.Title;
import org.junit.jupiter.api.Test;

/** What everybody knows of a deal after an outage or a fault has moved it. */
final class DealStoryTest {
    private static final JointPurchaseTerms POOL =
            new JointPurchaseTerms(2, new Money(100), 50, 100, OverSubscription.FIRST_COME);

    private final DealView pool = DealStory.announced(new DealAnnounced(
            10,
            new Title("", "Pool"),
            1,
            0,
            SellerCategory.PRIVATE,
            "PRIVATE_SALE",
            POOL,
            100,
            Duration.ZERO,
            Admission.OPEN));

    @Test
    void untilWhenPledgesCanBeWithdrawnIsThatOfTheAnnouncementWhereNothingMovedIt() {
        assertEquals(0, pool.withdrawUntil());
        assertFalse(JsonCodec.tree(pool).has("withdrawUntil"));
        assertEquals(0, DealStory.after(pool, new DealMoved(10, 110, 10)).withdrawUntil());
    }

    @Test
    void anOutageMovesUntilWhenPledgesCanBeWithdrawn() {
        DealView moved = DealStory.after(pool, new DealMoved(10, 110, 10, 60));
        assertEquals(110, moved.closesAt());
        assertEquals(60, moved.withdrawUntil());
        DealView again = DealStory.after(moved, new DealMoved(10, 130, 20));
        assertEquals(60, again.withdrawUntil(), "an event of an older behaviour says nothing of it");
    }

    @Test
    void aResumptionMovesUntilWhenPledgesCanBeWithdrawn() {
        DealView stopped = DealStory.after(pool, new LotSuspended(10, 60, "a fault"));
        DealView resumed = DealStory.after(stopped, new LotResumed(10, 160, "mended", 110));
        assertFalse(resumed.suspended());
        assertEquals(110, resumed.withdrawUntil());
    }
}
