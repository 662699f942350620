package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.caldav.Texts.at;
import static org.kalends.caldav.Texts.newUid;
import static org.kalends.support.DavClient.NAMESPACES;

import java.util.List;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.DavClient.Answer;
import org.w3c.dom.NodeList;

/** Every kind of resource tells the names of its properties, and each of them when it is asked for. */
class PropertiesIT {

    private static OwnCalendar own;
    private static String text;

    @BeforeAll
    static void make() {
        own = OwnCalendar.of("eva");
        text = at(newUid(), "20270301T100000Z", "Длинное имя");
        own.put("o.ics", text);
    }

    private static Answer asked(String path, String what) {
        return own.client()
                .send("PROPFIND", path, "<D:propfind" + NAMESPACES + ">" + what + "</D:propfind>", "Depth", "0");
    }

    /** Elements with their namespaces, as they may stand in a request. */
    private static List<String> elements(Answer answer, String parent) throws XPathExpressionException {
        var found = (NodeList) XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                        "//*[local-name()='" + parent + "']/*[local-name()='prop']/*",
                        answer.xml(),
                        XPathConstants.NODESET);
        return java.util.stream.IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(node -> "<" + node.getLocalName() + " xmlns=\"" + node.getNamespaceURI() + "\"/>")
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dav/",
                "/dav/principals/",
                "/dav/principals/users/eva/",
                "/dav/principals/users/eva/calendar-proxy-read/",
                "/dav/calendars/",
                "/dav/calendars/eva/",
                "/dav/calendars/eva/inbox/",
                "/dav/calendars/eva/outbox/",
                "calendar",
                "object"
            })
    void eachPropertyThatIsNamedIsTold(String kind) throws XPathExpressionException {
        var path =
                switch (kind) {
                    case "calendar" -> own.path();
                    case "object" -> own.path() + "o.ics";
                    default -> kind;
                };
        var names = asked(path, "<D:propname/>");
        assertThat(names.status()).isEqualTo(207);
        var elements = elements(names, "propstat");
        assertThat(elements).contains("<resourcetype xmlns=\"DAV:\"/>").doesNotHaveDuplicates();
        var told = asked(path, "<D:prop>" + String.join("", elements) + "</D:prop>");
        assertThat(told.texts("//D:propstat/D:status")).containsExactly("HTTP/1.1 200 OK");
        assertThat(elements(told, "propstat")).containsExactlyInAnyOrderElementsOf(elements);
    }

    @Test
    void anObjectTellsItsSizeAndItsTimes() {
        var told = asked(
                own.path() + "o.ics",
                "<D:prop><D:getcontentlength/><D:getlastmodified/><D:creationdate/><D:getcontenttype/></D:prop>");
        var got = own.get("o.ics");
        assertThat(told.text("//D:getcontentlength"))
                .isEqualTo(Integer.toString(got.octets().length))
                .isEqualTo(Integer.toString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length));
        assertThat(told.text("//D:getlastmodified")).isEqualTo(got.header("Last-Modified"));
        assertThat(told.text("//D:creationdate")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
        assertThat(told.text("//D:getcontenttype")).startsWith("text/calendar");
    }

    @Test
    void aPrincipalTellsItsOtherAddressesAndItsKind() {
        var told = asked(
                "/dav/principals/users/eva/",
                "<D:prop><D:alternate-URI-set/><CS:record-type/><D:principal-collection-set/></D:prop>");
        assertThat(told.has("//D:propstat[contains(D:status,'200')]/D:prop/D:alternate-URI-set"))
                .isTrue();
        assertThat(told.text("//CS:record-type")).isEqualTo("users");
        assertThat(told.texts("//D:principal-collection-set/D:href")).containsExactly("/dav/principals/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dav/", "/dav/calendars/eva/", "/dav/calendars/eva/outbox/", "calendar"})
    void theMethodsOfAResourceAreThoseThatAllowNames(String kind) {
        var path = kind.equals("calendar") ? own.path() : kind;
        var told = asked(path, "<D:prop><D:supported-method-set/></D:prop>");
        var allowed = own.client().send("OPTIONS", path, "").header("Allow").split(", ");
        assertThat(told.texts("//D:supported-method-set/D:supported-method/@name"))
                .containsExactly(allowed)
                .contains("PROPFIND");
    }

    @Test
    void allPropGivesNoPropertiesOfCaldav() throws XPathExpressionException {
        var told = asked(own.path(), "<D:allprop/>");
        assertThat(elements(told, "propstat"))
                .contains("<displayname xmlns=\"DAV:\"/>")
                .noneMatch(element -> element.contains("caldav"));
    }
}
