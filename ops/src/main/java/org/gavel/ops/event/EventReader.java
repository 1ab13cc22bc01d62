package org.gavel.ops.event;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gavel.ops.rulebook.ShippedRules;
import org.gavel.ops.yaml.ScalarType;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;

/** Reads an event file's blocks and checks them against each other. */
final class EventReader {
    static final String PRIVATE_SALE = "PRIVATE_SALE";
    /** The most participants, and the most of whatever is offered, of one file. */
    static final int MAX_ENTRIES = 10_000;

    private static final ScalarType<String> EVENT_NAME =
            ScalarTypes.matching("[A-Za-z0-9._-]{1,32}", "1 to 32 of A-Z a-z 0-9 . _ -, such as zj-2026-12");
    private static final int MAX_VENUE = 64;
    private static final ScalarType<String> RULEBOOK = ScalarTypes.matching(
            PRIVATE_SALE + "|" + String.join("|", ShippedRules.NAMES) + "|[A-Z][A-Z0-9_]{0,63}@[1-9][0-9]{0,5}",
            "one of " + PRIVATE_SALE + ", " + String.join(", ", ShippedRules.NAMES)
                    + ", or NAME@version of one the venue has");

    private final Section root;
    private final Path directory;

    /** @param directory where the file is */
    EventReader(Section root, Path directory) {
        this.root = root;
        this.directory = directory;
    }

    /** The plan, complete only where the file's problems hold no error. */
    Optional<EventPlan> read() {
        Optional<String> event = root.require("event", EVENT_NAME);
        Optional<String> venue = root.require("venue", ScalarTypes.text(MAX_VENUE));
        Optional<String> rulebook = root.require("rulebook", RULEBOOK);
        Optional<Section> participants = requireSection("participants");
        List<Entry<Party>> sellers =
                participants.map(p -> parties(p, "sellers")).orElse(List.of());
        List<Entry<Party>> bidders =
                participants.map(p -> parties(p, "bidders")).orElse(List.of());
        participants.ifPresent(Section::rejectUnknown);
        ReadProgramme programme = new ProgrammeReader(root, rulebook.orElse(PRIVATE_SALE), directory)
                .read(numbers(sellers), numbers(bidders));
        root.rejectUnknown();
        new CrossCheck(sellers, bidders, programme).run();
        if (event.isEmpty() || venue.isEmpty() || rulebook.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new EventPlan(
                event.get(),
                venue.get(),
                rulebook.get(),
                sellers.stream().flatMap(entry -> entry.value().stream()).toList(),
                bidders.stream().flatMap(entry -> entry.value().stream()).toList(),
                programme.programme(),
                Places.of(sellers, bidders, programme)));
    }

    private Optional<Section> requireSection(String key) {
        if (!root.has(key)) {
            root.error(key, "is missing; write a block of keys");
        }
        return root.section(key);
    }

    private static List<Entry<Party>> parties(Section participants, String key) {
        return participants.sections(key, MAX_ENTRIES).stream()
                .map(PartyReader::read)
                .toList();
    }

    private static Set<Integer> numbers(List<Entry<Party>> parties) {
        return parties.stream().flatMap(party -> party.number().stream()).collect(Collectors.toSet());
    }
}
