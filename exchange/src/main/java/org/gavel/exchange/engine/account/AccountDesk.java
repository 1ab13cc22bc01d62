package org.gavel.exchange.engine.account;

import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.CreditUnits;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.WithdrawDeposit;
import org.gavel.protocol.event.DepositCredited;
import org.gavel.protocol.event.DepositWithdrawn;
import org.gavel.protocol.event.ParticipantRegistered;
import org.gavel.protocol.event.UnitsCredited;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Balance;
import org.gavel.protocol.value.Money;

/** Admits participants and posts what they pay in and out. */
public final class AccountDesk {
    /** The most units of one asset an account can have. */
    private static final long MAX_UNITS = 1_000_000_000_000_000L;

    /** The most fen all accounts can have together: far below what a sum could not hold. */
    private static final long MAX_TOTAL = Long.MAX_VALUE / 4;

    private final Accounts accounts;

    public AccountDesk(Accounts accounts) {
        this.accounts = accounts;
    }

    public RejectReason register(Request request, RegisterParticipant asked, EventSink out) {
        if (accounts.has(asked.participant())) {
            return RejectReason.PARTICIPANT_EXISTS;
        }
        request.commit();
        accounts.register(asked.participant(), asked.identityHash());
        out.emit(new ParticipantRegistered(asked.participant()));
        return RejectReason.NONE;
    }

    public RejectReason credit(Request request, CreditDeposit asked, EventSink out) {
        if (!accounts.has(asked.participant())) {
            return RejectReason.PARTICIPANT_UNKNOWN;
        }
        Account account = accounts.get(asked.participant());
        boolean tooMuch = account.free() + account.held() + asked.amount().fen() > Money.MAX_FEN
                || accounts.total() + asked.amount().fen() > MAX_TOTAL;
        if (tooMuch) {
            return RejectReason.BALANCE_LIMIT;
        }
        request.commit();
        accounts.credit(account, asked.amount().fen());
        out.emit(new DepositCredited(
                asked.participant(),
                asked.amount(),
                new Money(account.free()),
                asked.reference(),
                new Money(account.heldForOrders())));
        return RejectReason.NONE;
    }

    public RejectReason withdraw(Request request, WithdrawDeposit asked, EventSink out) {
        if (!accounts.has(asked.participant())) {
            return RejectReason.PARTICIPANT_UNKNOWN;
        }
        Account account = accounts.get(asked.participant());
        if (account.free() < asked.amount().fen()) {
            return request.refuse(RejectReason.FUNDS_INSUFFICIENT, account.free());
        }
        boolean leavesTooMuch = account.free() - asked.amount().fen() > Money.MAX_FEN;
        if (leavesTooMuch && !request.follows(Behaviour.PAID_OUT_IN_PARTS)) {
            return RejectReason.BALANCE_LIMIT;
        }
        request.commit();
        accounts.withdraw(account, asked.amount().fen());
        out.emit(new DepositWithdrawn(
                asked.participant(),
                asked.amount(),
                new Balance(account.free()),
                asked.reference(),
                new Balance(account.heldForOrders())));
        return RejectReason.NONE;
    }

    public RejectReason creditUnits(Request request, CreditUnits asked, EventSink out) {
        if (!accounts.has(asked.participant())) {
            return RejectReason.PARTICIPANT_UNKNOWN;
        }
        Account account = accounts.get(asked.participant());
        if (account.units(asked.asset()) + asked.quantity() > MAX_UNITS) {
            return RejectReason.BALANCE_LIMIT;
        }
        request.commit();
        accounts.creditUnits(account, asked.asset(), asked.quantity());
        long balance = account.units(asked.asset());
        out.emit(new UnitsCredited(asked.participant(), asked.asset(), asked.quantity(), balance));
        return RejectReason.NONE;
    }
}
