package org.gavel.exchange.settlement;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Every row of every table as text, to be compared as a whole; only the settlers' terms are left out. */
final class LedgerTables {
    private static final Map<String, String> ORDER = Map.of(
            "settlement_position", "follower",
            "lot", "lot",
            "account_posting", "sequence, event_index, leg",
            "unit_posting", "sequence, event_index, leg",
            "award", "lot, place",
            "award_annulment", "sequence",
            "sale_confirmation", "lot, place",
            "technology_contract", "lot, place",
            "contract_registration", "contract_draft_number");

    private LedgerTables() {}

    static Map<String, List<String>> of(DataSource source) {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = source.getConnection()) {
            for (Map.Entry<String, String> table : ORDER.entrySet()) {
                String query = "SELECT * FROM " + table.getKey() + " ORDER BY " + table.getValue();
                tables.put(table.getKey(), rows(connection, query));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return tables;
    }

    static void execute(DataSource source, String... statements) {
        try (Connection connection = source.getConnection()) {
            for (String statement : statements) {
                connection.createStatement().execute(statement);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet row = connection.createStatement().executeQuery(query)) {
            while (row.next()) {
                rows.add(text(row));
            }
        }
        return rows;
    }

    private static String text(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            String name = row.getMetaData().getColumnName(column);
            if (!name.equals("term")) {
                text.append(name).append('=').append(row.getString(column)).append(' ');
            }
        }
        return text.toString();
    }
}
