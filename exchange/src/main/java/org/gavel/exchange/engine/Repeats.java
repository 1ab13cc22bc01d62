package org.gavel.exchange.engine;

import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.answer.Answers;
import org.gavel.exchange.engine.lot.Lots;
import org.gavel.protocol.command.AskStatus;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Role;

/** Answers a command that is sent again as it was answered before, and never acts on it twice. */
final class Repeats {
    private final Answers answers;
    private final Accounts accounts;
    private final Lots lots;

    Repeats(Answers answers, Accounts accounts, Lots lots) {
        this.answers = answers;
        this.accounts = accounts;
        this.lots = lots;
    }

    /** Whether the command was answered before; then it is again, or refused where its content is another. */
    boolean isAnswered(Request request, long content, EventSink out) {
        if (!request.hasClientId() || !answers.find(asker(request), request.clientIdHigh(), request.clientIdLow())) {
            return false;
        }
        if (answers.content() == content) {
            request.answerAsBefore(answers.sequence(), answers.reason(), answers.detail());
            nameRules(request, answers.reason());
            out.repeated(request, answers.sequence(), answers.reason(), answers.detail());
        } else {
            request.answer(RejectReason.CID_CONFLICT, answers.sequence());
            out.rejected(request, RejectReason.CID_CONFLICT, answers.sequence(), request.lot());
        }
        return true;
    }

    /** What was accepted for a lot was accepted under its rule sheet. */
    void nameRules(Request request, RejectReason reason) {
        if (reason == RejectReason.NONE && request.lot() != 0 && lots.has(request.lot())) {
            request.ruledBy(lots.get(request.lot()).ruleSheet());
        }
    }

    /** Keeps an answer for the next time; strangers' answers are not kept, nor those about no content. */
    void remember(Request request, long content, RejectReason reason) {
        boolean known = request.role() != Role.BIDDER || accounts.has(request.participant(0));
        if (request.hasClientId() && content != 0 && known) {
            answers.remember(asker(request), request, content, reason);
        }
    }

    /** Tells what became of an earlier command. */
    RejectReason tell(Request request, AskStatus asked, EventSink out) {
        ClientId about = asked.about();
        if (!answers.find(asker(request), about.high(), about.low())) {
            return unknown(request);
        }
        request.answerAsBefore(answers.sequence(), answers.reason(), answers.detail());
        out.repeated(request, answers.sequence(), answers.reason(), answers.detail());
        return RejectReason.NONE;
    }

    /** What was answered once may have been dropped for newer answers: then nobody can say that it never was. */
    private RejectReason unknown(Request request) {
        long from = request.follows(Behaviour.DROPPED_ANSWERS_TOLD) ? answers.keptFrom() : 0;
        return from == 0 ? RejectReason.UNKNOWN_CID : request.refuse(RejectReason.CID_FORGOTTEN, from);
    }

    /** Participants and staff have numbers of their own kinds. */
    private static long asker(Request request) {
        return request.actor() * 2 + (request.role() == Role.BIDDER ? 0 : 1);
    }
}
