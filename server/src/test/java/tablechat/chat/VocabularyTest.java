package tablechat.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tablechat.json.Json;
import tablechat.protocol.Command;
import tablechat.protocol.CommandHelp;
import tablechat.protocol.CommandHelp.Field;
import tablechat.protocol.Event.Helped;
import tablechat.testing.Reference;

final class VocabularyTest {
    private final Reference reference = Reference.read();
    private final Helped help = Vocabulary.help();

    @Test
    void helpListsWhatTheReferenceDescribesInTheSameOrder() {
        assertEquals(List.copyOf(reference.commands()), help.commands().stream().map(CommandHelp::type).toList());
        assertEquals(List.copyOf(reference.events()), help.events());
    }

    @Test
    void helpAndTheReferenceAgreeOnEveryField() {
        for (CommandHelp command : help.commands()) assertEquals(described(command.type()), command.fields(), command.type());
    }

    @Test
    void helpAndTheReferenceSayTheSameOfACommand() {
        for (CommandHelp command : help.commands()) assertEquals(reference.summary(command.type()), command.summary());
    }

    @Test
    void aTypeFindsItsRecord() {
        assertEquals(Command.CreateSession.class, Vocabulary.command("session.create"));
        assertNull(Vocabulary.command("create.session"));
    }

    private List<Field> described(String command) {
        var payload = reference.payload(command);
        List<Object> required = Json.list(payload.get("required"));
        var fields = new ArrayList<Field>();
        Json.object(payload.get("properties")).forEach((name, schema) -> {
            if (name.equals("type") || name.equals("id")) return;
            fields.add(new Field(name, (String) reference.schema(schema).get("type"), required.contains(name)));
        });
        return fields;
    }
}
