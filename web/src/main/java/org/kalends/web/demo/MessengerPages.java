package org.kalends.web.demo;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kalends.web.demo.ShownCards.Card;
import org.kalends.web.http.JsonMapping;

/** {@code /demo/messenger/}: the cards as a person sees and presses them, and as a program does. */
@WebServlet("/demo/messenger/*")
public class MessengerPages extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final Pattern PRESS = Pattern.compile("/cards/([0-9]{1,18})/press");
    private static final int LARGEST_BODY = 1_000;

    @Inject
    transient ShownCards cards;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        var user = request.getParameter("user") == null ? "" : request.getParameter("user");
        try {
            if (!cards.available()) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else if (path.equals("/")) {
                response.setContentType("text/html; charset=utf-8");
                response.getWriter().write(new MessengerHtml(request.getLocale()).page(cards.list(""), user));
            } else if (path.equals("/cards")) {
                response.setContentType("application/json");
                response.getOutputStream().write(JsonMapping.MAPPER.writeValueAsBytes(listed(cards.list(user))));
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        } catch (InterruptedException e) {
            interrupted(response);
        }
    }

    /** What a program sees of a card. */
    record Item(String id, String text, List<Button> buttons, String sentAt) {}

    record Button(String answer, String label) {}

    private static Map<String, List<Item>> listed(List<Card> cards) {
        return Map.of("items", cards.stream().map(MessengerPages::item).toList());
    }

    private static Item item(Card card) {
        var buttons = card.keyboard().stream()
                .flatMap(List::stream)
                .filter(key -> !key.answer().isEmpty())
                .map(key -> new Button(key.answer(), key.text()))
                .toList();
        return new Item(card.id(), MessengerHtml.plain(card.text()), buttons, card.sentAt());
    }

    /** By a program as JSON, by the page as a form. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo() == null ? "" : request.getPathInfo();
        var found = PRESS.matcher(path);
        try {
            if (cards.available() && found.matches()) press(request, response, found.group(1));
            else if (cards.available() && path.equals("/said")) said(request, response);
            else response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (InterruptedException e) {
            interrupted(response);
        }
    }

    private void press(HttpServletRequest request, HttpServletResponse response, String card)
            throws IOException, InterruptedException {
        var form = request.getParameter("answer");
        var answer = form == null ? answer(request) : form;
        if (answer == null) {
            response.sendError(
                    HttpServletResponse.SC_BAD_REQUEST, "{\"answer\":\"accepted|tentative|declined\"} is missing");
            return;
        }
        int status = cards.press(card, answer);
        if (status >= HttpServletResponse.SC_BAD_REQUEST) response.sendError(status);
        else if (form == null) response.setStatus(status);
        else back(request, response);
    }

    private void said(HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        var user = request.getParameter("user");
        var text = request.getParameter("text");
        if (user == null || user.isBlank() || text == null || text.isBlank()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST, "user and text are missing");
            return;
        }
        cards.say(user.strip(), text);
        back(request, response);
    }

    /** To the chat that was open. */
    private static void back(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var chat = request.getParameter("chat");
        var query = chat == null || chat.isEmpty() ? "" : "?user=" + URLEncoder.encode(chat, StandardCharsets.UTF_8);
        response.sendRedirect("/demo/messenger/" + query);
    }

    private static @Nullable String answer(HttpServletRequest request) throws IOException {
        try {
            var body = request.getInputStream().readNBytes(LARGEST_BODY);
            var answer = JsonMapping.MAPPER.readValue(body, JsonNode.class).path("answer");
            return answer.isTextual() ? answer.asText() : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static void interrupted(HttpServletResponse response) throws IOException {
        Thread.currentThread().interrupt();
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
