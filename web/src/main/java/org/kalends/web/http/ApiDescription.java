package org.kalends.web.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** What holds for every operation, said once: how to be known, how refusals look, which status a success has. */
public class ApiDescription implements OASFilter {

    private static final String API = "/api/v1";
    private static final String PROBLEM = "Problem";
    private static final String SUCCESS = "2\\d\\d";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null) return;
        api.info(OASFactory.createInfo().title("Kalends").version("1"));
        if (api.getComponents() == null) api.components(OASFactory.createComponents());
        var components = api.getComponents();
        components.addSchema(PROBLEM, problem());
        components.addSecurityScheme("token", scheme(SecurityScheme.Type.HTTP).scheme("bearer"));
        components.addSecurityScheme(
                "appPassword", scheme(SecurityScheme.Type.HTTP).scheme("basic"));
        components.addSecurityScheme(
                "cookie",
                scheme(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.COOKIE).name("kalends_session"));
        api.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith(API)) {
                item.getOperations().forEach((method, operation) -> describe(path, method, operation));
            }
        });
    }

    private static void describe(String path, HttpMethod method, Operation operation) {
        var verb = method.name().toLowerCase(Locale.ROOT);
        operation.operationId(verb
                + path.substring(API.length()).replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", ""));
        operation.tags(List.of(path.substring(API.length() + 1).split("/")[0]));
        success(operation);
        boolean logIn = path.equals(API + "/session") && method == HttpMethod.POST;
        operation.security(logIn ? List.of() : schemes());
        boolean versioned =
                path.equals(API + "/events/{id}") && List.of("patch", "delete").contains(verb);
        if (versioned) operation.addParameter(ifMatch());
        refusals(path, versioned).forEach(status -> operation.getResponses().addAPIResponse(status, refusal()));
    }

    /** The scanner knows one default answer; its status follows from whether it says anything. */
    private static void success(Operation operation) {
        if (operation.getResponses() == null) operation.responses(OASFactory.createAPIResponses());
        var responses = operation.getResponses();
        var said = responses.getAPIResponse("default");
        responses.removeAPIResponse("default");
        if (responses.getAPIResponses().keySet().stream().anyMatch(status -> status.matches(SUCCESS))) return;
        if (said != null && tells(said)) {
            responses.addAPIResponse("200", said.description("Done"));
        } else {
            responses.addAPIResponse("204", OASFactory.createAPIResponse().description("Done"));
        }
    }

    private static boolean tells(APIResponse response) {
        if (response.getContent() == null) return false;
        return response.getContent().getMediaTypes().values().stream()
                .anyMatch(media -> media.getSchema() != null
                        && (media.getSchema().getRef() != null
                                || media.getSchema().getType() != SchemaType.OBJECT));
    }

    private static Stream<String> refusals(String path, boolean versioned) {
        var usual = Stream.of("400", "401", "403", "429", "500", "503");
        var named = path.contains("{") ? Stream.of("404", "409") : Stream.of("409");
        return Stream.concat(Stream.concat(usual, named), versioned ? Stream.of("412", "423", "428") : Stream.of());
    }

    private static APIResponse refusal() {
        var media =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM));
        return OASFactory.createAPIResponse()
                .description("Refused")
                .content(OASFactory.createContent().addMediaType(ProblemJson.MEDIA_TYPE, media));
    }

    private static Schema problem() {
        var text = OASFactory.createSchema().type(SchemaType.STRING);
        var error =
                OASFactory.createSchema().type(SchemaType.OBJECT).properties(Map.of("field", text, "message", text));
        return OASFactory.createSchema()
                .type(SchemaType.OBJECT)
                .description("RFC 9457")
                .addProperty("type", text)
                .addProperty("title", text)
                .addProperty("status", OASFactory.createSchema().type(SchemaType.INTEGER))
                .addProperty("detail", text)
                .addProperty("requestId", text)
                .addProperty(
                        "errors",
                        OASFactory.createSchema().type(SchemaType.ARRAY).items(error));
    }

    private static Parameter ifMatch() {
        return OASFactory.createParameter()
                .name("If-Match")
                .in(Parameter.In.HEADER)
                .required(true)
                .schema(OASFactory.createSchema().type(SchemaType.STRING));
    }

    private static SecurityScheme scheme(SecurityScheme.Type type) {
        return OASFactory.createSecurityScheme().type(type);
    }

    private static List<SecurityRequirement> schemes() {
        return Stream.of("token", "appPassword", "cookie")
                .map(name -> OASFactory.createSecurityRequirement().addScheme(name))
                .toList();
    }
}
