package org.kalends.caldav.report;

import java.io.IOException;
import java.util.Set;
import javax.xml.namespace.QName;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Resource;
import org.kalends.caldav.xml.XmlElement;

/** A report of RFC 3253, 3.6: a question in a body. */
public interface Report {

    /** The root of its body. */
    QName name();

    /** What it can be asked of. */
    Set<Kind> on();

    void answer(Exchange exchange, Resource resource, XmlElement body) throws IOException;
}
