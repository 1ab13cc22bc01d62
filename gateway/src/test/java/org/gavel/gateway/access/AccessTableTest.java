package org.gavel.gateway.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.Test;

class AccessTableTest {
    private static final PlaceBid BID = new PlaceBid(1, 0, new Money(1));

    private static Claims claims(Role role, long subject) {
        return new Claims(subject, role, Instant.MAX, "t");
    }

    private static RejectReason refusal(Claims asking, Command command) {
        return assertThrows(InvalidValue.class, () -> AccessTable.checkAccount(asking, command))
                .reason();
    }

    @Test
    void hasARowForEveryCommand() {
        Set<String> commands = Arrays.stream(Command.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());

        assertEquals(commands, AccessTable.commands());
    }

    @Test
    void letsNobodySendWhatOnlyTheVenueItselfRecords() {
        for (String op : Set.of("Genesis", "NodeStarted", "NodeStopping", "StateDigest", "Tick")) {
            for (Role role : Role.values()) {
                assertFalse(AccessTable.allows(role, op), role + " " + op);
            }
        }
    }

    @Test
    void letsThoseWhoOnlyWatchSendNothing() {
        for (String op : AccessTable.commands()) {
            assertFalse(AccessTable.allows(Role.SPECTATOR, op), op);
            assertFalse(AccessTable.allows(Role.AUDITOR, op), op);
            assertFalse(AccessTable.allows(Role.SYSTEM, op), op);
        }
    }

    @Test
    void letsNoOperatorBid() {
        assertFalse(AccessTable.allows(Role.OPERATOR, "PlaceBid"));
        assertTrue(AccessTable.allows(Role.OPERATOR, "OpenLot"));
    }

    @Test
    void holdsABidderToTheirOwnNumber() {
        Claims bidder = claims(Role.BIDDER, 7);

        assertDoesNotThrow(() -> AccessTable.checkAccount(bidder, BID));
        assertDoesNotThrow(() -> AccessTable.checkAccount(bidder, new PlaceBid(1, 7, new Money(1))));
        assertEquals(RejectReason.NOT_YOUR_ACCOUNT, refusal(bidder, new PlaceBid(1, 8, new Money(1))));
        assertEquals(RejectReason.NOT_YOUR_ACCOUNT, refusal(bidder, new HoldDeposit(1, 8)));
    }

    @Test
    void wantsFromStaffWhomTheyActFor() {
        assertEquals(RejectReason.MISSING_FIELD, refusal(claims(Role.CLERK, 7), BID));
        assertEquals(RejectReason.MISSING_FIELD, refusal(claims(Role.OPERATOR, 7), new HoldDeposit(1, 0)));
        assertDoesNotThrow(() -> AccessTable.checkAccount(claims(Role.CLERK, 7), new PlaceBid(1, 8, new Money(1))));
    }
}
