package tablechat.testing;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands tests the one [MariaDbServer] of this JVM: started for the first who asks, stopped and removed after the last test.
public final class OnMariaDb implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == MariaDbServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Assumptions.assumeTrue(Platform.hasMariaDb(), "No MariaDB is packed for this machine, so nothing was tried on one.");
        return test.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent(MariaDbServer.class, _ -> MariaDbServer.start());
    }
}
