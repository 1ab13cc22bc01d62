package org.gavel.exchange.registry;

import java.util.Optional;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotVoided;
import org.gavel.protocol.event.LotWithdrawn;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.Title;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Enters lots and what became of them, in the transaction of whoever calls. Not thread-safe. Whatever the tables do
 * not allow (a second award of a lot, an outcome of a lot that was never announced) throws and must roll back.
 */
public final class RegistryWriter {
    private static final String ANNOUNCE = """
            INSERT INTO lot (lot, title_zh, title_en, seller, rulebook, deposit,
                announced_at, sequence, event_index, outcome, seller_pays)
            VALUES (:lot, :titleZh, :titleEn, :seller, :rulebook, :deposit, :at, :sequence, :index, 'PENDING', :sellerPays)""";
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
        Title title = event.title();
        try (Update insert = handle.createUpdate(ANNOUNCE)) {
            at(place, insert)
                    .bind("lot", event.lot())
                    .bind("titleZh", title.zh())
                    .bind("titleEn", title.en())
                    .bind("seller", event.seller())
                    .bind("rulebook", event.rulebook())
                    .bind("deposit", event.deposit().fen())
                    .bind("sellerPays", event.phases().stream().anyMatch(PhaseTerms::reverse) ? 1 : 0)
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
