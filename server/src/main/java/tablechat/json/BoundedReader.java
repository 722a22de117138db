package tablechat.json;

import java.io.FilterReader;
import java.io.IOException;

/// Text of which no more is read at a time than a limit allows.
final class BoundedReader extends FilterReader {
    /// What a parser may have read ahead when a new piece begins.
    private static final int AHEAD = 64 * 1024;

    private final int charactersMax;
    private long left;

    BoundedReader(java.io.Reader in, int charactersMax) {
        super(in);
        this.charactersMax = charactersMax;
        begin();
    }

    /// A new piece begins, with the whole limit before it.
    void begin() {
        left = (long) charactersMax + AHEAD;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        left -= Math.max(0, read);
        if (left < 0) throw new Malformed(null, "A part of it has more than %,d characters.".formatted(charactersMax));
        return read;
    }
}
