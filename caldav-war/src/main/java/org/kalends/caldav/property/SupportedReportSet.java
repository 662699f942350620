package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.kalends.caldav.report.Reports;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** The reports that are answered here (RFC 3253, 3.1.5). */
@Dependent
public class SupportedReportSet extends LiveProperty {

    @Inject
    Reports reports;

    public SupportedReportSet() {
        super(Names.dav("supported-report-set"), Kind.EVERY);
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        for (var report : reports.on(subject.resource().kind())) {
            out.raw("<D:supported-report><D:report>").empty(report).raw("</D:report></D:supported-report>");
        }
    }
}
