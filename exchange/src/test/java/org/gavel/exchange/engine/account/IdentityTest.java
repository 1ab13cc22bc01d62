package org.gavel.exchange.engine.account;

import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.EraseIdentity;
import org.gavel.protocol.command.RecordIdentity;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.event.IdentityErased;
import org.gavel.protocol.event.IdentityRecorded;
import org.gavel.protocol.reject.RejectReason;
import org.junit.jupiter.api.Test;

class IdentityTest {
    private static final String SEALED = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";
    private static final String OTHER = SEALED.replace('Q', 'R');

    private final MarketFixture market = venue();

    IdentityTest() {
        market.staff(new RegisterParticipant(77, ""));
    }

    private RejectReason refusal() {
        return market.request().reason();
    }

    @Test
    void anIdentityIsOnRecordByTheHashOfItsCiphertext() {
        market.staff(new RecordIdentity(77, SEALED));
        String first = market.events(IdentityRecorded.class).get(0).sealedHash();
        assertEquals(64, first.length());
        market.staff(new RecordIdentity(77, OTHER));
        assertNotEquals(first, market.events(IdentityRecorded.class).get(0).sealedHash());
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    @Test
    void anErasedIdentityIsErasedForGood() {
        market.staff(new RecordIdentity(77, SEALED));
        market.staff(new EraseIdentity(77, "the person asked for it"));
        assertEquals(List.of(new IdentityErased(77, "the person asked for it")), market.events(IdentityErased.class));
        market.staff(new EraseIdentity(77, "again"));
        assertEquals(RejectReason.IDENTITY_ERASED, refusal());
        market.staff(new RecordIdentity(77, SEALED));
        assertEquals(RejectReason.IDENTITY_ERASED, refusal());
    }

    @Test
    void thereMustBeAParticipantAndAnIdentity() {
        market.staff(new EraseIdentity(77, "nothing is there"));
        assertEquals(RejectReason.NO_IDENTITY, refusal());
        market.staff(new RecordIdentity(78, SEALED));
        assertEquals(RejectReason.PARTICIPANT_UNKNOWN, refusal());
    }
}
