package org.gavel.ops.event;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gavel.exchange.engine.lot.Priorities;
import org.gavel.ops.event.PriorityReader.Priority;
import org.gavel.ops.event.terms.PhasesReader;
import org.gavel.ops.yaml.Placed;
import org.gavel.ops.yaml.ScalarType;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.SaleBasis;
import org.gavel.protocol.value.SellerCategory;
import org.gavel.protocol.value.Title;

/** Reads the lots of an event file; what a lot does not say is taken from the file's {@code defaults}. */
final class LotReader {
    private static final int LEAST_PERCENT = 5;
    private static final int MOST_PERCENT = 20;

    private static final ScalarType<String> CATEGORY = ScalarTypes.oneOf(
            Arrays.stream(SellerCategory.values()).map(Enum::name).toList());

    private final Section defaults;
    private final String rulebook;
    private final PriorityReader priorities;

    LotReader(Section defaults, String rulebook, PriorityReader priorities) {
        this.defaults = defaults;
        this.rulebook = rulebook;
        this.priorities = priorities;
    }

    Entry<PlannedLot> read(Section lot) {
        Optional<Integer> number = lot.require("number", ScalarTypes.NUMBER);
        Optional<Title> title = EventReader.title(lot);
        Optional<Placed<Integer>> seller = seller(lot);
        Optional<Money> start = lot.require("start", ScalarTypes.PRICE);
        Money deposit = deposit(lot, start);
        List<PhaseTerms> phases = new PhasesReader(lot, defaults, start).read();
        ReserveReader.Planned reserve = ReserveReader.read(lot, phases);
        Optional<Priority> priority = priorities.read(lot, defaults);
        long opensAt = lot.read("opensAt", ScalarTypes.TIME).orElse(0L);
        OutageRule outage = outage(lot.holder("outage", defaults));
        SaleBasis basis = basis(lot.holder("basis", defaults));
        lot.rejectUnknown();
        boolean complete = number.isPresent()
                && title.isPresent()
                && seller.isPresent()
                && !phases.isEmpty()
                && priority.isPresent();
        Optional<PlannedLot> planned = !complete
                ? Optional.empty()
                : lot.build(() -> new AnnounceLot(
                                        number.get(),
                                        title.get(),
                                        seller.get().value(),
                                        rulebook,
                                        deposit,
                                        reserve.hidden() ? Reserve.NONE : new Reserve(reserve.amount(), false, ""),
                                        phases,
                                        opensAt,
                                        outage,
                                        priority.get().rule())
                                .with(basis))
                        .map(announced -> planned(lot, announced, reserve, priority.get()));
        return new Entry<>(lot, number, seller.stream().toList(), planned);
    }

    private static PlannedLot planned(
            Section lot, AnnounceLot announced, ReserveReader.Planned reserve, Priority priority) {
        if (!Priorities.fits(announced)) {
            lot.error("priority", "does not fit the phases. " + RejectReason.PRIORITY_UNFIT.sentence(0));
        }
        boolean sellerHolds =
                priority.holders().stream().anyMatch(holder -> holder.participant() == announced.seller());
        if (sellerHolds) {
            lot.error("priority", "names the lot's seller, who can hold no right on it; leave them out");
        }
        return new PlannedLot(
                announced, reserve.hidden() ? reserve.amount() : Money.ZERO, priority.grants(announced.lot()));
    }

    private Optional<Placed<Integer>> seller(Section lot) {
        Section holder = lot.holder("seller", defaults);
        return holder.require("seller", ScalarTypes.NUMBER)
                .map(seller -> new Placed<>(seller, holder.line("seller"), holder.key("seller")));
    }

    private Money deposit(Section lot, Optional<Money> start) {
        Section holder = lot.holder("deposit", defaults);
        Optional<DepositRate> rate = holder.read("deposit", DepositRate.TYPE);
        if (start.isEmpty() || (rate.isEmpty() && holder.has("deposit"))) {
            return Money.ZERO;
        }
        Money deposit = rate.map(r -> r.of(start.get())).orElse(Money.ZERO);
        long hundredfold = Math.multiplyExact(deposit.fen(), 100L);
        boolean usual = hundredfold >= start.get().fen() * LEAST_PERCENT
                && hundredfold <= start.get().fen() * MOST_PERCENT;
        if (!usual) {
            lot.warn(
                    "deposit",
                    "of " + deposit.yuan() + " yuan is not 5 to 20 % of the start price of "
                            + start.get().yuan());
        }
        return deposit;
    }

    private static SaleBasis basis(Section holder) {
        Optional<Section> section = holder.section("basis");
        if (section.isEmpty()) {
            return SaleBasis.NONE;
        }
        Section said = section.get();
        SaleBasis basis = new SaleBasis(
                said.read("category", CATEGORY).map(SellerCategory::valueOf).orElse(SellerCategory.PRIVATE),
                said.read("movable", ScalarTypes.FLAG).orElse(false),
                said.read("appraisal", ScalarTypes.PRICE).orElse(Money.ZERO),
                said.read("approvalRef", ScalarTypes.TEXT).orElse(""),
                said.read("relistOf", ScalarTypes.NUMBER).orElse(0),
                said.read("minBidders", ScalarTypes.whole(1, SaleBasis.MAX_MIN_BIDDERS))
                        .orElse(0));
        said.rejectUnknown();
        return basis;
    }

    private static OutageRule outage(Section holder) {
        Optional<Section> section = holder.section("outage");
        if (section.isEmpty()) {
            return OutageRule.DEFAULT;
        }
        boolean clerk = section.get().read("clerkResumes", ScalarTypes.FLAG).orElse(false);
        Duration after =
                section.get().read("resumeAfter", ScalarTypes.DURATION).orElse(OutageRule.DEFAULT.resumeAfter());
        section.get().rejectUnknown();
        return new OutageRule(clerk, after);
    }
}
