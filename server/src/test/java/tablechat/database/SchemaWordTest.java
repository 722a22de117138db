package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SchemaWordTest {

    @ParameterizedTest
    @CsvSource({
        "customers, customer_no, 1", "Customer, tblCustomers, 1", "country, Countries, 1", "countries, country, 1",
        "cust, customer_id, 0.6", "date, last_update, 0.4", "id, paid, 0", "id, customer_id, 1", "address, addresses, 1",
        "客, 大客户表, 0.4", "客户, 客户表, 0.6", "xyz, customer, 0"
    })
    void aWordMeansItselfItsPluralAndItsParts(String word, String name, double score) {
        assertEquals(score, SchemaWord.in(word).getFirst().foundIn(SchemaWord.plain(name)));
    }

    @Test
    void aTextIsReadAsItsFirstDifferentWords() {
        List<SchemaWord> words = SchemaWord.in("Orders, order & orderDate; ORDERS");

        assertEquals(List.of(new SchemaWord("order"), new SchemaWord("date")), words);
        assertEquals(SchemaWord.WORDS_MAX, SchemaWord.in("a b c d e f g h i j k l m n o p q r").size());
        assertTrue(SchemaWord.in(" ,;").isEmpty());
    }
}
