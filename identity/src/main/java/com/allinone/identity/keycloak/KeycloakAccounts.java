package com.allinone.identity.keycloak;

import com.allinone.identity.domain.Accounts;
import com.allinone.identity.domain.Email;
import com.allinone.identity.domain.Password;
import com.allinone.identity.domain.RegistrationId;
import com.allinone.identity.domain.UserId;
import com.allinone.identity.keycloak.KeycloakUsers.Credential;
import com.allinone.identity.keycloak.KeycloakUsers.FoundUser;
import com.allinone.identity.keycloak.KeycloakUsers.NewUser;
import com.allinone.identity.keycloak.KeycloakUsers.Refusal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Accounts as users of the realm. The user name is the e-mail; the sign-up's mark is the attribute {@code
 * registration}, which only administrators see. A new user gets the realm's default role, {@code shopper}.
 */
@ApplicationScoped
@RegisterForReflection(targets = {NewUser.class, Credential.class, FoundUser.class, Refusal.class})
class KeycloakAccounts implements Accounts {

    private static final GenericType<List<FoundUser>> FOUND = new GenericType<>() {};
    private static final String MARK = "registration";
    private static final String PASSWORD_REFUSED = "invalidPassword";

    private final KeycloakUsers users;
    private final ServiceToken token;

    KeycloakAccounts(@RestClient KeycloakUsers users, ServiceToken token) {
        this.users = users;
        this.token = token;
    }

    @Override
    public AccountAnswer create(RegistrationId mark, Email email, Password password) {
        NewUser user = new NewUser(
                email.value(),
                email.value(),
                true,
                Map.of(MARK, List.of(mark.toString())),
                List.of(new Credential("password", password.value(), false)));
        try (Response answer = asking(bearer -> users.create(bearer, user))) {
            return switch (answer.getStatus()) {
                case 201 -> new AccountAnswer.Created(createdId(answer));
                case 409 ->
                    find(mark).<AccountAnswer>map(AccountAnswer.Created::new).orElseGet(AccountAnswer.EmailTaken::new);
                case 400 -> refusal(answer.readEntity(Refusal.class));
                default -> throw unexpected(answer);
            };
        }
    }

    @Override
    public Optional<UserId> find(RegistrationId mark) {
        try (Response answer = asking(bearer -> users.find(bearer, MARK + ":" + mark, 1))) {
            if (answer.getStatus() != 200) {
                throw unexpected(answer);
            }
            return answer.readEntity(FOUND).stream()
                    .map(found -> new UserId(found.id()))
                    .findFirst();
        }
    }

    @Override
    public void remove(UserId id) {
        try (Response answer = asking(bearer -> users.remove(bearer, id.value()))) {
            if (answer.getStatus() != 204 && answer.getStatus() != 404) {
                throw unexpected(answer);
            }
        }
    }

    /** Asks, and once more with a new token when Keycloak, perhaps restarted, does not know the one that was kept. */
    private Response asking(Function<String, Response> request) {
        Response answer = sending(request, tokenOr(token::bearer));
        if (answer.getStatus() != 401) {
            return answer;
        }
        answer.close();
        return sending(request, tokenOr(token::renewedBearer));
    }

    private static Response sending(Function<String, Response> request, String bearer) {
        try {
            return request.apply(bearer);
        } catch (WebApplicationException e) {
            return e.getResponse();
        } catch (RuntimeException e) {
            throw new AccountsUnavailable(neverConnected(e), e);
        }
    }

    /** Without a token the request itself was never sent. */
    private static String tokenOr(Supplier<String> source) {
        try {
            return source.get();
        } catch (RuntimeException e) {
            throw new AccountsUnavailable(true, e);
        }
    }

    private static boolean neverConnected(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    private static AccountAnswer refusal(Refusal refusal) {
        String error = refusal.error();
        if (error == null || !error.startsWith(PASSWORD_REFUSED)) {
            return new AccountAnswer.EmailRefused();
        }
        String reason = refusal.errorDescription();
        return new AccountAnswer.PasswordRefused(
                reason == null ? "choose another one" : reason.replaceFirst("^Invalid password: ", ""));
    }

    /** A 401, 403 or 404 here is a wrong secret, role or realm: it did nothing, and a person has to look. */
    private static AccountsUnavailable unexpected(Response answer) {
        int status = answer.getStatus();
        return new AccountsUnavailable(status < 500, new IllegalStateException("Keycloak answered " + status));
    }

    private static UserId createdId(Response answer) {
        String path = answer.getLocation().getPath();
        return new UserId(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
    }
}
