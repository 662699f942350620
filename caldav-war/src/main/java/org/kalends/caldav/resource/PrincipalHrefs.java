package org.kalends.caldav.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;

/** Whom an address in a request means: a principal's, with or without a host, or {@code mailto:}. */
@ApplicationScoped
public class PrincipalHrefs {

    private static final String MAILTO = "mailto:";

    @Inject
    ResourceFinder resources;

    @Inject
    Directory directory;

    public Optional<Principal> find(Principal viewer, String href) {
        var text = href.strip();
        if (text.toLowerCase(Locale.ROOT).startsWith(MAILTO)) return directory.byLogin(text.substring(MAILTO.length()));
        return Hrefs.path(text)
                .flatMap(path -> resources.find(viewer, path))
                .filter(found -> found.kind() == Kind.PRINCIPAL)
                .map(Resource::owner);
    }
}
