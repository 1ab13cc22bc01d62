package org.gavel.exchange.engine.rulebook;

import java.time.Duration;
import java.util.function.Function;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.Request;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.BestBidTerms;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.InquiryTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.ProxyTerms;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.Rulebook;
import org.gavel.protocol.value.SoftClose;

/** Holds an announcement against its rulebook: the seller, the phases, the price, the deposit. Changes nothing. */
final class SaleCheck {
    private SaleCheck() {}

    static RejectReason check(Request request, AnnounceLot asked, Rulebook pack, Earlier earlier) {
        if (!pack.admits(asked.basis().category())) {
            return RejectReason.CATEGORY_NOT_ADMITTED;
        }
        RejectReason refusal = mechanisms(request, asked, pack);
        if (refusal == RejectReason.NONE) {
            refusal = price(request, asked, pack, earlier);
        }
        if (refusal == RejectReason.NONE) {
            refusal = deposit(request, asked, pack);
        }
        return refusal == RejectReason.NONE ? bidding(request, asked, pack) : refusal;
    }

    private static RejectReason mechanisms(Request request, AnnounceLot asked, Rulebook pack) {
        for (int i = 0; i < asked.phases().size(); i++) {
            if (!pack.mechanisms().admits(asked.phases().get(i).mechanism())) {
                return request.refuse(RejectReason.MECHANISM_NOT_ADMITTED, i + 1);
            }
        }
        return RejectReason.NONE;
    }

    private static RejectReason price(Request request, AnnounceLot asked, Rulebook pack, Earlier earlier) {
        Money start = asked.phases().get(0).start();
        Reserve reserve = asked.reserve();
        if (pack.price().reserveIsStart().isSet()
                && (reserve.hidden() || !reserve.amount().equals(start))) {
            return request.refuse(RejectReason.RESERVE_NOT_START, start.fen());
        }
        Money appraisal = asked.basis().appraisal();
        if (!earlier.isNone() || !pack.price().leastPercent().isSet()) {
            return RejectReason.NONE;
        }
        if (appraisal.fen() == 0) {
            return RejectReason.APPRAISAL_MISSING;
        }
        Money least = pack.price().leastStart(appraisal);
        return lowest(request, asked).compareTo(least) < 0
                ? request.refuse(RejectReason.START_BELOW_APPRAISAL, least.fen())
                : RejectReason.NONE;
    }

    /** The least the lot can be sold for: no phase may undercut the start, unless an open reserve forbids it. */
    static Money lowest(AnnounceLot asked) {
        return lowest(asked, PhaseTerms::leastPrice);
    }

    /** As {@link #lowest(AnnounceLot)}, by the behaviour that applies. */
    static Money lowest(Request request, AnnounceLot asked) {
        return request.follows(Behaviour.STEP_ROUNDS_ASK_A_STEP)
                ? lowest(asked)
                : lowest(asked, PhaseTerms::leastReserve);
    }

    private static Money lowest(AnnounceLot asked, Function<PhaseTerms, Money> least) {
        long lowest = Money.MAX_FEN;
        for (PhaseTerms phase : asked.phases()) {
            boolean asksNoPrice = phase instanceof InquiryTerms || phase instanceof BestBidTerms;
            lowest = asksNoPrice ? lowest : Math.min(lowest, least.apply(phase).fen());
        }
        long reserve = asked.reserve().hidden() ? 0 : asked.reserve().amount().fen();
        return new Money(Math.max(lowest, reserve));
    }

    private static RejectReason deposit(Request request, AnnounceLot asked, Rulebook pack) {
        Money start = asked.phases().get(0).start();
        Money least = pack.deposit().least(start);
        if (asked.deposit().compareTo(least) < 0) {
            return request.refuse(RejectReason.DEPOSIT_TOO_LOW, least.fen());
        }
        Money most = pack.deposit().most(start);
        return pack.deposit().mostPercent().isSet() && asked.deposit().compareTo(most) > 0
                ? request.refuse(RejectReason.DEPOSIT_TOO_HIGH, most.fen())
                : RejectReason.NONE;
    }

    private static RejectReason bidding(Request request, AnnounceLot asked, Rulebook pack) {
        long hours = pack.bidding().leastHours().value();
        long seconds = pack.bidding().softCloseSeconds().value();
        for (PhaseTerms phase : asked.phases()) {
            if (hours > 0 && duration(phase).compareTo(Duration.ofHours(hours)) < 0) {
                return request.refuse(RejectReason.BIDDING_TOO_SHORT, hours);
            }
            if (seconds > 0 && !closesSoftly(softClose(phase), Duration.ofSeconds(seconds))) {
                return request.refuse(RejectReason.SOFT_CLOSE_UNFIT, seconds);
            }
        }
        return RejectReason.NONE;
    }

    /** Whether every bid in the last so many seconds gives at least as many after it, however often. */
    private static boolean closesSoftly(SoftClose rule, Duration least) {
        return rule.mode() == SoftClose.Mode.RESET
                && rule.window().compareTo(least) >= 0
                && rule.extension().compareTo(least) >= 0
                && rule.latestClose().isZero()
                && rule.maxExtensions() == 0;
    }

    private static Duration duration(PhaseTerms phase) {
        if (phase instanceof EnglishTerms english) {
            return english.duration();
        }
        return phase instanceof ProxyTerms proxy ? proxy.duration() : Duration.ZERO;
    }

    private static SoftClose softClose(PhaseTerms phase) {
        if (phase instanceof EnglishTerms english) {
            return english.softClose();
        }
        return phase instanceof ProxyTerms proxy ? proxy.softClose() : SoftClose.NONE;
    }
}
