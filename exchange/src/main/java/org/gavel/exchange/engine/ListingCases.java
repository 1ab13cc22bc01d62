package org.gavel.exchange.engine;

import java.util.List;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.listing.BestQuotes;
import org.gavel.exchange.engine.listing.IntentionDesk;
import org.gavel.exchange.engine.listing.ListingAnnouncement;
import org.gavel.exchange.engine.listing.ListingCourse;
import org.gavel.exchange.engine.listing.ListingDesk;
import org.gavel.exchange.engine.listing.Listings;
import org.gavel.exchange.engine.listing.OfferDesk;
import org.gavel.exchange.engine.listing.Resumption;
import org.gavel.exchange.engine.lot.AnnouncementDesk;
import org.gavel.exchange.engine.lot.LotCourse;
import org.gavel.exchange.engine.lot.LotDesk;
import org.gavel.exchange.engine.lot.Lots;
import org.gavel.exchange.engine.rulebook.Rulebooks;
import org.gavel.exchange.engine.rulebook.Sales;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.protocol.command.AboutLot;
import org.gavel.protocol.command.AnnounceListing;
import org.gavel.protocol.command.ApplyForLot;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.ConcludeAgreement;
import org.gavel.protocol.command.DecideAdmission;
import org.gavel.protocol.command.DescribeParticipant;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.MarkParty;
import org.gavel.protocol.command.OfferPrice;
import org.gavel.protocol.command.OpenLot;
import org.gavel.protocol.command.PostponeLot;
import org.gavel.protocol.command.QualifyBidder;
import org.gavel.protocol.command.RecordLicence;
import org.gavel.protocol.command.RegisterIntention;
import org.gavel.protocol.command.ResumeListing;
import org.gavel.protocol.command.SuspendListing;
import org.gavel.protocol.command.TerminateListing;
import org.gavel.protocol.command.TerminateLot;
import org.gavel.protocol.command.WithdrawListing;
import org.gavel.protocol.command.WithdrawLot;
import org.gavel.protocol.reject.RejectReason;

/**
 * The desks of listing trade, and what they take from the others: who takes part in a listed lot is its listing's, for
 * good, and so is what becomes of the lot until the listing is over.
 */
final class ListingCases {
    /** What can change who may take part in listings, beside the decision on one intention. */
    private static final List<Class<? extends Command>> ON_PARTIES =
            List.of(DecideAdmission.class, DescribeParticipant.class, MarkParty.class, RecordLicence.class);

    private final Listings listings;

    ListingCases(Listings listings) {
        this.listings = listings;
    }

    void addTo(
            Desks desks,
            Accounts accounts,
            Lots lots,
            TimerQueue timers,
            LotCourse lotCourse,
            ListingCourse course,
            Rulebooks rulebooks) {
        AnnouncementDesk announcements = new AnnouncementDesk(accounts, lots, timers, new Sales(rulebooks));
        LotDesk lotDesk = new LotDesk(accounts, lots, timers, lotCourse);
        IntentionDesk intentions = new IntentionDesk(accounts, listings, course, rulebooks, lotDesk);
        ListingDesk desk = new ListingDesk(listings, course, lotCourse);
        desks.on(AnnounceListing.class, new ListingAnnouncement(listings, course, rulebooks, announcements)::announce);
        desks.on(RegisterIntention.class, intentions::register);
        desks.on(OfferPrice.class, new OfferDesk(listings, course, intentions)::offer);
        desks.on(SuspendListing.class, desk::suspend);
        desks.on(ResumeListing.class, new Resumption(listings, course, rulebooks)::resume);
        desks.on(WithdrawListing.class, desk::withdraw);
        desks.on(TerminateListing.class, desk::terminate);
        desks.on(ConcludeAgreement.class, desk::conclude);
        desks.before(ApplyForLot.class, asked -> listings.offers(asked.lot()), intentions::apply);
        desks.before(QualifyBidder.class, asked -> listings.offers(asked.lot()), intentions::qualify);
        desks.before(HoldDeposit.class, asked -> listings.offers(asked.lot()), intentions::holdDeposit);
        desks.checkFirst(MarkParty.class, intentions::checkMark);
        BestQuotes bestQuotes = new BestQuotes(listings);
        for (Class<? extends Command> type : ON_PARTIES) {
            desks.after(type, bestQuotes::follow);
        }
        keep(desks, OpenLot.class);
        keep(desks, PostponeLot.class);
        keep(desks, WithdrawLot.class);
        keep(desks, TerminateLot.class);
    }

    private <C extends Command & AboutLot> void keep(Desks desks, Class<C> type) {
        desks.before(
                type,
                asked -> listings.governs(asked.lot()),
                (request, asked, out) -> request.refuse(
                        RejectReason.LOT_LISTED, listings.ofLot(asked.lot()).number()));
    }
}
