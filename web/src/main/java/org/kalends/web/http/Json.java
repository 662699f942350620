package org.kalends.web.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** Reads and writes JSON bodies by {@link JsonMapping}. */
@Provider
@Priority(1)
@Consumes({"application/json", "application/merge-patch+json"})
@Produces({"application/json", "application/problem+json"})
public class Json extends JacksonJsonProvider implements ContextResolver<ObjectMapper> {

    public Json() {
        super(JsonMapping.MAPPER);
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return JsonMapping.MAPPER;
    }
}
