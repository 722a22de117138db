package tablechat.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Instants as `2026-01-31T12:00:00.000Z`. Written digit by digit: a formatter takes three times as long, and a session of
/// 500 messages has 500 of them.
final class Milliseconds {
    private static final DateTimeFormatter OF_ANY_YEAR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final long MILLISECONDS_A_DAY = 86_400_000;
    private static final long DAYS_TO_1970 = 719_468; // from 0000-03-01, where the years of this reckoning begin
    private static final long DAYS_IN_400_YEARS = 146_097;
    private static final long FIRST = -62_135_596_800_000L; // 0001-01-01
    private static final long LAST = 253_402_300_799_999L; // 9999-12-31T23:59:59.999

    private Milliseconds() {}

    static String text(Instant instant) {
        if (instant.getEpochSecond() < FIRST / 1_000 || instant.getEpochSecond() > LAST / 1_000) return OF_ANY_YEAR.format(instant);
        long milliseconds = instant.toEpochMilli();
        var text = new byte[24];
        date(Math.floorDiv(milliseconds, MILLISECONDS_A_DAY), text);
        time((int) Math.floorMod(milliseconds, MILLISECONDS_A_DAY), text);
        return new String(text, ISO_8859_1);
    }

    /// Howard Hinnant's `civil_from_days`: years that begin in March have their leap day at the end.
    private static void date(long day, byte[] text) {
        long days = day + DAYS_TO_1970;
        long era = days / DAYS_IN_400_YEARS;
        int ofEra = (int) (days % DAYS_IN_400_YEARS);
        int yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int month = (5 * ofYear + 2) / 153;
        int year = (int) (yearOfEra + era * 400) + (month < 10 ? 0 : 1);
        digits(text, 0, 4, year, '-');
        digits(text, 5, 2, month < 10 ? month + 3 : month - 9, '-');
        digits(text, 8, 2, ofYear - (153 * month + 2) / 5 + 1, 'T');
    }

    private static void time(int ofDay, byte[] text) {
        digits(text, 11, 2, ofDay / 3_600_000, ':');
        digits(text, 14, 2, ofDay / 60_000 % 60, ':');
        digits(text, 17, 2, ofDay / 1_000 % 60, '.');
        digits(text, 20, 3, ofDay % 1_000, 'Z');
    }

    private static void digits(byte[] text, int at, int count, int number, char then) {
        int rest = number;
        for (int i = at + count - 1; i >= at; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        text[at + count] = (byte) then;
    }
}
