package org.kalends.caldav.method;

import java.io.IOException;
import java.util.Set;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.resource.Kind;

/** A method of HTTP, WebDAV or CalDAV. */
public interface DavMethod {

    String name();

    /** What it can be used on; told by OPTIONS. */
    Set<Kind> on();

    void answer(Exchange exchange) throws IOException;
}
