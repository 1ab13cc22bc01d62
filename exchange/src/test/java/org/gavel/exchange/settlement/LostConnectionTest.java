package org.gavel.exchange.settlement;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LostConnectionTest {
    @ParameterizedTest
    @ValueSource(strings = {"08000", "08001", "08003", "08006", "57P01", "57P02", "57P03", "57P05", "25P03", "53300"})
    void anotherConnectionMayMendIt(String state) {
        assertTrue(LostConnection.isCauseOf(new ConnectionException(new SQLException("gone", state))));
    }

    /** Password, user, database, uniqueness, tables, a full disk, an admission that was refused. */
    @ParameterizedTest
    @ValueSource(strings = {"28P01", "28000", "3D000", "23505", "42P01", "53100", "08004", ""})
    void anotherConnectionWouldNotMendIt(String state) {
        assertFalse(LostConnection.isCauseOf(new ConnectionException(new SQLException("refused", state))));
    }

    @Test
    void whatNoDatabaseSaidIsNotIt() {
        assertFalse(LostConnection.isCauseOf(new IllegalStateException("Lot 7 is not on record.")));
        assertFalse(LostConnection.isCauseOf(new ConnectionException(new SQLException("no state"))));
    }
}
