package org.kalends.cli;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.internet.MimeMessage;

/** For whom all mail is: what lies in a file already need not stay in memory as well, mail after mail. */
final class Forgetful implements GreenMailUser {

    private static final String NAME = "everybody";

    @Override
    public String getEmail() {
        return NAME;
    }

    @Override
    public String getLogin() {
        return NAME;
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getQualifiedMailboxName() {
        return NAME;
    }

    @Override
    public void deliver(MovingMessage message) {
        // there is no mailbox
    }

    @Override
    public void deliver(MimeMessage message) {
        // there is no mailbox
    }

    @Override
    public void create() {
        // there is nothing to create
    }

    @Override
    public void delete() {
        // there is nothing to delete
    }

    @Override
    public void setPassword(String password) {
        // nobody logs in
    }

    @Override
    public void authenticate(String password) {
        // nobody logs in
    }
}
