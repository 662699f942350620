package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import javax.xml.namespace.QName;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** All privileges there are, as a tree (RFC 3744, 5.3). */
@Dependent
public class SupportedPrivilegeSet extends LiveProperty {

    private static final QName SUPPORTED = Names.dav("supported-privilege");

    public SupportedPrivilegeSet() {
        super(Names.dav("supported-privilege-set"), Kind.OWNED);
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.raw(
                "<D:supported-privilege><D:privilege><D:all/></D:privilege><D:abstract/><D:description>All</D:description>");
        for (var privilege : Privileges.PARTS) {
            out.open(SUPPORTED).open(Privileges.PRIVILEGE).empty(privilege).close(Privileges.PRIVILEGE);
            out.element(Names.dav("description"), privilege.getLocalPart().replace('-', ' '))
                    .close(SUPPORTED);
        }
        out.raw("</D:supported-privilege>");
    }
}
