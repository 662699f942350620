package org.kalends.web.answer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.kalends.identity.Caller;
import org.kalends.scheduling.AnswerReminding;
import org.kalends.web.event.Parameters;

/** The organizer asks those who have not answered once more; nobody is asked twice within an hour. */
@Path("events/{id}/remind")
@RequestScoped
@Produces("application/json")
public class ReminderResource {

    @Inject
    AnswerReminding reminding;

    @Inject
    Caller caller;

    /** How many have not answered. */
    public record Awaited(int awaited) {}

    @POST
    public Awaited remind(@PathParam("id") String id) {
        return new Awaited(reminding.remind(caller.principal(), Parameters.id(id)));
    }
}
