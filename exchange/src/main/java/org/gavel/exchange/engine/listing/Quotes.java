package org.gavel.exchange.engine.listing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.auction.Carried;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.QuotesTerms;

/** What quotes of a listing must be, and which of them is the best: price first, then time (动态报价). */
final class Quotes {
    private Quotes() {}

    static RejectReason check(Request request, QuotesTerms terms, long amount, long own) {
        long start = terms.start().fen();
        if (amount < start) {
            return request.refuse(RejectReason.QUOTE_BELOW_LIST, start);
        }
        if (amount <= own) {
            return request.refuse(RejectReason.OFFER_NOT_HIGHER, own);
        }
        long step = terms.step().fen();
        long over = (amount - start) % step;
        return over == 0 ? RejectReason.NONE : offStep(request, amount - over, step);
    }

    /** Above the highest whole step there is no next one; that it is the highest is then said instead. */
    private static RejectReason offStep(Request request, long below, long step) {
        long next = below + step;
        if (next <= Money.MAX_FEN) {
            return request.refuse(RejectReason.QUOTE_OFF_STEP, next);
        }
        return request.follows(Behaviour.HIGHEST_QUOTES_NAMED)
                ? request.refuse(RejectReason.PRICE_LIMIT, below)
                : request.refuse(RejectReason.QUOTE_OFF_STEP, Money.MAX_FEN);
    }

    static Optional<Intention> best(List<Intention> parties) {
        return parties.stream().filter(each -> each.quote() > 0).min(Intention.BEST_FIRST);
    }

    /** What the lot's first phase begins with; nothing where nobody has quoted. */
    static Carried carried(List<Intention> parties) {
        List<Integer> quoted = parties.stream()
                .filter(each -> each.quote() > 0)
                .sorted(Comparator.comparingInt(Intention::quote))
                .map(Intention::participant)
                .toList();
        return best(parties)
                .map(best -> new Carried(best.offer(), best.participant(), 0, 0, quoted, List.of()))
                .orElse(Carried.NOTHING);
    }
}
