package org.kalends.caldav.http;

import jakarta.servlet.annotation.WebFilter;
import org.kalends.log.RequestLog;

/** The log of what calendar programs ask: every request is worth a line. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class DavRequests extends RequestLog {

    @Override
    protected boolean worthALine(String path) {
        return true;
    }
}
