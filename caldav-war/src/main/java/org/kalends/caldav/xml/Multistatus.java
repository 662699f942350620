package org.kalends.caldav.xml;

import java.io.OutputStream;
import java.util.function.Consumer;

/**
 * An answer about several resources, written as they come.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4918#section-13">RFC 4918, 13</a>
 */
public final class Multistatus {

    private final XmlOut out;

    public Multistatus(OutputStream stream) {
        out = new XmlOut(stream).root(Elements.MULTISTATUS);
    }

    /** Parts of an answer that has another root. */
    public Multistatus(XmlOut out) {
        this.out = out;
    }

    public XmlOut out() {
        return out;
    }

    /** A resource of which only a status is told. */
    public void status(String href, int status) {
        out.open(Elements.RESPONSE).href(href);
        statusLine(status);
        out.close(Elements.RESPONSE);
    }

    /** A resource with a status and the condition that made it. */
    public void error(String href, int status, Consumer<XmlOut> condition) {
        out.open(Elements.RESPONSE).href(href);
        statusLine(status);
        out.open(Elements.ERROR);
        condition.accept(out);
        out.close(Elements.ERROR).close(Elements.RESPONSE);
    }

    public void statusLine(int status) {
        out.element(Elements.STATUS, line(status));
    }

    /** HTTP/1.1 and the code; its words are for people. */
    private static String line(int status) {
        return switch (status) {
            case 200 -> "HTTP/1.1 200 OK";
            case 201 -> "HTTP/1.1 201 Created";
            case 403 -> "HTTP/1.1 403 Forbidden";
            case 404 -> "HTTP/1.1 404 Not Found";
            case 409 -> "HTTP/1.1 409 Conflict";
            case 424 -> "HTTP/1.1 424 Failed Dependency";
            case 507 -> "HTTP/1.1 507 Insufficient Storage";
            default -> "HTTP/1.1 " + status + " Status";
        };
    }

    public void end() {
        out.close(Elements.MULTISTATUS).flush();
    }
}
