package org.kalends.traffic;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Requests that are being answered, and whether no more are wanted. Before a node is stopped a file is laid where
 * {@code kalends.http.drain-file} says: the node calls itself unready, so that a proxy sends no more, and goes on answering.
 * An EJB: two WARs of one Micro that both have a health check with the proxy of an application-scoped bean get each other's.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Traffic {

    private final AtomicInteger inFlight = new AtomicInteger();

    @Inject
    @ConfigProperty(name = "kalends.http.drain-file")
    Optional<String> file;

    public void begins() {
        inFlight.incrementAndGet();
    }

    public void ends() {
        inFlight.decrementAndGet();
    }

    public int inFlight() {
        return inFlight.get();
    }

    public boolean draining() {
        return file.filter(name -> Files.exists(Path.of(name))).isPresent();
    }
}
