package tablechat.database;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import tablechat.protocol.Nullable;

/// Turns what a driver hands out into what JSON carries exactly, and tells how much room it takes there.
final class Cells {
    static final int BLOB_BYTES_MAX = 1024;

    private static final int DOUBLE_EXACT_BITS = 53;
    private static final long DOUBLE_EXACT_MAX = 1L << DOUBLE_EXACT_BITS;
    private static final int NUMBER_BYTES = 16;
    private static final String CUT = "…";

    private Cells() {}

    /// A null, Boolean, Integer, Long, Double or String, or the map of a blob.
    /// Text longer than `bytesMax` is cut and ends in `…`.
    static @Nullable Object of(@Nullable Object value, int bytesMax) {
        return of(value, bytesMax, BLOB_BYTES_MAX);
    }

    /// The same with nothing cut.
    static @Nullable Object whole(@Nullable Object value) {
        return of(value, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /// The characters of a text or the bytes of a blob; 0 for what is never long.
    static int length(@Nullable Object value) {
        return switch (value) {
            case String text -> text.length();
            case byte[] bytes -> bytes.length;
            case null, default -> 0;
        };
    }

    private static @Nullable Object of(@Nullable Object value, int bytesMax, int blobBytesMax) {
        return switch (value) {
            case null -> null;
            case Boolean bool -> bool;
            case Integer number -> number;
            case Byte number -> number.intValue();
            case Short number -> number.intValue();
            case Long number -> Math.abs(number) <= DOUBLE_EXACT_MAX && number != Long.MIN_VALUE ? number : number.toString();
            case Double number -> Double.isFinite(number) ? number : number.toString();
            case Float number -> Float.isFinite(number) ? Double.valueOf(number.toString()) : number.toString();
            case BigInteger number when number.bitLength() < DOUBLE_EXACT_BITS -> number.longValue();
            case BigInteger number -> cut(number.toString(), bytesMax);
            case BigDecimal number -> cut(number.toPlainString(), bytesMax);
            case LocalDateTime time -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
            case LocalTime time -> DateTimeFormatter.ISO_LOCAL_TIME.format(time);
            case OffsetDateTime time -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
            case OffsetTime time -> DateTimeFormatter.ISO_OFFSET_TIME.format(time);
            case byte[] bytes -> blob(bytes, blobBytesMax);
            default -> cut(value.toString(), bytesMax);
        };
    }

    /// The bytes it takes as JSON, more or less.
    static int size(@Nullable Object cell) {
        return switch (cell) {
            case null -> 5;
            case String text -> size(text) + 3;
            case Map<?, ?> blob -> size((String) blob.get("$bytes")) + 40;
            default -> NUMBER_BYTES;
        };
    }

    private static Map<String, Object> blob(byte[] bytes, int bytesMax) {
        byte[] kept = bytes.length > bytesMax ? Arrays.copyOf(bytes, bytesMax) : bytes;
        return Map.of("$bytes", Base64.getEncoder().encodeToString(kept), "length", bytes.length);
    }

    private static String cut(String text, int bytesMax) {
        if (bytesMax == Integer.MAX_VALUE) return text;
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            bytes += size(text.charAt(i));
            if (bytes <= bytesMax) continue;
            int end = i > 0 && Character.isHighSurrogate(text.charAt(i - 1)) ? i - 1 : i;
            return text.substring(0, end) + CUT;
        }
        return text;
    }

    private static int size(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) bytes += size(text.charAt(i));
        return bytes;
    }

    private static int size(char c) {
        if (c < ' ') return 6;
        if (c == '"' || c == '\\') return 2;
        if (c < 0x80) return 1;
        return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
}
