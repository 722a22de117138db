package tablechat.testing;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands tests the one [PostgresServer] of this JVM: started for the first who asks, stopped and removed after the last test.
public final class OnPostgres implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == PostgresServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Assumptions.assumeTrue(Platform.hasPostgres(), "No PostgreSQL is packed for this machine, so nothing was tried on one.");
        return test.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent(PostgresServer.class, _ -> PostgresServer.start());
    }
}
