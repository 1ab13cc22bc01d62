package org.gavel.protocol.command;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * The first record of a venue; what it says holds for every record after it.
 *
 * @param digestEvery a {@link StateDigest} follows each record whose sequence this number divides
 */
public record Genesis(
        String venue,
        int format,
        int schema,
        int behaviour,
        String hash,
        String timeUnit,
        String currency,
        int digestEvery)
        implements Command, VenueRecord {
    public Genesis {
        venue = Require.text(Require.present(venue, "venue"), "venue");
        if (venue.isBlank()) {
            throw new InvalidValue(RejectReason.MISSING_FIELD, "venue", "is required");
        }
        Require.between(format, 1, 65_535, "format");
        Require.between(schema, 1, 65_535, "schema");
        Require.between(behaviour, 1, 65_535, "behaviour");
        hash = Require.text(hash, "hash");
        timeUnit = Require.text(timeUnit, "timeUnit");
        currency = Require.text(currency, "currency");
        Require.between(digestEvery, 1, Integer.MAX_VALUE, "digestEvery");
    }
}
