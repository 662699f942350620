package org.kalends.web.demo;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.kalends.database.Migrations;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Principal;
import org.kalends.identity.Principal.Kind;
import org.kalends.identity.Principal.Role;
import org.kalends.identity.Provisioning;
import org.kalends.identity.Registration;
import org.kalends.identity.Registration.Place;

/** Five people, an administrator, two rooms and two groups, made once when the database is empty. */
@Singleton
@Startup
public class DemoOrganisation {

    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final String PASSWORD = "demo";
    private static final String DOMAIN = "@kalends.test";

    @Inject
    DemoSettings demo;

    @Inject
    Migrations migrations;

    @Inject
    Provisioning provisioning;

    @Inject
    DemoEvents events;

    /** In one transaction: half an organisation would look like a whole one at the next start. */
    @PostConstruct
    void furnish() {
        if (!demo.enabled()) return;
        migrations.awaitHead();
        if (!provisioning.nobodyYet()) return;
        var anna = person("anna", "Анна Иванова", "Руководитель проекта", RUSSIAN);
        var boris = person("boris", "Борис Петров", "Разработчик", RUSSIAN);
        var clara = person("clara", "Clara Schmidt", "Designer", Locale.ENGLISH);
        var dmitri = person("dmitri", "Дмитрий Орлов", "Аналитик", RUSSIAN);
        var eva = person("eva", "Eva Novak", "Sales", Locale.ENGLISH);
        person("admin", "Администратор", "", RUSSIAN);
        place("volga", "Волга", new Place(8, List.of("screen", "phone"), "Москва", "2"));
        place("neva", "Нева", new Place(20, List.of("screen", "video"), "Москва", "3"));
        group("team", "Команда проекта", List.of(anna.id(), boris.id(), clara.id()));
        group("everybody", "Все", List.of(anna.id(), boris.id(), clara.id(), dmitri.id(), eva.id()));
        events.plan(anna, boris, clara);
    }

    private Principal person(String login, String name, String title, Locale language) {
        var role = login.equals("admin") ? Role.ADMIN : Role.USER;
        return register(
                new Registration(Kind.USER, login, name, address(login), title, ZONE, language, role, Place.NONE));
    }

    private void group(String login, String name, List<UUID> members) {
        var group = register(
                new Registration(Kind.GROUP, login, name, address(login), "", ZONE, RUSSIAN, Role.USER, Place.NONE));
        members.forEach(member -> provisioning.join(group.id(), member));
    }

    private Principal place(String login, String name, Place place) {
        return register(new Registration(Kind.ROOM, login, name, address(login), "", ZONE, RUSSIAN, Role.USER, place));
    }

    private Principal register(Registration registration) {
        return provisioning.register(registration, registration.kind() == Kind.USER ? PASSWORD : "");
    }

    private static CalendarAddress address(String login) {
        return new CalendarAddress(login + DOMAIN);
    }
}
