package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kalends.caldav.resource.Kind;

/** All methods by their names. */
@ApplicationScoped
public class Methods {

    private final Map<String, DavMethod> byName = new HashMap<>();

    @Inject
    void collect(@Any Instance<DavMethod> all) {
        for (var method : all) byName.put(method.name(), method);
    }

    public Optional<DavMethod> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** As the header {@code Allow} has them. */
    public String allowed(Kind kind) {
        return byName.values().stream()
                .filter(method -> method.on().contains(kind))
                .map(DavMethod::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
