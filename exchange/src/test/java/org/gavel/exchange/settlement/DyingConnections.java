package org.gavel.exchange.settlement;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A database whose connections really die, between two statements or around a commit: the connection to the database
 * is closed under the settlement, and what it did not commit is gone.
 */
final class DyingConnections {
    private final DataSource database;
    private final String state;
    private int stepsLeft = Integer.MAX_VALUE;
    private boolean answerLost;

    /** @param state what the driver says when one has died, as an SQLState; none of its own where empty */
    DyingConnections(DataSource database, String state) {
        this.database = database;
        this.state = state;
    }

    /** The database as the settlement sees it. */
    DataSource source() {
        return proxy(DataSource.class, (self, method, arguments) -> {
            Object answer = invoke(database, method, arguments);
            return answer instanceof Connection connection ? watched(connection) : answer;
        });
    }

    /**
     * Lets so many statements and commits pass; before the next, the connection dies.
     *
     * @param afterCommit if the next is a commit, it is carried out first: only its answer is lost
     */
    void dieAfter(int steps, boolean afterCommit) {
        stepsLeft = steps;
        answerLost = afterCommit;
    }

    /** Whether a connection died. From now on none does. */
    boolean died() {
        boolean died = stepsLeft < 0;
        stepsLeft = Integer.MAX_VALUE;
        return died;
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, (self, method, arguments) -> {
            if (method.getName().equals("commit")) {
                step(connection, answerLost);
            }
            Object answer = invoke(connection, method, arguments);
            if (answer instanceof PreparedStatement statement) {
                return watched(PreparedStatement.class, statement, connection);
            }
            return answer instanceof Statement statement ? watched(Statement.class, statement, connection) : answer;
        });
    }

    private <S extends Statement> S watched(Class<S> type, S statement, Connection connection) {
        return proxy(type, (self, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                step(connection, false);
            }
            return invoke(statement, method, arguments);
        });
    }

    private void step(Connection connection, boolean commitFirst) throws SQLException {
        stepsLeft--;
        if (stepsLeft >= 0) {
            return;
        }
        if (commitFirst) {
            connection.commit();
        }
        connection.close();
        throw new SQLException("the connection died", state);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(DyingConnections.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Object target, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
