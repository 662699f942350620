package org.kalends.http.ntlm;

/**
 * Who wants to be let in.
 *
 * @param domain empty where the name says all, as {@code kalends@example.com} does
 */
public record NtlmLogin(String domain, String user, String password) {

    /** @param name {@code DOMAIN\name}, or a name alone */
    public static NtlmLogin of(String name, String password) {
        int slash = name.indexOf('\\');
        return slash < 0
                ? new NtlmLogin("", name, password)
                : new NtlmLogin(name.substring(0, slash), name.substring(slash + 1), password);
    }
}
