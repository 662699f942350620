package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Set;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.report.FreeBusyQuery;
import org.kalends.caldav.report.Reports;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.ResourceFinder;
import org.kalends.caldav.xml.Names;
import org.kalends.calendar.Access;
import org.kalends.sharing.Level;

/** REPORT: the body names the report (RFC 3253, 3.6). */
@ApplicationScoped
public class ReportMethod implements DavMethod {

    @Inject
    ResourceFinder resources;

    @Inject
    Reports reports;

    @Override
    public String name() {
        return "REPORT";
    }

    @Override
    public Set<Kind> on() {
        return Kind.EVERY;
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        var body = exchange.xml().orElseThrow(() -> Refusal.badRequest("The body names no report"));
        var resource = resources.find(exchange.viewer(), exchange.path()).orElseThrow(Refusal::notFound);
        var report = reports.find(body.name(), resource.kind())
                .orElseThrow(() ->
                        Refusal.precondition(403, Names.dav("supported-report"), "This report is not answered here"));
        boolean calendar = resource.kind() == Kind.CALENDAR || resource.kind() == Kind.OBJECT;
        if (calendar && !(report instanceof FreeBusyQuery)) Access.check(resource.calendar(), Level.READ);
        report.answer(exchange, resource, body);
    }
}
