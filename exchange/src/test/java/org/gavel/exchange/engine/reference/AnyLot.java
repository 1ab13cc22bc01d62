package org.gavel.exchange.engine.reference;

import static org.gavel.exchange.engine.MarketFixture.SELLER;

import java.time.Duration;
import java.util.List;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.ConnectivityRule;
import org.gavel.protocol.value.Draw;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.ExportClass;
import org.gavel.protocol.value.ItemKind;
import org.gavel.protocol.value.LotItem;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Offering;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.PriorityRule;
import org.gavel.protocol.value.RelatedParties;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.SaleBasis;
import org.gavel.protocol.value.SellerCategory;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;
import org.gavel.protocol.value.Title;

/** Draws announcements: private sales of every kind mostly, and some that a rulebook governs. */
final class AnyLot {
    private static final Money DEPOSIT = new Money(5_000);
    private static final Money START = new Money(20_000);
    private static final List<Step> LADDER = List.of(new Step(Money.ZERO, new Money(1_000)));
    private static final List<String> PACKS =
            List.of("JUDICIAL_LIKE", "SOE_ASSET", "AUCTION_LAW", "UNIVERSITY_OPEN_TRADE");
    private static final List<SellerCategory> CATEGORIES = List.of(
            SellerCategory.COURT, SellerCategory.STATE_OWNED, SellerCategory.PRIVATE, SellerCategory.UNIVERSITY);
    private static final long A_DAY = 86_400_000_000L;

    private final Draw draw;
    private final AnyTerms terms;
    private final AnySeen seen;
    private long groupOpens;

    AnyLot(Draw draw, AnySeen seen) {
        this.draw = draw;
        this.terms = new AnyTerms(draw);
        this.seen = seen;
    }

    AnnounceLot next(int lot, long now) {
        AnnounceLot previous = seen.terms(seen.endedLot());
        if (previous != null && draw.chance(3)) {
            return again(previous, lot, now);
        }
        return switch (draw.below(6)) {
            case 0 -> governed(lot, now, draw.below(PACKS.size()));
            case 1, 2 -> grouped(lot, now);
            default -> plain(lot, now, terms.phases(), draw.chance(4) ? now + draw.below(5_000_000) + 1 : 0);
        };
    }

    private AnnounceLot plain(int lot, long now, List<PhaseTerms> phases, long opensAt) {
        Reserve reserve = draw.flag() ? Reserve.NONE : new Reserve(someReserve(phases), false, "");
        boolean restricted = draw.chance(3);
        return new AnnounceLot(
                        lot,
                        new Title("", "Lot " + lot),
                        SELLER,
                        "PRIVATE_SALE",
                        draw.flag() ? DEPOSIT : Money.ZERO,
                        reserve,
                        phases,
                        opensAt,
                        outage(),
                        draw.flag() ? PriorityRule.NONE : draw.priority())
                .with(draw.chance(6) ? basis(0, 1 + draw.below(3)) : SaleBasis.NONE)
                .with(restricted ? admission(now) : Admission.OPEN)
                .with(new Offering(0, items(), draw.flag() ? Duration.ZERO : Duration.ofSeconds(draw.below(60))));
    }

    private Money someReserve(List<PhaseTerms> phases) {
        return new Money(phases.get(0).reverse() ? 19_000 : 30_000 + draw.below(9) * 1_000L);
    }

    /** Two or three lots in a row of one group: the same terms and the same opening. */
    private AnnounceLot grouped(int lot, long now) {
        int group = 1 + lot / 3;
        if (groupOpens <= now) {
            groupOpens = now + 3_000_000;
        }
        Duration length = Duration.ofSeconds(10);
        SoftClose soft = new SoftClose(Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ZERO, 0);
        PhaseTerms english = new EnglishTerms(START, LADDER, draw.flag(), 0, length, soft, true);
        return plain(lot, now, List.of(english), groupOpens)
                .with(new Offering(group, items(), Duration.ofSeconds(draw.below(60))));
    }

    /** What the pack of this place may admit. */
    private AnnounceLot governed(int lot, long now, int pack) {
        Duration length = Duration.ofDays(2 + draw.below(2));
        SoftClose soft = new SoftClose(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ZERO, 0);
        PhaseTerms english = new EnglishTerms(START, LADDER, draw.flag(), 0, length, soft, true);
        long opensAt = draw.chance(3) ? 0 : now + (20 + draw.below(30)) * A_DAY;
        SaleBasis basis = new SaleBasis(CATEGORIES.get(pack), draw.flag(), START, "Approval 1", 0, draw.below(2));
        return new AnnounceLot(
                        lot,
                        new Title("", "Lot " + lot),
                        SELLER,
                        PACKS.get(pack),
                        new Money(draw.flag() ? 2_000 : 4_000),
                        new Reserve(START, false, ""),
                        List.of(english),
                        opensAt,
                        outage(),
                        draw.flag() ? PriorityRule.NONE : draw.priority())
                .with(basis)
                .with(draw.chance(3) ? admission(now) : Admission.OPEN);
    }

    /** A lot that has ended, offered once more. */
    private AnnounceLot again(AnnounceLot old, int lot, long now) {
        long opensAt = old.opensAt() == 0 ? 0 : now + (20 + draw.below(20)) * A_DAY;
        AnnounceLot same = new AnnounceLot(
                lot,
                old.title(),
                old.seller(),
                old.rulebook(),
                old.deposit(),
                old.reserve(),
                old.phases(),
                opensAt,
                old.outage(),
                old.priority());
        SaleBasis was = old.basis();
        return same.with(new SaleBasis(was.category(), was.movable(), was.appraisal(), "Again", old.lot(), 0))
                .with(old.admission());
    }

    private SaleBasis basis(int relistOf, int minBidders) {
        return new SaleBasis(SellerCategory.PRIVATE, draw.flag(), Money.ZERO, "", relistOf, minBidders);
    }

    private OutageRule outage() {
        boolean watched = draw.chance(3);
        ConnectivityRule rule = watched ? new ConnectivityRule(50, Duration.ofSeconds(5)) : ConnectivityRule.NONE;
        return draw.flag() ? OutageRule.DEFAULT : new OutageRule(draw.flag(), Duration.ofSeconds(draw.below(60)), rule);
    }

    private Admission admission(long now) {
        boolean qualification = draw.chance(3);
        boolean fixed = draw.flag();
        return new Admission(
                draw.chance(4),
                qualification,
                qualification && draw.flag() ? now + draw.below(30_000_000) : 0,
                draw.oneOf(RelatedParties.values()),
                draw.chance(3) ? draw.oneOf(ExportClass.values()) : ExportClass.UNCLASSIFIED,
                fixed,
                fixed ? draw.hex(32) : "");
    }

    private List<LotItem> items() {
        return draw.chance(4)
                ? List.of(new LotItem(new Title("", "Patent"), ItemKind.PATENT, "1", Money.ZERO))
                : List.of();
    }
}
