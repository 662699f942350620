package org.kalends.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The REST API, version 1. */
@ApplicationPath("/api/v1")
public class Api extends Application {

    /** Jersey would otherwise put its own JSON binding before ours. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.disableMoxyJson", true, "jersey.config.jsonFeature", "KalendsJson");
    }
}
