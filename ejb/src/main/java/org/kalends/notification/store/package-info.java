/** What mails tell and what became of them. */
@NullMarked
package org.kalends.notification.store;

import org.jspecify.annotations.NullMarked;
