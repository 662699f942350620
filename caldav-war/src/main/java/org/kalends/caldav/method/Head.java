package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Set;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.resource.Kind;

/** HEAD: as GET, the body measured and kept back (RFC 9110, 9.3.2). */
@ApplicationScoped
public class Head implements DavMethod {

    @Inject
    Get get;

    @Override
    public String name() {
        return "HEAD";
    }

    @Override
    public Set<Kind> on() {
        return get.on();
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        get.answer(exchange);
    }
}
