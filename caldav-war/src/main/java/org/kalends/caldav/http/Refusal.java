package org.kalends.caldav.http;

import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/**
 * A request that is refused; nothing was changed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4918#section-16">RFC 4918, 16 (precondition elements)</a>
 */
public final class Refusal extends RuntimeException {

    private final int status;
    private final transient @Nullable QName precondition;
    private final transient Consumer<XmlOut> content;

    private Refusal(int status, @Nullable QName precondition, String detail, Consumer<XmlOut> content) {
        super(detail);
        this.status = status;
        this.precondition = precondition;
        this.content = content;
    }

    public static Refusal of(int status, String detail) {
        return new Refusal(status, null, detail, out -> {});
    }

    public static Refusal precondition(int status, QName precondition, String detail) {
        return new Refusal(status, precondition, detail, out -> {});
    }

    /** @param content what stands inside of the precondition's element */
    public static Refusal precondition(int status, QName precondition, String detail, Consumer<XmlOut> content) {
        return new Refusal(status, precondition, detail, content);
    }

    public static Refusal badRequest(String detail) {
        return of(400, detail);
    }

    public static Refusal notFound() {
        return of(404, "There is nothing of that name here");
    }

    public static Refusal tooLarge(String detail) {
        return of(413, detail);
    }

    /** The resource is known, the right is missing (RFC 3744, 7.1.1). */
    public static Refusal needsPrivilege(String href, QName privilege) {
        return precondition(
                403, Names.dav("need-privileges"), "You may not do this here", out -> out.open(Names.dav("resource"))
                        .href(href)
                        .open(Names.dav("privilege"))
                        .empty(privilege)
                        .close(Names.dav("privilege"))
                        .close(Names.dav("resource")));
    }

    public int status() {
        return status;
    }

    public @Nullable QName precondition() {
        return precondition;
    }

    public void writeContent(XmlOut out) {
        content.accept(out);
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
