package org.gavel.ops.event;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gavel.ops.event.lot.TitleReader;
import org.gavel.ops.event.offer.BookReader;
import org.gavel.ops.event.offer.DealReader;
import org.gavel.ops.yaml.Placed;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.command.AnnounceRoadshow;
import org.gavel.protocol.value.Title;

/** Reads what an event offers: {@code lots}, {@code listings}, {@code deals}, {@code books} and {@code sessions}. */
final class ProgrammeReader {
    private static final int MAX_ENTRIES = EventReader.MAX_ENTRIES;
    private static final List<String> OFFERED = List.of("lots", "listings", "deals", "books");

    private final Section root;
    private final String rulebook;
    private final Path directory;
    private final Section defaults;

    /** @param directory where the file is */
    ProgrammeReader(Section root, String rulebook, Path directory) {
        this.root = root;
        this.rulebook = rulebook;
        this.directory = directory;
        this.defaults = root.section("defaults").orElse(root.without("defaults"));
    }

    /** @param sellers and bidders: the numbers of the file's participants */
    ReadProgramme read(Set<Integer> sellers, Set<Integer> bidders) {
        if (OFFERED.stream().noneMatch(root::has)) {
            root.error("lots", "is missing; write a list of lots, or one of listings, deals or books");
        }
        LotReader lotReader = new LotReader(defaults, rulebook, new PriorityReader(bidders), directory);
        DealReader dealReader = new DealReader(defaults, rulebook, sellers, bidders);
        List<Entry<PlannedLot>> lots =
                sections("lots").stream().map(lotReader::read).toList();
        List<ListingReader.Listed> listings = sections("listings").stream()
                .map(new ListingReader(defaults, lotReader)::read)
                .toList();
        ReadProgramme programme = new ReadProgramme(
                lots,
                listings.stream().map(ListingReader.Listed::listing).toList(),
                listings.stream().flatMap(one -> one.lot().stream()).toList(),
                sections("deals").stream()
                        .map(deal -> entry(deal, dealReader.read(deal)))
                        .toList(),
                sections("books").stream()
                        .map(book -> entry(book, BookReader.read(book)))
                        .toList(),
                sections("sessions").stream().map(ProgrammeReader::session).toList());
        if (programme.allLots().findAny().isPresent()) {
            defaults.knows(Set.of("terms"));
            defaults.rejectUnknown();
        }
        return programme;
    }

    private List<Section> sections(String key) {
        return root.sections(key, MAX_ENTRIES);
    }

    private static <T> Entry<T> entry(Section section, Optional<T> value) {
        return new Entry<>(section, section.read("number", ScalarTypes.NUMBER), List.of(), value);
    }

    private static Entry<AnnounceRoadshow> session(Section section) {
        Optional<Integer> number = section.require("number", ScalarTypes.NUMBER);
        Optional<Title> title = TitleReader.read(section);
        List<Placed<Integer>> lots = section.list("lots", ScalarTypes.NUMBER, AnnounceRoadshow.MAX_LOTS);
        if (lots.isEmpty()) {
            section.error("lots", "must name the lots in the order in which they are sold, such as [1, 2, 3]");
        }
        Duration interval = section.read("interval", ScalarTypes.DURATION).orElse(Duration.ZERO);
        section.rejectUnknown();
        Optional<AnnounceRoadshow> session = number.isEmpty() || title.isEmpty() || lots.isEmpty()
                ? Optional.empty()
                : section.build(() -> new AnnounceRoadshow(
                        number.get(),
                        title.get(),
                        lots.stream().map(Placed::value).toList(),
                        interval));
        return new Entry<>(section, number, lots, session);
    }
}
