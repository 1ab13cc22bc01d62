package org.gavel.ops.event.offer;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.gavel.ops.event.lot.AdmissionReader;
import org.gavel.ops.event.lot.CategoryReader;
import org.gavel.ops.event.lot.TitleReader;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.DealTerms;
import org.gavel.protocol.value.NeedTerms;
import org.gavel.protocol.value.SellerCategory;
import org.gavel.protocol.value.Title;

/** Reads one row of {@code deals}: a sale without bids, or a need. For one thread. */
public final class DealReader {
    private final Section defaults;
    private final String rulebook;
    private final CategoryReader categories;
    private final Set<Integer> sellers;
    private final Set<Integer> bidders;

    /**
     * @param defaults of which a deal takes the seller alone, and a need nothing: it has an owner
     * @param sellers the numbers of the file's sellers
     * @param bidders the numbers of the file's bidders
     */
    public DealReader(Section defaults, String rulebook, Set<Integer> sellers, Set<Integer> bidders) {
        this.defaults = defaults;
        this.rulebook = rulebook;
        this.categories = new CategoryReader(rulebook);
        this.sellers = sellers;
        this.bidders = bidders;
    }

    /** Empty where anything is wrong, which stands among the file's problems then. */
    public Optional<AnnounceDeal> read(Section deal) {
        Optional<Integer> number = deal.require("number", ScalarTypes.NUMBER);
        Optional<Title> title = TitleReader.read(deal);
        Optional<DealTerms> terms = DealTermsReader.read(deal);
        Optional<Integer> seller = seller(deal, terms);
        Optional<Integer> buyer = buyer(deal, terms);
        SellerCategory category = categories.read(deal);
        Duration objectionPeriod =
                deal.read("objectionPeriod", ScalarTypes.DURATION).orElse(Duration.ZERO);
        Optional<Admission> admission = admission(deal);
        deal.rejectUnknown();
        return number.isEmpty()
                        || title.isEmpty()
                        || terms.isEmpty()
                        || seller.isEmpty()
                        || buyer.isEmpty()
                        || admission.isEmpty()
                ? Optional.empty()
                : deal.buildByKey(() -> new AnnounceDeal(
                        number.get(),
                        title.get(),
                        seller.get(),
                        buyer.get(),
                        category,
                        rulebook,
                        terms.get(),
                        objectionPeriod,
                        admission.get()));
    }

    private Optional<Integer> seller(Section deal, Optional<DealTerms> terms) {
        boolean need = terms.isPresent() && terms.get() instanceof NeedTerms;
        Section holder = need ? deal : deal.holder("seller", defaults);
        Optional<Integer> seller = holder.require("seller", ScalarTypes.NUMBER);
        boolean known = seller.isEmpty() || sellers.contains(seller.get()) || (need && bidders.contains(seller.get()));
        if (!known) {
            String where = need ? "participants; list the owner there" : "participants.sellers; list the seller there";
            holder.error("seller", seller.get() + " is not among " + where);
        }
        return seller;
    }

    /** 0 where the mode has none yet. */
    private Optional<Integer> buyer(Section deal, Optional<DealTerms> terms) {
        if (terms.isPresent() && !terms.get().namesBuyer()) {
            if (deal.has("buyer")) {
                deal.read("buyer", ScalarTypes.NUMBER);
                deal.error("buyer", "does not go with mode: " + written(terms.get()) + "; leave it out");
            }
            return Optional.of(0);
        }
        if (terms.isEmpty()) {
            return deal.read("buyer", ScalarTypes.NUMBER);
        }
        Optional<Integer> buyer = deal.require("buyer", ScalarTypes.NUMBER);
        if (buyer.isPresent() && !bidders.contains(buyer.get())) {
            deal.error("buyer", buyer.get() + " is not among participants.bidders; list the buyer there");
        }
        return buyer;
    }

    private static String written(DealTerms terms) {
        String mode = terms.mode();
        return Character.toLowerCase(mode.charAt(0)) + mode.substring(1);
    }

    private static Optional<Admission> admission(Section deal) {
        Optional<AdmissionReader.Planned> planned = AdmissionReader.read(deal, deal.without("defaults"));
        boolean fixed = planned.isPresent() && planned.get().paddlesFixed();
        if (fixed) {
            deal.error("admission", "has paddlesFixed, which belongs to a lot with bids; leave it out");
        }
        return fixed ? Optional.empty() : planned.map(AdmissionReader.Planned::rule);
    }
}
