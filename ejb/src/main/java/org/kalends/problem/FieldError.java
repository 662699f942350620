package org.kalends.problem;

/**
 * What is wrong with one field.
 *
 * @param field path within the request, {@code attendees[2].address}, or the name of a parameter
 */
public record FieldError(String field, String message) {}
