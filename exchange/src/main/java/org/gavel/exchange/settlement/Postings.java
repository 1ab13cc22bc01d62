package org.gavel.exchange.settlement;

import org.gavel.exchange.registry.Place;
import org.gavel.protocol.event.DepositCredited;
import org.gavel.protocol.event.DepositForfeited;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.DepositWithdrawn;
import org.gavel.protocol.event.OrdersTraded;
import org.gavel.protocol.event.UnitsCredited;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The double entries of one transaction, collected and written together by {@link #flush}. A debit is positive, a
 * credit negative; what moves nothing (a lot without a deposit) leaves no posting.
 */
final class Postings {
    private static final String MONEY = """
            INSERT INTO account_posting (sequence, event_index, leg, fact, account, participant, lot,
                amount, stated_balance, posted_at)
            VALUES (:sequence, :index, :leg, :fact, :account, :participant, :lot, :amount, :stated, :at)""";
    private static final String UNITS = """
            INSERT INTO unit_posting (sequence, event_index, leg, asset, account, participant,
                quantity, stated_balance, posted_at)
            VALUES (:sequence, :index, :leg, :asset, :account, :participant, :quantity, :stated, :at)""";

    private static final Side BANK = new Side(Account.VENUE_BANK, null, null);

    private final PreparedBatch money;
    private final PreparedBatch units;

    Postings(Handle handle) {
        this.money = handle.prepareBatch(MONEY);
        this.units = handle.prepareBatch(UNITS);
    }

    void credited(DepositCredited event, Place place) {
        Entry entry = new Entry("CREDITED", place, event.amount().fen());
        leg(entry, 1, BANK, entry.amount, null);
        leg(
                entry,
                2,
                free(event.participant()),
                -entry.amount,
                event.apartFromLots().fen());
    }

    void withdrawn(DepositWithdrawn event, Place place) {
        Entry entry = new Entry("WITHDRAWN", place, event.amount().fen());
        leg(
                entry,
                1,
                free(event.participant()),
                entry.amount,
                event.apartFromLots().fen());
        leg(entry, 2, BANK, -entry.amount, null);
    }

    void held(DepositHeld event, Place place) {
        Entry entry = new Entry("HELD", place, event.amount().fen());
        leg(entry, 1, free(event.participant()), entry.amount, null);
        leg(entry, 2, held(event.participant(), event.lot()), -entry.amount, null);
    }

    void released(DepositReleased event, Place place) {
        Entry entry = new Entry("RELEASED", place, event.amount().fen());
        leg(entry, 1, held(event.participant(), event.lot()), entry.amount, null);
        leg(entry, 2, free(event.participant()), -entry.amount, null);
    }

    void forfeited(DepositForfeited event, Place place) {
        Entry entry = new Entry("FORFEITED", place, event.amount().fen());
        leg(entry, 1, held(event.participant(), event.lot()), entry.amount, null);
        leg(entry, 2, new Side(Account.FORFEITED_DEPOSIT, event.participant(), event.lot()), -entry.amount, null);
    }

    void credited(UnitsCredited event, Place place) {
        at(units, place, 1)
                .bind("asset", event.asset())
                .bind("account", "ISSUE")
                .bindByType("participant", null, Integer.class)
                .bind("quantity", event.quantity())
                .bindByType("stated", null, Long.class)
                .add();
        at(units, place, 2)
                .bind("asset", event.asset())
                .bind("account", "HOLDING")
                .bind("participant", event.participant())
                .bind("quantity", -event.quantity())
                .bind("stated", event.balance())
                .add();
    }

    /** Money against units, between two accounts of the venue's; what orders held is no account of its own. */
    void traded(OrdersTraded event, String asset, Place place) {
        Entry entry = new Entry("TRADED", place, event.amount().fen());
        leg(entry, 1, free(event.buyer()), entry.amount, null);
        leg(entry, 2, free(event.seller()), -entry.amount, null);
        holding(place, 1, asset, event.seller(), event.quantity());
        holding(place, 2, asset, event.buyer(), -event.quantity());
    }

    private void holding(Place place, int leg, String asset, int participant, long quantity) {
        at(units, place, leg)
                .bind("asset", asset)
                .bind("account", "HOLDING")
                .bind("participant", participant)
                .bind("quantity", quantity)
                .bindByType("stated", null, Long.class)
                .add();
    }

    /** Writes what was collected; an entry that reads balances flushes first. */
    void flush() {
        if (money.size() > 0) {
            money.execute();
        }
        if (units.size() > 0) {
            units.execute();
        }
    }

    private void leg(Entry entry, int leg, Side side, long amount, Long stated) {
        if (amount == 0) {
            return;
        }
        at(money, entry.place, leg)
                .bind("fact", entry.fact)
                .bind("account", side.account)
                .bind("participant", side.participant)
                .bind("lot", side.lot)
                .bind("amount", amount)
                .bind("stated", stated)
                .add();
    }

    private static PreparedBatch at(PreparedBatch batch, Place place, int leg) {
        return batch.bind("sequence", place.sequence())
                .bind("index", place.index())
                .bind("leg", leg)
                .bind("at", place.at());
    }

    private static Side free(int participant) {
        return new Side(Account.FREE_DEPOSIT, participant, null);
    }

    private static Side held(int participant, int lot) {
        return new Side(Account.HELD_DEPOSIT, participant, lot);
    }

    /** Whose money a posting speaks of. */
    private enum Account {
        /** 结算专户: what the venue has at the bank. One account. */
        VENUE_BANK,
        /** What the venue owes a participant and the participant may use or take back. One for each participant. */
        FREE_DEPOSIT,
        /** 保证金: what is held of a participant for a lot. One for each participant and lot. */
        HELD_DEPOSIT,
        /** 没收保证金: what fell to the venue of what was held. One for each participant and lot. */
        FORFEITED_DEPOSIT
    }

    /** Which account; participant and lot are null where the account has none. */
    private record Side(Account account, Integer participant, Integer lot) {}

    /** What happened, where, and how much it moved. */
    private record Entry(String fact, Place place, long amount) {}
}
