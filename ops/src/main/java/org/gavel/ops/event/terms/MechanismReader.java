package org.gavel.ops.event.terms;

import java.util.List;
import java.util.Optional;
import org.gavel.protocol.value.PhaseTerms;

/** Reads the parameters of one mechanism. */
interface MechanismReader {
    /** Every key it reads; {@code start} is one where the mechanism has a price of its own. */
    List<String> keys();

    /** The terms; empty where anything in them is wrong, which stands among the file's problems then. */
    Optional<PhaseTerms> read(PhaseKeys keys);
}
