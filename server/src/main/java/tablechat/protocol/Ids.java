package tablechat.protocol;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;

/// Makes ids: UUIDs of version 7 (RFC 9562, section 5.7), so that newer ones sort after older ones.
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VERSION_8 = 0x8000L;
    private static final long VERSION_BITS = 0xF000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Ids() {}

    /// Whether it could be an id: a UUID of any version.
    public static boolean isId(String text) {
        return Check.UUID.matcher(text).matches();
    }

    public static String next() {
        long high = System.currentTimeMillis() << 16 | VERSION_7 | RANDOM.nextLong() & 0x0FFFL;
        long low = VARIANT | RANDOM.nextLong() >>> 2;
        return new UUID(high, low).toString();
    }

    /// The id of what belongs to a thing that has an id: the same each time. Of version 8, which is for ids made in one's own way.
    public static String of(String id) {
        UUID name = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
        return new UUID(name.getMostSignificantBits() & ~VERSION_BITS | VERSION_8, name.getLeastSignificantBits()).toString();
    }
}
