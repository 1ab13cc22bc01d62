package org.gavel.ops.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gavel.ops.event.offer.BookReader;
import org.gavel.ops.yaml.ScalarTypes;
import org.gavel.ops.yaml.Section;
import org.gavel.protocol.command.CreditUnits;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Residence;

/** Reads one row of {@code participants}. */
final class PartyReader {
    private static final int MAX_ASSETS = 1_000;

    private PartyReader() {}

    static Entry<Party> read(Section section) {
        Optional<Integer> number = section.require("number", ScalarTypes.NUMBER);
        Optional<String> name = section.require("name", ScalarTypes.TEXT);
        String identity = section.read("identity", ScalarTypes.TEXT).orElse(name.orElse(""));
        Money deposit = section.read("deposit", ScalarTypes.MONEY).orElse(Money.ZERO);
        List<CreditUnits> units = units(section, number);
        boolean registered = section.read("registered", ScalarTypes.FLAG).orElse(false);
        Standing standing = standing(section);
        section.rejectUnknown();
        if (registered && standing.verified()) {
            section.error(
                    "verified", "does not go with registered: true; the venue decided on them earlier, leave it out");
        }
        Optional<Party> party = number.isEmpty() || name.isEmpty()
                ? Optional.empty()
                : Optional.of(new Party(number.get(), name.get(), identity, deposit, units, registered, standing));
        return new Entry<>(section, number, List.of(), party);
    }

    private static List<CreditUnits> units(Section section, Optional<Integer> participant) {
        List<CreditUnits> units = new ArrayList<>();
        for (Section row : section.sections("units", MAX_ASSETS)) {
            Optional<String> asset = row.require("asset", BookReader.ASSET);
            Optional<Long> quantity = row.require("quantity", ScalarTypes.count(CreditUnits.MOST));
            row.rejectUnknown();
            if (units.stream().anyMatch(other -> asset.equals(Optional.of(other.asset())))) {
                row.error("asset", asset.get() + " stands in a row before; write each asset once");
            } else if (participant.isPresent() && asset.isPresent() && quantity.isPresent()) {
                units.add(new CreditUnits(participant.get(), asset.get(), quantity.get()));
            }
        }
        return units;
    }

    private static Standing standing(Section section) {
        return new Standing(
                section.read("verified", ScalarTypes.FLAG).orElse(false),
                section.read("residence", ScalarTypes.word(Residence.class)).orElse(Residence.UNKNOWN),
                section.read("legalPerson", ScalarTypes.TEXT).orElse(""),
                section.read("staff", ScalarTypes.FLAG).orElse(false));
    }
}
