package org.kalends.caldav.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.kalends.caldav.resource.Kind;

/** All reports by their names. */
@ApplicationScoped
public class Reports {

    @Inject
    @Any
    Instance<Report> all;

    public Optional<Report> find(QName name, Kind kind) {
        return all.stream()
                .filter(report -> report.name().equals(name) && report.on().contains(kind))
                .findFirst();
    }

    public List<QName> on(Kind kind) {
        return all.stream()
                .filter(report -> report.on().contains(kind))
                .map(Report::name)
                .sorted(Comparator.comparing(QName::toString))
                .toList();
    }
}
