package org.kalends.template;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads Mustache templates; they are part of the program, so one that is missing is a defect. */
public final class Templates {

    private Templates() {}

    /** One that escapes what it shows for HTML. */
    public static Template html(Class<?> beside, String name) {
        return read(Mustache.compiler(), beside, name);
    }

    /** One for plain text. */
    public static Template text(Class<?> beside, String name) {
        return read(Mustache.compiler().escapeHTML(false), beside, name);
    }

    /**
     * One of a compiler of one's own.
     *
     * @param beside the class in whose package it lies
     */
    public static Template read(Mustache.Compiler compiler, Class<?> beside, String name) {
        try (var stream = beside.getResourceAsStream(name)) {
            if (stream == null) throw new IllegalStateException("The template " + name + " is missing");
            return compiler.compile(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The template " + name + " cannot be read", e);
        }
    }
}
