package org.gavel.exchange.registry;

import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.value.Share;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * The four rows one award makes. What the lot and the deposits say is taken from the tables themselves. Where prices fall
 * the lot's seller owns a need and pays, so the winner stands on the seller's side of every document.
 */
final class AwardDocuments {
    private static final String AWARD = """
            INSERT INTO award (lot, place, winners, winner, paddle, amount, units, unit_price,
                hammer_at, sequence, event_index)
            SELECT lot.lot, :place, :winners, :winner, :paddle, :amount, :units, :unitPrice, :at, :sequence, :index
            FROM lot WHERE lot.lot = :lot AND lot.outcome = 'AWARDED' AND lot.end_sequence = :sequence""";
    private static final String PAYS = " CASE lot.seller_pays WHEN 1 THEN lot.seller ELSE :winner END, ";
    private static final String SUPPLIES = " CASE lot.seller_pays WHEN 1 THEN :winner ELSE lot.seller END, ";
    private static final String CONFIRMATION = """
            INSERT INTO sale_confirmation (confirmation_number, lot, place, buyer, seller, title_zh, title_en,
                amount, deposit_held, confirmed_at)
            SELECT :number, lot.lot, :place,""" + PAYS + SUPPLIES + """
            lot.title_zh, lot.title_en, :amount,
                (SELECT CAST(COALESCE(-SUM(posting.amount), 0) AS BIGINT) FROM account_posting posting
                    WHERE posting.participant = :winner AND posting.account = 'HELD_DEPOSIT'
                        AND posting.lot = :lot),
                :at
            FROM lot WHERE lot.lot = :lot""";
    private static final String CONTRACT = """
            INSERT INTO technology_contract (contract_draft_number, lot, place, contract_type, assignor, transferee,
                project_name, contract_amount, technology_amount, state, drafted_at, signing_deadline)
            SELECT :draft, lot.lot, :place, lot.contract_type,""" + SUPPLIES + PAYS + """
                CASE WHEN TRIM(lot.title_zh, ' 　') <> '' THEN lot.title_zh ELSE lot.title_en END,
                :amount, NULL, :state, :at, :deadline
            FROM lot WHERE lot.lot = :lot""";
    private static final String REGISTRATION = """
            INSERT INTO contract_registration (contract_draft_number, registrant, contract_amount, state, opened_at)
            SELECT :draft,""" + SUPPLIES + """
            :amount, :state, :at FROM lot WHERE lot.lot = :lot""";

    private final Handle handle;
    private final DocumentNumbers numbers;
    private final LotAwarded event;
    private final Place place;

    AwardDocuments(Handle handle, DocumentNumbers numbers, LotAwarded event, Place place) {
        this.handle = handle;
        this.numbers = numbers;
        this.event = event;
        this.place = place;
    }

    void enter() {
        award();
        confirmation();
        contract();
        registration();
    }

    private void award() {
        Share share = event.share();
        try (Update insert = insert(AWARD)) {
            int rows = insert.bind("winner", event.winner())
                    .bind("place", share.place())
                    .bind("winners", share.winners())
                    .bind("paddle", event.paddle())
                    .bind("units", share.units())
                    .bind("unitPrice", share.unitPrice().fen())
                    .bind("sequence", place.sequence())
                    .bind("index", place.index())
                    .execute();
            if (rows != 1) {
                throw new IllegalStateException("Lot " + event.lot() + " is not on record as awarded by this command,"
                        + " so it has no winner number " + share.place() + ".");
            }
        }
    }

    private void confirmation() {
        try (Update insert = insert(CONFIRMATION)) {
            insert.bind("number", numbers.saleConfirmation(event.lot(), event.share()))
                    .bind("place", event.share().place())
                    .bind("winner", event.winner())
                    .execute();
        }
    }

    private void contract() {
        try (Update insert = insert(CONTRACT)) {
            insert.bind("draft", numbers.contractDraft(event.lot(), event.share()))
                    .bind("place", event.share().place())
                    .bind("winner", event.winner())
                    .bind("state", TechnologyContract.State.DRAFT)
                    .bind("deadline", SigningDeadline.after(place.at()))
                    .execute();
        }
    }

    private void registration() {
        try (Update insert = insert(REGISTRATION)) {
            insert.bind("draft", numbers.contractDraft(event.lot(), event.share()))
                    .bind("winner", event.winner())
                    .bind("state", ContractRegistration.State.PENDING)
                    .execute();
        }
    }

    private Update insert(String sql) {
        return handle.createUpdate(sql)
                .bind("lot", event.lot())
                .bind("amount", event.amount().fen())
                .bind("at", place.at());
    }
}
