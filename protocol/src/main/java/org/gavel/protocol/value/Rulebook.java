package org.gavel.protocol.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * A legal rule pack: what lots announced under it are held to, with the source of each value beside it. A pack never
 * changes; changed rules are a newer version.
 *
 * @param version from 1, the newest in force counts
 * @param effectiveFrom the first day it may be used
 * @param commission rows ascending from zero; empty where the parties agree on it
 * @param listing unwritten where it says nothing, as before there were listings
 */
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Rulebook.UnlessNone.class)
public record Rulebook(
        String name,
        int version,
        Day effectiveFrom,
        Title title,
        Choice categories,
        Choice mechanisms,
        NoticeRules notice,
        PriceRules price,
        DepositRules deposit,
        BiddingRules bidding,
        RelistRules relist,
        List<CommissionTier> commission,
        ListingRules listing) {
    /** The most rows of a commission table. */
    public static final int MAX_TIERS = 32;

    private static final Set<String> CATEGORIES =
            Arrays.stream(SellerCategory.values()).map(Enum::name).collect(Collectors.toSet());

    /** Private sale (协议自治): the parties' own terms, no statutory limits. Always there. */
    public static final Rulebook PRIVATE_SALE = new Rulebook(
            "PRIVATE_SALE",
            1,
            new Day(0),
            new Title("自主出售", "Private sale"),
            new Choice(List.of(SellerCategory.PRIVATE.name()), "", SourceMark.P),
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null);

    /** A pack that says nothing of listings. */
    public Rulebook(
            String name,
            int version,
            Day effectiveFrom,
            Title title,
            Choice categories,
            Choice mechanisms,
            NoticeRules notice,
            PriceRules price,
            DepositRules deposit,
            BiddingRules bidding,
            RelistRules relist,
            List<CommissionTier> commission) {
        this(
                name,
                version,
                effectiveFrom,
                title,
                categories,
                mechanisms,
                notice,
                price,
                deposit,
                bidding,
                relist,
                commission,
                null);
    }

    public Rulebook {
        name = Require.present(name, "name");
        if (!name.matches("[A-Z][A-Z0-9_]{0,63}")) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "name", "must be 1 to 64 of A-Z 0-9 _, such as SOE_ASSET");
        }
        Require.between(version, 1, 1_000_000, "version");
        effectiveFrom = Require.present(effectiveFrom, "effectiveFrom");
        title = Require.present(title, "title");
        categories = (categories == null ? Choice.ANY : categories).among(CATEGORIES, "categories");
        mechanisms = (mechanisms == null ? Choice.ANY : mechanisms).among(PhaseTerms.mechanisms(), "mechanisms");
        notice = notice == null ? NoticeRules.NONE : notice;
        price = price == null ? PriceRules.NONE : price;
        deposit = deposit == null ? DepositRules.NONE : deposit;
        bidding = bidding == null ? BiddingRules.NONE : bidding;
        relist = relist == null ? RelistRules.NONE : relist;
        commission = Require.list(commission, 0, MAX_TIERS, "commission");
        checkTiers(commission);
        listing = listing == null ? ListingRules.NONE : listing;
    }

    private static void checkTiers(List<CommissionTier> tiers) {
        long previous = -1;
        for (CommissionTier tier : tiers) {
            if (tier.above().fen() <= previous
                    || (previous == -1 && tier.above().fen() != 0)) {
                throw new InvalidValue(RejectReason.BAD_FIELD, "commission", "must ascend, the first from 0");
            }
            previous = tier.above().fen();
        }
    }

    /** Leaves what limits nothing unwritten: a pack keeps its hash when later releases know more of it. */
    static final class UnlessNone {
        private static final Set<Object> NOTHING = Set.of(
                Choice.ANY,
                NoticeRules.NONE,
                PriceRules.NONE,
                DepositRules.NONE,
                BiddingRules.NONE,
                RelistRules.NONE,
                ListingRules.NONE,
                List.of());

        @Override
        public boolean equals(Object part) {
            return part != null && NOTHING.contains(part);
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    /** Name and version, {@code SOE_ASSET@1}. */
    public String id() {
        return name + "@" + version;
    }

    public boolean admits(SellerCategory category) {
        return categories.admits(category.name());
    }

    /** Whether nothing is limited but the category: lots need no rules of their own. */
    public boolean isPrivateSale() {
        return name.equals(PRIVATE_SALE.name());
    }

    /** The most commission on a price, each tier rounded down to the fen (AM-L2); zero where the parties agree on it. */
    public Money commission(Money price) {
        long fen = 0;
        for (int i = 0; i < commission.size(); i++) {
            long from = commission.get(i).above().fen();
            long to = i + 1 < commission.size() ? commission.get(i + 1).above().fen() : Money.MAX_FEN;
            long part = Math.max(0, Math.min(price.fen(), to) - from);
            fen += part / 10_000 * commission.get(i).perMyriad().value()
                    + part % 10_000 * commission.get(i).perMyriad().value() / 10_000;
        }
        return new Money(fen);
    }
}
