package tablechat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AcceptEncodingTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
        "gzip; true", "GZIP; true", "x-gzip; true", "\"gzip, deflate, br, zstd\"; true", "*; true", "\"gzip;q=0.001\"; true",
        "\"gzip ; q=0.5, br\"; true", "\"gzip;q=1.000\"; true", "\"identity, gzip\"; true", "\"identity;q=0, *\"; true",
        "\"\"; false", "br; false", "deflate; false", "identity; false", "\"gzip;q=0\"; false", "\"gzip;q=0.000\"; false",
        "\"gzip;q=0, *\"; false", "\"*;q=0\"; false", "\"*;q=0, gzip\"; true", "\"identity;q=1, gzip;q=0.5\"; false",
        "\"identity, *;q=0.1\"; false", "\"gzip;q=2\"; false", "\"gzip;q=x\"; false", "\"gzip;level=9\"; false", "gzipped; false",
        "\"gzip;q=-1, identity\"; false", "\"br;q=1, gzip;q=0.8\"; true"})
    void gzipIsSentToThoseWhoTakeItAsGladly(String header, boolean gzip) {
        List<String> codings = Stream.of(header.split(",")).map(String::strip).toList();

        assertEquals(gzip, AcceptEncoding.prefersGzip(codings), header);
    }
}
