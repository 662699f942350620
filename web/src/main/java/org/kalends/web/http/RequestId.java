package org.kalends.web.http;

import jakarta.servlet.annotation.WebFilter;
import java.util.regex.Pattern;
import org.kalends.log.RequestLog;

/** The log of requests to the API, to links and to callbacks. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RequestId extends RequestLog {

    private static final Pattern WORTH_A_LINE = Pattern.compile("^/(api|rsvp|feeds|exchange)/");

    @Override
    protected boolean worthALine(String path) {
        return WORTH_A_LINE.matcher(path).find();
    }
}
