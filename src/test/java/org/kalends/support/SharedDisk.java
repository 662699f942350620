package org.kalends.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An Apache as the disk of {@link FaultyServer#shared()}, for the tests of a class. */
public final class SharedDisk implements BeforeAllCallback, AfterAllCallback {

    private @Nullable WebDavServer apache;

    @Override
    public void beforeAll(ExtensionContext tests) {
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/apache2")), "apt-get install apache2");
        apache = WebDavServer.start();
        FaultyServer.shared().disk().leadTo(apache);
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        if (apache != null) apache.close();
    }

    /** Where its files lie. */
    public Path files() {
        if (apache == null) throw new IllegalStateException("it does not run");
        return apache.files();
    }
}
