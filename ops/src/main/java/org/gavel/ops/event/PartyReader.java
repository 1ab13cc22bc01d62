package org.gavel.ops.event;

import java.util.List;
import java.util.Optional;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Residence;

/** Reads one row of {@code participants}. */
final class PartyReader {
    private PartyReader() {}

    static Entry<Party> read(Section section) {
        Optional<Integer> number = section.require("number", ScalarTypes.NUMBER);
        Optional<String> name = section.require("name", ScalarTypes.TEXT);
        String identity = section.read("identity", ScalarTypes.TEXT).orElse(name.orElse(""));
        Money deposit = section.read("deposit", ScalarTypes.MONEY).orElse(Money.ZERO);
        boolean registered = section.read("registered", ScalarTypes.FLAG).orElse(false);
        Standing standing = standing(section);
        section.rejectUnknown();
        if (registered && standing.verified()) {
            section.error(
                    "verified", "does not go with registered: true; the venue decided on them earlier, leave it out");
        }
        Optional<Party> party = number.isEmpty() || name.isEmpty()
                ? Optional.empty()
                : Optional.of(new Party(number.get(), name.get(), identity, deposit, registered, standing));
        return new Entry<>(section, number, List.of(), party);
    }

    private static Standing standing(Section section) {
        return new Standing(
                section.read("verified", ScalarTypes.FLAG).orElse(false),
                section.read("residence", ScalarTypes.word(Residence.class)).orElse(Residence.UNKNOWN),
                section.read("legalPerson", ScalarTypes.TEXT).orElse(""),
                section.read("staff", ScalarTypes.FLAG).orElse(false));
    }
}
