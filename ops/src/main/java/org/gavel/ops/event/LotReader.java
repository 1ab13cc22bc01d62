package org.gavel.ops.event;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gavel.exchange.engine.lot.Priorities;
import org.gavel.ops.event.PriorityReader.Priority;
import org.gavel.ops.event.lot.AdmissionReader;
import org.gavel.ops.event.lot.BasisReader;
import org.gavel.ops.event.lot.DepositReader;
import org.gavel.ops.event.lot.OfferingReader;
import org.gavel.ops.event.lot.OutageReader;
import org.gavel.ops.event.lot.TitleReader;
import org.gavel.ops.event.terms.PhasesReader;
import org.gavel.ops.yaml.Placed;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Offering;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.PriorityMode;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.SaleBasis;
import org.gavel.protocol.value.ScoreTerms;
import org.gavel.protocol.value.Title;

/** Reads the lots of an event file; what a lot does not say is taken from the file's {@code defaults}. */
final class LotReader {
    private final Section defaults;
    private final String rulebook;
    private final PriorityReader priorities;
    private final Path directory;
    private final DepositReader deposits;
    private final BasisReader bases;

    /** @param directory where the event file is */
    LotReader(Section defaults, String rulebook, PriorityReader priorities, Path directory) {
        this.defaults = defaults;
        this.rulebook = rulebook;
        this.priorities = priorities;
        this.directory = directory;
        this.deposits = new DepositReader(defaults, rulebook);
        this.bases = new BasisReader(defaults, rulebook);
    }

    Entry<PlannedLot> read(Section lot) {
        return read(lot, false);
    }

    /** The lot of a listing: it opens when its disclosure has ended, for parties qualified meanwhile. */
    Entry<PlannedLot> readListed(Section lot) {
        return read(lot, true);
    }

    private Entry<PlannedLot> read(Section lot, boolean listed) {
        Optional<Integer> number = lot.require("number", ScalarTypes.NUMBER);
        Optional<Title> title = TitleReader.read(lot);
        Optional<Placed<Integer>> seller = seller(lot);
        Optional<Money> start = lot.require("start", ScalarTypes.PRICE);
        List<PhaseTerms> phases = new PhasesReader(lot, defaults, start, directory).read();
        Money deposit = deposits.read(lot, start, phases);
        ReserveReader.Planned reserve = ReserveReader.read(lot, phases);
        Optional<Priority> priority = priorities.read(lot, defaults);
        long opensAt = lot.read("opensAt", ScalarTypes.TIME).orElse(0L);
        OutageRule outage = OutageReader.read(lot, defaults);
        SaleBasis basis = bases.read(lot);
        Optional<AdmissionReader.Planned> admission =
                listed ? AdmissionReader.readListed(lot, defaults) : AdmissionReader.read(lot, defaults);
        Optional<Offering> offering = OfferingReader.read(lot, defaults);
        lot.rejectUnknown();
        if (listed) {
            ListedLot.checkListed(lot, defaults, phases, reserve);
        } else {
            ListedLot.checkPlain(lot, phases);
        }
        boolean complete = number.isPresent()
                && title.isPresent()
                && seller.isPresent()
                && !phases.isEmpty()
                && priority.isPresent()
                && admission.isPresent()
                && offering.isPresent();
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
                                priority.get().rule(),
                                basis,
                                admission.get().rule(),
                                offering.get()))
                        .map(announced -> planned(
                                lot,
                                announced,
                                new PlannedLot.Secrets(
                                        reserve.hidden() ? reserve.amount() : Money.ZERO,
                                        admission.get().paddlesFixed()),
                                priority.get()));
        return new Entry<>(lot, number, seller.stream().toList(), planned);
    }

    private static PlannedLot planned(
            Section lot, AnnounceLot announced, PlannedLot.Secrets secrets, Priority priority) {
        boolean decidesOtherwise =
                announced.phases().stream().anyMatch(phase -> phase.severalWinners() || phase instanceof ScoreTerms);
        if (announced.priority().mode() != PriorityMode.NONE && decidesOtherwise) {
            lot.error("priority", "does not go with several winners or scores, which leave no price to match");
        } else if (!Priorities.fits(announced)) {
            lot.error("priority", "does not fit the phases. " + RejectReason.PRIORITY_UNFIT.sentence(0));
        }
        boolean sellerHolds =
                priority.holders().stream().anyMatch(holder -> holder.participant() == announced.seller());
        if (sellerHolds) {
            lot.error("priority", "names the lot's seller, who can hold no right on it; leave them out");
        }
        return new PlannedLot(announced, secrets, priority.grants(announced.lot()));
    }

    private Optional<Placed<Integer>> seller(Section lot) {
        Section holder = lot.holder("seller", defaults);
        return holder.require("seller", ScalarTypes.NUMBER)
                .map(seller -> new Placed<>(seller, holder.line("seller"), holder.key("seller")));
    }
}
