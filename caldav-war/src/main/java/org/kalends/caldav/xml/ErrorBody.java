package org.kalends.caldav.xml;

import java.io.ByteArrayOutputStream;
import org.kalends.caldav.http.Refusal;

/** A refusal as DAV:error (RFC 4918, 14.5), with words for people beside the precondition. */
public final class ErrorBody {

    private ErrorBody() {}

    public static byte[] of(Refusal refusal) {
        var body = new ByteArrayOutputStream();
        var out = new XmlOut(body).root(Elements.ERROR);
        var precondition = refusal.precondition();
        if (precondition != null) {
            out.open(precondition);
            refusal.writeContent(out);
            out.close(precondition);
        }
        out.element(Elements.RESPONSE_DESCRIPTION, refusal.detail());
        out.close(Elements.ERROR).flush();
        return body.toByteArray();
    }
}
