package tablechat.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Sales per month|Sales per month",
        "../../etc/passwd|etc passwd",
        "C:\\Windows\\x.exe|C Windows x.exe",
        "...hidden...|hidden",
        "a\u0000b\u202ec\u200d|a b c",
        "NUL|NUL result",
        "///|result",
        "2024年 销售|2024年 销售"
    })
    void aTitleBecomesANameThatEveryFileSystemTakes(String title, String name) {
        assertEquals(name, FileName.ofResult(title, "select 1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "select * from orders where x = 1|orders",
        "select 1 FROM \"Order Items\" i|Order Items",
        "select 1 from sales.orders o join x|sales.orders",
        "select 1|result",
        "select extract(year from '/../x')|result"
    })
    void withoutATitleItIsTheFirstTable(String sql, String name) {
        assertEquals(name, FileName.ofResult(null, sql));
        assertEquals(name, FileName.ofResult("New session", sql));
    }

    @Test
    void aNameIsNotLong() {
        assertEquals(79, FileName.ofResult("x".repeat(200), "").length());
    }
}
