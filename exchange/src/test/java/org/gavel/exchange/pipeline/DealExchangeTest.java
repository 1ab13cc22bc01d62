package org.gavel.exchange.pipeline;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.recovery.Audit;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.PledgeShares;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.WithdrawPledge;
import org.gavel.protocol.event.DealMoved;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.JointPurchaseTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OverSubscription;
import org.gavel.protocol.value.SellerCategory;
import org.gavel.protocol.value.Title;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deals on a real journal, through a kill and a restart. */
class DealExchangeTest {
    private static final int POOL = 10;

    @TempDir
    private Path directory;

    @TempDir
    private Path images;

    private static Venue withPledges(Venue venue, Duration time) {
        for (int participant : new int[] {Venue.SELLER, Venue.ALICE, Venue.BOB}) {
            venue.staff(new RegisterParticipant(participant, ""));
            venue.staff(new CreditDeposit(participant, new Money(50_000), "bank"));
        }
        Answer last = venue.staff(new CreditDeposit(Venue.BOB, new Money(1), "bank"));
        long until = last.timestamp() + time.toNanos() / 1_000;
        JointPurchaseTerms terms = new JointPurchaseTerms(3, new Money(100), until, until, OverSubscription.FIRST_COME);
        Title title = new Title("", "Pool");
        venue.staff(new AnnounceDeal(
                POOL,
                title,
                Venue.SELLER,
                0,
                SellerCategory.PRIVATE,
                "PRIVATE_SALE",
                terms,
                Duration.ZERO,
                Admission.OPEN));
        assertTrue(venue.bidder(Venue.ALICE, "a1", new PledgeShares(POOL, 0, 2)).accepted());
        return venue;
    }

    private static <E extends Event> List<E> told(Venue venue, Class<E> kind) {
        List<E> told = new CopyOnWriteArrayList<>();
        venue.exchange().follow("test", 0, applied -> applied.events().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .forEach(told::add));
        await().atMost(Duration.ofSeconds(20)).until(() -> !told.isEmpty());
        return told;
    }

    @Test
    void aJointPurchaseIsAwardedByTimeAlone() {
        try (Venue venue = withPledges(Venue.open(directory), Duration.ofSeconds(2))) {
            assertTrue(
                    venue.bidder(Venue.BOB, "b1", new PledgeShares(POOL, 0, 1)).accepted());
            assertEquals(Venue.ALICE, told(venue, LotAwarded.class).get(0).winner());
        }
        assertEquals(0, Audit.of(directory, Sealer.NONE).eventsLacking());
    }

    @Test
    void aKillKeepsPledgesAndGivesTheirTimeBack() throws IOException {
        Path image = images.resolve("killed");
        try (Venue killed = withPledges(Venue.open(directory), Duration.ofMinutes(10))) {
            Venue.crashImage(directory, image);
            assertNull(killed.fault());
        }
        try (Venue venue = Venue.open(image)) {
            DealMoved moved = told(venue, DealMoved.class).get(0);
            assertTrue(moved.by() > 0);
            assertTrue(moved.withdrawUntil() > 0);
            Answer again = venue.bidder(Venue.ALICE, "a2", new PledgeShares(POOL, 0, 1));
            assertEquals(RejectReason.PLEDGED_ALREADY, again.reason());
            assertTrue(
                    venue.bidder(Venue.ALICE, "a3", new WithdrawPledge(POOL, 0)).accepted());
        }
        assertEquals(0, Audit.of(image, Sealer.NONE).eventsLacking());
    }
}
