package tablechat.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tablechat.json.Json;
import tablechat.model.offline.OfflineModel;
import tablechat.testing.InTurn;
import tablechat.testing.MariaDbServer;
import tablechat.testing.OnMariaDb;
import tablechat.testing.OnPostgres;
import tablechat.testing.PostgresServer;
import tablechat.testing.Received;
import tablechat.testing.TestClient;
import tablechat.testing.TestServer;

/// The same tables on every kind of database, asked the same by the offline model through the whole server.
@ExtendWith({OnPostgres.class, OnMariaDb.class})
@Timeout(300)
@InTurn
class EveryKindTest {
    private static final String TABLES = "/tablechat/model/offline/music.sql";
    private static final List<String> QUESTIONS = List.of(
            "How many tracks are there?", "longest track", "how many tracks per genre", "average track length by genre",
            "how many tracks are longer than 300000 milliseconds", "sum of invoice total", "total of invoices by billing country",
            "top 3 customers by total invoices", "how many invoices in 2023", "how many tracks are in the genre Rock?",
            "list the media types", "number of playlists");

    @TempDir
    Path folder;

    @Test
    void theSameQuestionsHaveTheSameAnswersOnEveryKind(PostgresServer postgres, MariaDbServer mariaDb) throws Exception {
        String sqlite = "sqlite:" + folder.resolve("music.db");
        String duckDb = "duckdb:" + folder.resolve("music.duckdb");
        fill(DriverManager.getConnection("jdbc:" + sqlite));
        fill(DriverManager.getConnection("jdbc:" + duckDb));
        postgres.write("create schema music", "alter role postgres set search_path = music");
        mariaDb.write("create database music");
        try (TestServer server = TestServer.over(folder.resolve("data"), new OfflineModel()); TestClient client = server.client()) {
            fill(postgres.connect("postgres"));
            Connection music = mariaDb.connect(MariaDbServer.BOSS);
            music.setCatalog("music");
            fill(music);
            add(client, "lite", sqlite, "");
            add(client, "duck", duckDb, "");
            add(client, "elephant", postgres.url("postgres"), "");
            for (String scheme : List.of("mysql", "mariadb")) {
                String url = mariaDb.url(scheme, MariaDbServer.BOSS).replaceAll("/shop$", "/music");
                add(client, scheme, url, MariaDbServer.PASSWORD);
            }

            for (String question : QUESTIONS) {
                List<List<Object>> expected = rows(client, "lite", question);
                assertFalse(expected.isEmpty(), question);
                for (String other : List.of("duck", "elephant", "mysql", "mariadb")) {
                    assertEquals(expected, rows(client, other, question), other + ": " + question);
                }
            }
        } finally {
            postgres.write("alter role postgres reset search_path", "drop schema music cascade");
            mariaDb.write("drop database music");
        }
    }

    private static void add(TestClient client, String name, String url, String password) throws Exception {
        assertEquals("connection.added",
                client.send(Map.of("type", "connection.add", "name", name, "url", url, "password", password)).type());
    }

    /// Those of the query that the answer came from; numbers as decimals, since the kinds differ in their types.
    private static List<List<Object>> rows(TestClient client, String connection, String question) throws Exception {
        client.send(Map.of("type", "session.create", "connection", connection));
        client.send(Map.of("type", "message.send", "text", question));
        Received finished = client.await("turn.finished");
        assertEquals("complete", finished.text("status"));
        List<List<Object>> rows = List.of();
        for (Received part : finished.objects("message", "parts")) {
            Object found = part.at("call", "result", "rows");
            if (found != null) rows = Json.list(found).stream().map(EveryKindTest::plain).toList();
        }
        return rows;
    }

    private static List<Object> plain(Object row) {
        var plain = new ArrayList<>();
        for (Object cell : Json.list(row)) {
            String text = String.valueOf(cell);
            plain.add(text.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(text).setScale(2, RoundingMode.HALF_UP) : text);
        }
        return plain;
    }

    private static void fill(Connection opened) throws Exception {
        try (opened; Statement statement = opened.createStatement()) {
            String product = opened.getMetaData().getDatabaseProductName();
            for (String sql : tables().split(";\n")) {
                if (!sql.isBlank()) statement.execute(in(product, sql));
            }
        }
    }

    private static String in(String product, String sql) {
        return switch (product) {
            case "PostgreSQL" -> sql.replace(" datetime", " timestamp");
            // There a row cannot refer to one of the same statement.
            case "DuckDB" -> sql.replace("ReportsTo integer references Employee(EmployeeId)", "ReportsTo integer");
            default -> sql;
        };
    }

    private static String tables() throws IOException {
        try (InputStream in = EveryKindTest.class.getResourceAsStream(TABLES)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
