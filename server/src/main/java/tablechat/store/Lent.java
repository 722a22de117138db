package tablechat.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/// The writer's connection as DbClient's pool lends it: statements are kept when they are closed, and a commit is no more than
/// that. The driver's own begins the next transaction at once, which holds the write lock until there is something to write.
final class Lent implements InvocationHandler {
    private final Connection connection;
    private final Statements statements;

    private Lent(Connection connection) {
        this.connection = connection;
        statements = new Statements(connection);
    }

    static Connection of(Connection connection) {
        return proxy(Connection.class, new Lent(connection));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Lent.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "prepareStatement" -> {
                return arguments.length == 1 ? kept((String) arguments[0]) : passed(connection, method, arguments);
            }
            case "commit" -> commit();
            case "close" -> rollback();
            default -> {
                return passed(connection, method, arguments);
            }
        }
        return null;
    }

    /// Back to a statement a transaction commits. What cannot be committed is rolled back: the driver takes itself to be out of it.
    private void commit() throws SQLException {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("rollback");
            } catch (SQLException nothingLeft) {
                e.addSuppressed(nothingLeft);
            }
            throw e;
        }
    }

    /// What nobody committed is not meant to stay. The driver's own begins the next transaction, as its commit does.
    private void rollback() throws SQLException {
        if (connection.getAutoCommit()) return;
        try {
            connection.rollback();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private PreparedStatement kept(String sql) throws SQLException {
        PreparedStatement statement = statements.take(sql);
        return proxy(PreparedStatement.class, (_, method, arguments) -> {
            if (!method.getName().equals("close")) return passed(statement, method, arguments);
            statements.release(sql, statement);
            return null;
        });
    }

    private static Object passed(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
