package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tablechat.protocol.Rejected;

class AddressTest {
    private static final Set<String> ALLOWED = Set.of("sslmode");

    @ParameterizedTest
    @CsvSource({
        "postgresql://ada:s3cret@host/db, postgresql://ada@host/db, s3cret",
        "postgresql://ada:p@ss:w%2Frd@host:5/db, postgresql://ada@host:5/db, p@ss:w/rd",
        "postgresql://:only@host/db, postgresql://@host/db, only",
        "mysql://ada:${env:DB_PASSWORD}@host/db, mysql://ada@host/db, ${env:DB_PASSWORD}",
        "postgresql://ada@host/db?application_name=a:b@c, postgresql://ada@host/db?application_name=a:b@c,",
        "postgresql://host:5432/db, postgresql://host:5432/db,",
        "sqlite:/data/a:b@c.db, sqlite:/data/a:b@c.db,"
    })
    void aPasswordIsTakenOutOfTheUrl(String given, String url, String password) {
        Address address = Address.of(given);

        assertEquals(url, address.url());
        assertEquals(url, address.toString());
        assertEquals(password, address.password());
    }

    @Test
    void aPasswordGivenApartIsPreferred() {
        var address = new Address("postgresql://ada:old@host/db", "bo", "new");

        assertEquals(new Address("postgresql://ada@host/db", "bo", "new"), address);
        assertEquals("bo", server(address).user());
    }

    @Test
    void aServerIsTakenApart() {
        Server whole = server(Address.of("postgresql://ada%20l:x@db.example.org:6000/my%20shop?sslmode=require&"));
        Server brief = server(Address.of("postgresql://ada@[::1]"));

        assertEquals(new Server("db.example.org", 6000, "ada l", "x", "my shop", Map.of("sslmode", "require")), whole);
        assertEquals(new Server("[::1]", 5432, "ada", null, null, Map.of()), brief);
        assertEquals("localhost", server(Address.of("postgresql:///shop")).host());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "postgresql://ada:s3cret@host/db?socketFactory=evil", "postgresql://host/db?password=s3cret", "postgresql://host/db?s3cret",
        "postgresql://ada:s3cret@host:99999/db", "postgresql://ada:s3cret@host:x/db", "postgresql://ada:s3c/ret@host/db",
        "postgresql://ada:s3cret@ho st/db", "postgresql://ada:s3cret@a,b/db", "postgresql://ada:s3cret@host/a%2Fb",
        "postgresql://ada:s3cret@host/db%00", "postgresql://ada:s3cret@host/db%3Fx=y", "postgresql://host/db?sslmode=a%0Ab",
        "postgresql:host/db", "postgresql://ada:s3cret@(host)/db", "postgresql://ada:12/s3cret@host/db"
    })
    void whatCannotBeMeantIsRejectedWithoutThePassword(String url) {
        var rejected = assertThrows(Rejected.class, () -> server(Address.of(url)));

        assertFalse(rejected.getMessage().contains("s3c"), rejected.getMessage());
        assertTrue(rejected.getMessage().endsWith("."), rejected.getMessage());
    }

    @Test
    void parametersHaveOnlyTheValuesTheyCanHave() {
        var rejected = assertThrows(Rejected.class, () -> Database.at("postgresql://ada@host/db?sslmode=maybe"));

        assertEquals("The parameter sslmode should be one of: allow, disable, prefer, require, verify-ca, verify-full.",
                rejected.getMessage());
    }

    @Test
    void mySqlsParametersAreThoseOfItsOwnProgramsAndDrivers() {
        for (String parameters : List.of("sslmode=require", "ssl-mode=VERIFY_IDENTITY", "sslMode=verify-ca", "useSSL=false&charset=utf8mb4",
                "allowPublicKeyRetrieval=true")) {
            assertEquals("mysql", Database.at("mysql://ada@host/db?" + parameters).kind());
            assertEquals("mariadb", Database.at("mariadb://ada@host/db?" + parameters).kind());
        }
        for (String parameters : List.of("sslmode=maybe", "allowLoadLocalInfile=true", "allowLocalInfile=true", "allowMultiQueries=true",
                "autoDeserialize=true", "socketFactory=evil", "sessionVariables=sql_mode='ANSI_QUOTES'", "initSql=x", "password=x",
                "serverRsaPublicKeyFile=/etc/passwd", "trustStore=http://evil", "credentialType=x", "permitRedirect=true")) {
            assertThrows(Rejected.class, () -> Database.at("mysql://ada@host/db?" + parameters), parameters);
        }
    }

    @Test
    void aReferenceIsLookedUpInTheEnvironment() throws Exception {
        assertEquals("s3cret", Secret.in("${env:DB_PASSWORD}", Map.of("DB_PASSWORD", "s3cret")));
        assertEquals("${env}", Secret.in("${env}", Map.of()));
        assertNull(Secret.in(null, Map.of()));
        for (String ours : List.of("TABLECHAT_TOKEN", "OPENAI_API_KEY")) {
            assertThrows(DatabaseFailure.class, () -> Secret.in("${env:" + ours + "}", Map.of(ours, "s3cret")));
        }
        var failure = assertThrows(DatabaseFailure.class, () -> Secret.in("${env:DB_PASSWORD}", Map.of()));
        assertEquals("The environment variable DB_PASSWORD, which should hold the password, is not set.", failure.getMessage());
    }

    private static Server server(Address address) {
        return Server.at(address, 5432, ALLOWED, "postgresql://user@host:5432/db");
    }
}
