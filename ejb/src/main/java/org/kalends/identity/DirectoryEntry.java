package org.kalends.identity;

/** A principal as the directory shows it. */
public record DirectoryEntry(Principal principal, String title) {}
