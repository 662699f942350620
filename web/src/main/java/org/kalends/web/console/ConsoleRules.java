package org.kalends.web.console;

import java.util.EnumSet;
import java.util.Set;
import javax.management.ObjectName;
import org.jolokia.server.core.restrictor.AbstractConstantRestrictor;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;
import org.jspecify.annotations.Nullable;

/**
 * What a console reaches: all that Kalends shows, and of the virtual machine what may be read. Whoever administers
 * calendars is not who administers the machine, and the server's own MBeans would make him that.
 */
final class ConsoleRules extends AbstractConstantRestrictor {

    private static final String OWN = "org.kalends";
    private static final String MACHINE = "java.lang";
    private static final Set<RequestType> TYPES =
            EnumSet.of(RequestType.READ, RequestType.EXEC, RequestType.LIST, RequestType.SEARCH, RequestType.VERSION);

    ConsoleRules() {
        super(false);
    }

    @Override
    public boolean isHttpMethodAllowed(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.POST;
    }

    @Override
    public boolean isTypeAllowed(RequestType type) {
        return TYPES.contains(type);
    }

    @Override
    public boolean isRemoteAccessAllowed(String... hostOrAddress) {
        return true; // who asks has shown who he is
    }

    /** No page of elsewhere may ask with what a browser keeps. */
    @Override
    public boolean isOriginAllowed(@Nullable String origin, boolean onlyWhenStrict) {
        return origin == null;
    }

    @Override
    public boolean isAttributeReadAllowed(ObjectName name, String attribute) {
        return !isObjectNameHidden(name);
    }

    @Override
    public boolean isOperationAllowed(ObjectName name, String operation) {
        return name.getDomain().equals(OWN);
    }

    @Override
    public boolean isObjectNameHidden(ObjectName name) {
        return !name.getDomain().equals(OWN) && !name.getDomain().equals(MACHINE);
    }
}
