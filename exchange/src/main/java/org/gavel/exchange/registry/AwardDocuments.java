package org.gavel.exchange.registry;

import org.gavel.protocol.event.LotAwarded;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The four rows one award makes. What the lot and the deposits say is taken from the tables themselves. */
final class AwardDocuments {
    private static final String AWARD = """
            INSERT INTO award (lot, winner, paddle, amount, hammer_at, sequence, event_index)
            VALUES (:lot, :winner, :paddle, :amount, :at, :sequence, :index)""";
    private static final String CONFIRMATION = """
            INSERT INTO sale_confirmation (confirmation_number, lot, buyer, seller, title_zh, title_en,
                amount, deposit_held, confirmed_at)
            SELECT :number, lot.lot, :winner, lot.seller, lot.title_zh, lot.title_en, :amount,
                (SELECT CAST(COALESCE(-SUM(posting.amount), 0) AS BIGINT) FROM account_posting posting
                    WHERE posting.participant = :winner AND posting.account = 'HELD_DEPOSIT'
                        AND posting.lot = :lot),
                :at
            FROM lot WHERE lot.lot = :lot""";
    private static final String CONTRACT = """
            INSERT INTO technology_contract (contract_draft_number, lot, contract_type, assignor, transferee,
                project_name, contract_amount, technology_amount, state, drafted_at, signing_deadline)
            SELECT :draft, lot.lot, :type, lot.seller, :winner,
                CASE WHEN TRIM(lot.title_zh, ' 　') <> '' THEN lot.title_zh ELSE lot.title_en END,
                :amount, NULL, :state, :at, :deadline
            FROM lot WHERE lot.lot = :lot""";
    private static final String REGISTRATION = """
            INSERT INTO contract_registration (contract_draft_number, registrant, contract_amount, state, opened_at)
            SELECT :draft, lot.seller, :amount, :state, :at FROM lot WHERE lot.lot = :lot""";

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
        try (Update insert = insert(AWARD)) {
            insert.bind("winner", event.winner())
                    .bind("paddle", event.paddle())
                    .bind("sequence", place.sequence())
                    .bind("index", place.index())
                    .execute();
        }
    }

    private void confirmation() {
        try (Update insert = insert(CONFIRMATION)) {
            insert.bind("number", numbers.saleConfirmation(event.lot()))
                    .bind("winner", event.winner())
                    .execute();
        }
    }

    private void contract() {
        try (Update insert = insert(CONTRACT)) {
            insert.bind("draft", numbers.contractDraft(event.lot()))
                    .bind("type", ContractType.TRANSFER)
                    .bind("winner", event.winner())
                    .bind("state", TechnologyContract.State.DRAFT)
                    .bind("deadline", SigningDeadline.after(place.at()))
                    .execute();
        }
    }

    private void registration() {
        try (Update insert = insert(REGISTRATION)) {
            insert.bind("draft", numbers.contractDraft(event.lot()))
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
