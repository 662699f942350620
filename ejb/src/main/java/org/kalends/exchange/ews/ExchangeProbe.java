package org.kalends.exchange.ews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.kalends.http.Reachable;

/** Says whether Exchange takes connections. A node without it is ready all the same: moves and changes wait. */
@Readiness
@ApplicationScoped
public class ExchangeProbe implements HealthCheck {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    @Inject
    EwsSettings settings;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("exchange")
                .up()
                .withData("state", settings.url().map(ExchangeProbe::state).orElse("none"))
                .build();
    }

    private static String state(URI url) {
        int usual = "https".equals(url.getScheme()) ? HTTPS : HTTP;
        boolean reachable = Reachable.is(url.getHost(), url.getPort() < 0 ? usual : url.getPort());
        return reachable ? "reachable" : "degraded: moves and changes wait";
    }
}
