package org.gavel.loadtest.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;
import org.gavel.loadtest.link.Push;
import org.gavel.protocol.value.Money;

/** What one bidder's deposit account has free, as far as it was told. Confined to one thread. */
final class Purse {
    private OptionalLong freeFen = OptionalLong.empty();

    void snapshot(ObjectNode snapshot) {
        JsonNode free = snapshot.path("free");
        freeFen = free.isValueNode() ? OptionalLong.of(free.asLong()) : OptionalLong.empty();
    }

    void apply(Push push) {
        ObjectNode fields = push.fields();
        long amount = fields.path("amount").asLong();
        switch (push.event()) {
            case "DepositCredited", "DepositWithdrawn" ->
                freeFen = OptionalLong.of(fields.path("free").asLong());
            case "DepositHeld" -> change(-amount);
            case "DepositReleased" -> change(amount);
            default -> {}
        }
    }

    private void change(long fen) {
        if (freeFen.isPresent()) {
            freeFen = OptionalLong.of(freeFen.getAsLong() + fen);
        }
    }

    /** False where it is known that the venue would refuse to hold so much. */
    boolean affords(Money deposit) {
        return freeFen.isEmpty() || freeFen.getAsLong() >= deposit.fen();
    }
}
