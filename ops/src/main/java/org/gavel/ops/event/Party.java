package org.gavel.ops.event;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.protocol.command.CreditUnits;
import org.gavel.protocol.command.DescribeParticipant;
import org.gavel.protocol.value.Money;

/**
 * Somebody who takes part.
 *
 * @param identity what the identity hash is made of: a document number, or the name where none is given
 * @param deposit what has been paid in on the deposit account, or zero
 * @param units what has been put on their account of divisible rights
 * @param registered true where the venue knows the number already and the party is not registered again
 * @param standing what the rules ask about them
 */
public record Party(
        int number,
        String name,
        String identity,
        Money deposit,
        List<CreditUnits> units,
        boolean registered,
        Standing standing) {
    private static final String IDENTITY = "gavel identity v1";

    public Party {
        units = List.copyOf(units);
    }

    /** HMAC-SHA-256 of the identity, lower-case hex; the same identity in another Unicode form hashes the same. */
    public String identityHash(SealingKey key) {
        return hash(identity, key);
    }

    /** The description to put on record; empty where the file says nothing of it. */
    Optional<DescribeParticipant> description(SealingKey key) {
        String legalPerson = standing.legalPerson().isEmpty() ? "" : hash(standing.legalPerson(), key);
        return standing.isDescribed()
                ? Optional.of(new DescribeParticipant(number, legalPerson, standing.residence(), standing.staff()))
                : Optional.empty();
    }

    private static String hash(String document, SealingKey key) {
        return key.keyedHash(IDENTITY, Normalizer.normalize(document.strip(), Normalizer.Form.NFKC));
    }
}
