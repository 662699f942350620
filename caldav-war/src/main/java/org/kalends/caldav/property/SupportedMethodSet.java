package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import javax.xml.namespace.QName;
import org.kalends.caldav.method.Methods;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** The methods that {@code Allow} names too (RFC 3253, 3.1.3). */
@Dependent
public class SupportedMethodSet extends LiveProperty {

    private static final QName METHOD = Names.dav("supported-method");

    @Inject
    Methods methods;

    public SupportedMethodSet() {
        super(Names.dav("supported-method-set"), Kind.EVERY);
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        for (var method : methods.allowed(subject.resource().kind()).split(", ")) out.empty(METHOD, "name", method);
    }
}
