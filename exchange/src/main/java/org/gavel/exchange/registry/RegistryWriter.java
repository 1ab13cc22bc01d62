package org.gavel.exchange.registry;

import java.util.Optional;
import org.gavel.protocol.event.DealAnnounced;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotVoided;
import org.gavel.protocol.event.LotWithdrawn;
import org.gavel.protocol.event.SaleMade;
import org.gavel.protocol.value.DealTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.NegotiatedTerms;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.Title;
import org.gavel.protocol.value.TransferMode;
import org.gavel.protocol.value.UseFirstTerms;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Enters lots and what became of them, in the transaction of whoever calls. Not thread-safe. Whatever the tables do
 * not allow (a second award of a lot, an outcome of a lot that was never announced) throws and must roll back.
 */
public final class RegistryWriter {
    private static final String ANNOUNCE = """
            INSERT INTO lot (lot, title_zh, title_en, seller, rulebook, deposit,
                announced_at, sequence, event_index, outcome, seller_pays, contract_type, offered_as)
            VALUES (:lot, :titleZh, :titleEn, :seller, :rulebook, :deposit, :at, :sequence, :index, 'PENDING', :sellerPays,
                :type, :offeredAs)""";
    private static final String END = """
            UPDATE lot SET outcome = :outcome, pass_cause = :cause,
                ended_at = :at, end_sequence = :sequence, end_index = :index
            WHERE lot = :lot AND outcome = 'PENDING'""";

    private static final String ANNUL = """
            INSERT INTO award_annulment (sequence, event_index, lot, annulled_at)
            SELECT :sequence, :index, lot, :at FROM lot WHERE lot = :lot AND outcome = 'AWARDED'""";

    private final Handle handle;
    private final String venue;

    /** @param venue the name the document numbers are made from */
    public RegistryWriter(Handle handle, String venue) {
        this.handle = handle;
        this.venue = venue;
    }

    /** Puts an announced lot on record. */
    public void announced(LotAnnounced event, Place place) {
        boolean sellerPays = event.phases().stream().anyMatch(PhaseTerms::reverse);
        Terms terms = new Terms(event.rulebook(), event.deposit(), sellerPays, ContractType.TRANSFER, 0);
        enter(event.lot(), event.title(), event.seller(), terms, place);
    }

    /** Puts a deal on record that is a lot itself; an offer at a fixed price and a need are none. */
    public void announced(DealAnnounced event, Place place) {
        if (event.terms().isLot()) {
            Terms terms = new Terms(
                    event.rulebook(),
                    deposit(event.terms()),
                    false,
                    contract(event.terms()),
                    event.terms() instanceof NegotiatedTerms negotiated ? negotiated.need() : 0);
            enter(event.lot(), event.title(), event.seller(), terms, place);
        }
    }

    private static Money deposit(DealTerms terms) {
        return terms instanceof UseFirstTerms use ? use.deposit() : Money.ZERO;
    }

    private static ContractType contract(DealTerms terms) {
        TransferMode transfer = TransferMode.TRANSFER;
        if (terms instanceof NegotiatedTerms negotiated) {
            transfer = negotiated.transfer();
        } else if (terms instanceof UseFirstTerms use) {
            transfer = use.transfer();
        }
        boolean licensed = transfer == TransferMode.LICENCE || transfer == TransferMode.EXCLUSIVE_LICENCE;
        return licensed ? ContractType.LICENSE : ContractType.TRANSFER;
    }

    /** Puts a sale at a fixed price on record: a lot of its own, whose award follows. */
    public void sold(SaleMade event, Place place) {
        ContractType type = event.exclusive() ? ContractType.TRANSFER : ContractType.LICENSE;
        Terms terms = new Terms(event.rulebook(), event.deposit(), false, type, event.offer());
        enter(event.lot(), event.title(), event.seller(), terms, place);
    }

    /** What a lot is sold under; from which offer or need it came, or 0. */
    private record Terms(String rulebook, Money deposit, boolean sellerPays, ContractType type, int offeredAs) {}

    private void enter(int lot, Title title, int seller, Terms terms, Place place) {
        try (Update insert = handle.createUpdate(ANNOUNCE)) {
            at(place, insert)
                    .bind("lot", lot)
                    .bind("titleZh", title.zh())
                    .bind("titleEn", title.en())
                    .bind("seller", seller)
                    .bind("rulebook", terms.rulebook())
                    .bind("deposit", terms.deposit().fen())
                    .bind("sellerPays", terms.sellerPays() ? 1 : 0)
                    .bind("type", terms.type())
                    .bind("offeredAs", terms.offeredAs() == 0 ? null : terms.offeredAs())
                    .execute();
        }
    }

    /** Records that a lot closed unsold. */
    public void passed(LotPassed event, Place place) {
        Place close = place.at(event.closedAt());
        end(event.lot(), LotEntry.Outcome.PASSED, Optional.of(event.cause().name()), close);
    }

    /** Records that a lot was withdrawn. Why stays in the journal: a reason is free text. */
    public void withdrawn(LotWithdrawn event, Place place) {
        end(event.lot(), LotEntry.Outcome.WITHDRAWN, Optional.empty(), place);
    }

    /**
     * Records an award with all that follows from it: sale confirmation, contract draft, pending registration. What is
     * held of the winner for this lot must have been posted before. The best winner's award ends the lot, those of the
     * others follow it from the same command.
     */
    public void awarded(LotAwarded event, Place place) {
        Place hammer = place.at(event.closedAt());
        if (event.share().place() == 1) {
            end(event.lot(), LotEntry.Outcome.AWARDED, Optional.empty(), hammer);
        }
        new AwardDocuments(handle, new DocumentNumbers(venue), event, hammer).enter();
    }

    /**
     * Records that the sale of a lot is void. An award stays on record with all that followed from it, and a row that
     * says it is void beside it.
     */
    public void voided(LotVoided event, Place place) {
        if (event.winner() == 0) {
            end(event.lot(), LotEntry.Outcome.WITHDRAWN, Optional.empty(), place);
            return;
        }
        try (Update insert = handle.createUpdate(ANNUL)) {
            if (at(place, insert).bind("lot", event.lot()).execute() != 1) {
                throw new IllegalStateException("Lot " + event.lot() + " has no award that could be void.");
            }
        }
    }

    private void end(int lot, LotEntry.Outcome outcome, Optional<String> cause, Place place) {
        try (Update update = handle.createUpdate(END)) {
            int rows = at(place, update)
                    .bind("lot", lot)
                    .bind("outcome", outcome)
                    .bind("cause", cause.orElse(null))
                    .execute();
            if (rows != 1) {
                throw new IllegalStateException("Lot " + lot
                        + " is not on record as announced and undecided, so it cannot be " + outcome + ".");
            }
        }
    }

    private static Update at(Place place, Update update) {
        return update.bind("sequence", place.sequence())
                .bind("index", place.index())
                .bind("at", place.at());
    }
}
