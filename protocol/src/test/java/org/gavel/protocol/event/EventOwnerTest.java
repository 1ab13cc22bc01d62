package org.gavel.protocol.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonView;
import java.lang.reflect.RecordComponent;
import org.gavel.protocol.value.Draw;
import org.junit.jupiter.api.Test;

/** Whoever is hidden from the public in an event of a lot is the one who gets all of it. */
class EventOwnerTest {
    @Test
    void isTheParticipantThePublicDoesNotSee() throws ReflectiveOperationException {
        Draw draw = new Draw(7);
        for (int i = 0; i < 2_000; i++) {
            if (Events.any(draw) instanceof LotEvent event) {
                assertEquals(hidden(event), event.owner(), event::toString);
            }
        }
    }

    private static int hidden(LotEvent event) throws ReflectiveOperationException {
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            boolean isPrivate = component.getAccessor().isAnnotationPresent(JsonView.class);
            if (isPrivate && component.getType() == int.class) {
                return (int) component.getAccessor().invoke(event);
            }
        }
        return 0;
    }
}
