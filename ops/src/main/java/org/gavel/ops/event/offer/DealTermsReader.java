package org.gavel.ops.event.offer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gavel.ops.yaml.ScalarType;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.value.DealTerms;
import org.gavel.protocol.value.FixedPriceTerms;
import org.gavel.protocol.value.JointPurchaseTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.NeedTerms;
import org.gavel.protocol.value.NegotiatedTerms;
import org.gavel.protocol.value.OverSubscription;
import org.gavel.protocol.value.PublicityTerms;
import org.gavel.protocol.value.TransferMode;
import org.gavel.protocol.value.UseFirstTerms;

/** Reads {@code terms} of a deal, by its {@code mode}. What is left out reads as on the wire. */
final class DealTermsReader {
    private static final ScalarType<Integer> PUBLICITY_DAYS =
            ScalarTypes.whole(PublicityTerms.LEAST_DAYS, PublicityTerms.MOST_DAYS);
    private static final ScalarType<Integer> DECIDE_DAYS = ScalarTypes.whole(1, PublicityTerms.MOST_DAYS);
    private static final ScalarType<Function<Section, Optional<DealTerms>>> MODE = ScalarTypes.word(modes());

    private DealTermsReader() {}

    private static Map<String, Function<Section, Optional<DealTerms>>> modes() {
        Map<String, Function<Section, Optional<DealTerms>>> modes = new LinkedHashMap<>();
        modes.put("fixedPrice", DealTermsReader::fixedPrice);
        modes.put("jointPurchase", DealTermsReader::jointPurchase);
        modes.put("need", DealTermsReader::need);
        modes.put("negotiated", DealTermsReader::negotiated);
        modes.put("useFirst", DealTermsReader::useFirst);
        return modes;
    }

    /** Empty where anything is wrong, which stands among the file's problems then. */
    static Optional<DealTerms> read(Section deal) {
        if (!deal.has("terms")) {
            deal.error("terms", "is missing; write a block such as {mode: fixedPrice, price: 6万}");
        }
        Optional<Section> block = deal.section("terms");
        Optional<Function<Section, Optional<DealTerms>>> mode = block.flatMap(found -> found.require("mode", MODE));
        if (mode.isEmpty()) {
            return Optional.empty();
        }
        Optional<DealTerms> terms = mode.get().apply(block.get());
        block.get().rejectUnknown();
        return terms;
    }

    private static Optional<DealTerms> fixedPrice(Section block) {
        Optional<Money> price = block.require("price", ScalarTypes.PRICE);
        Money deposit = block.read("deposit", ScalarTypes.MONEY).orElse(Money.ZERO);
        boolean exclusive = block.read("exclusive", ScalarTypes.FLAG).orElse(false);
        int licences = block.read("licences", ScalarTypes.NUMBER).orElse(0);
        long until = block.read("until", ScalarTypes.TIME).orElse(0L);
        return price.flatMap(
                known -> block.buildByKey(() -> new FixedPriceTerms(known, deposit, exclusive, licences, until)));
    }

    private static Optional<DealTerms> jointPurchase(Section block) {
        Optional<Integer> shares = block.require("shares", ScalarTypes.whole(1, JointPurchaseTerms.MAX_SHARES));
        Optional<Money> sharePrice = block.require("sharePrice", ScalarTypes.PRICE);
        long withdrawUntil = block.read("withdrawUntil", ScalarTypes.TIME).orElse(0L);
        Optional<Long> until = block.require("until", ScalarTypes.TIME);
        OverSubscription over = block.read("overSubscription", ScalarTypes.word(OverSubscription.class))
                .orElse(OverSubscription.FIRST_COME);
        if (until.isPresent() && withdrawUntil > until.get()) {
            block.error("withdrawUntil", "must not come after until");
            return Optional.empty();
        }
        return shares.isEmpty() || sharePrice.isEmpty() || until.isEmpty()
                ? Optional.empty()
                : block.buildByKey(
                        () -> new JointPurchaseTerms(shares.get(), sharePrice.get(), withdrawUntil, until.get(), over));
    }

    private static Optional<DealTerms> need(Section block) {
        Money budget = block.read("budget", ScalarTypes.MONEY).orElse(Money.ZERO);
        long until = block.read("until", ScalarTypes.TIME).orElse(0L);
        return block.buildByKey(() -> new NeedTerms(budget, until));
    }

    private static Optional<DealTerms> negotiated(Section block) {
        Optional<Money> price = block.require("price", ScalarTypes.PRICE);
        TransferMode transfer = transfer(block);
        if (!block.has("publicity")) {
            block.error("publicity", "is missing; write a block with summary and objections, for 15 days or more");
        }
        Optional<PublicityTerms> publicity = block.section("publicity").flatMap(DealTermsReader::publicity);
        int need = block.read("need", ScalarTypes.NUMBER).orElse(0);
        int offer = block.read("offer", ScalarTypes.NUMBER).orElse(0);
        return price.isEmpty() || publicity.isEmpty()
                ? Optional.empty()
                : block.buildByKey(() -> new NegotiatedTerms(price.get(), transfer, publicity.get(), need, offer));
    }

    private static Optional<DealTerms> useFirst(Section block) {
        Optional<Money> price = block.require("price", ScalarTypes.PRICE);
        Money deposit = block.read("deposit", ScalarTypes.MONEY).orElse(Money.ZERO);
        TransferMode transfer = transfer(block);
        block.knows(Set.of("publicity"));
        Optional<PublicityTerms> publicity = block.has("publicity")
                ? block.section("publicity").flatMap(DealTermsReader::publicity)
                : Optional.of(PublicityTerms.NONE);
        Optional<Integer> useDays = block.require("useDays", ScalarTypes.whole(1, UseFirstTerms.MOST_DAYS));
        return price.isEmpty() || publicity.isEmpty() || useDays.isEmpty()
                ? Optional.empty()
                : block.buildByKey(
                        () -> new UseFirstTerms(price.get(), deposit, transfer, publicity.get(), useDays.get()));
    }

    private static TransferMode transfer(Section block) {
        return block.read("transfer", ScalarTypes.word(TransferMode.class)).orElse(TransferMode.TRANSFER);
    }

    private static Optional<PublicityTerms> publicity(Section block) {
        int days = block.read("days", PUBLICITY_DAYS).orElse(PublicityTerms.LEAST_DAYS);
        Optional<String> summary = block.require("summary", ScalarTypes.TEXT);
        boolean related = block.read("related", ScalarTypes.FLAG).orElse(false);
        Optional<String> objections = block.require("objections", ScalarTypes.TEXT);
        int decideDays = block.read("decideDays", DECIDE_DAYS).orElse(0);
        block.rejectUnknown();
        return summary.isEmpty() || objections.isEmpty()
                ? Optional.empty()
                : block.buildByKey(
                        () -> new PublicityTerms(days, summary.get(), related, objections.get(), decideDays));
    }
}
