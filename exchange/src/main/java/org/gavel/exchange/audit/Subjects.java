package org.gavel.exchange.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.event.ApplicationReceived;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.DepositForfeited;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.ExcludedAttempt;
import org.gavel.protocol.event.LicenceRecorded;
import org.gavel.protocol.event.LotEvent;
import org.gavel.protocol.event.MaximumPlaced;
import org.gavel.protocol.event.PaddlesOpened;
import org.gavel.protocol.event.PartyMarked;
import org.gavel.protocol.event.PrivateEvent;
import org.gavel.protocol.event.QualificationDecided;
import org.gavel.protocol.event.UnitsBidTaken;

/** Which lot and which participant a command or an event is about; 0 where it is nobody's. */
final class Subjects {
    private Subjects() {}

    static int lotOf(ObjectNode command) {
        return command.path("lot").asInt(0);
    }

    static int roadshowOf(ObjectNode tree) {
        return tree.path("roadshow").asInt(0);
    }

    static int lotOf(Event event) {
        if (event instanceof LotEvent about) {
            return about.lot();
        }
        if (event instanceof CommandRejected refused) {
            return refused.lot();
        }
        if (event instanceof ExcludedAttempt attempt) {
            return attempt.lot();
        }
        if (event instanceof PaddlesOpened opened) {
            return opened.lot();
        }
        return event instanceof PrivateEvent about ? lotOf(about) : 0;
    }

    private static int lotOf(PrivateEvent event) {
        if (event instanceof DepositHeld held) {
            return held.lot();
        }
        if (event instanceof DepositReleased released) {
            return released.lot();
        }
        if (event instanceof DepositForfeited forfeited) {
            return forfeited.lot();
        }
        if (event instanceof MaximumPlaced placed) {
            return placed.lot();
        }
        if (event instanceof UnitsBidTaken taken) {
            return taken.lot();
        }
        return entryLotOf(event);
    }

    private static int entryLotOf(PrivateEvent event) {
        if (event instanceof QualificationDecided decided) {
            return decided.lot();
        }
        if (event instanceof ApplicationReceived received) {
            return received.lot();
        }
        if (event instanceof PartyMarked marked) {
            return marked.lot();
        }
        return event instanceof LicenceRecorded licence ? licence.lot() : 0;
    }

    static int participantOf(Event event) {
        if (event instanceof PrivateEvent about) {
            return about.participant();
        }
        if (event instanceof ExcludedAttempt attempt) {
            return attempt.participant();
        }
        return event instanceof LotEvent about ? about.owner() : 0;
    }

    /** The paddle of the event's owner; 0 where it names none. */
    static int paddleOf(Event event) {
        boolean isOwned = event instanceof LotEvent about && about.owner() > 0;
        return isOwned ? JsonCodec.tree(event).path("paddle").asInt(0) : 0;
    }
}
